/** Signatures of requests to S3, as AWS describes version 4: computed anew from what came, with nothing of the SDK. */
import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @param secrets by access key. */
export function hasRightSignature(
  { method = '', url = '', headers }: IncomingMessage,
  secrets: Readonly<Record<string, string>>,
): boolean {
  const [, key = '', scope = '', signed = '', signature] = FORM.exec(headers.authorization ?? '') ?? [];
  const secret = secrets[key];
  if (secret === undefined || signature === undefined) return false;
  const [path = '', query = ''] = url.split('?');
  const words = query === '' ? [] : query.split('&').map((word) => (word.includes('=') ? word : `${word}=`));
  const canonical = [
    method,
    path,
    words.sort().join('&'),
    ...signed.split(';').map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    signed,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const [date = '', region = '', service = '', end = ''] = scope.split('/');
  const signing = [region, service, end].reduce(hmac, hmac(`AWS4${secret}`, date));
  return hmac(signing, text).toString('hex') === signature;
}
