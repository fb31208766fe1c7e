/** Archives in a bucket that speaks S3: uploaded in parts, visible only when whole, read back by range. */
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import type { ArchiveSink, ArchiveSource, ArchiveStore } from './archive-store.ts';
import { type Place, statusOf, withS3Errors } from './s3-place.ts';
import { S3Upload } from './s3-upload.ts';

export interface S3Place {
  readonly bucket: string;
  /** Without a slash at its ends; may be empty. */
  readonly prefix: string;
}

/** @param env the SDK reads credentials and region from the process's own; from here comes only what it does not know. */
export async function s3Store(
  { bucket, prefix }: S3Place,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ArchiveStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined;
  const client = new sdk.S3Client({
    // A server of one's own has its buckets in the path, and any region will do for it.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(endpoint === undefined || env['AWS_REGION'] || env['AWS_DEFAULT_REGION']
      ? {}
      : { region: 'us-east-1' }),
  });
  const keyOf = (name: string): string => (prefix === '' ? name : `${prefix}/${name}`);
  const told = <T>(body: () => Promise<T>): Promise<T> => withS3Errors(bucket, body);
  const place: Place = { sdk, client, bucket };
  return {
    locate: (name) => `s3://${bucket}/${keyOf(name)}`,
    list: (start) => told(() => listKeys(place, keyOf(start), prefix)),
    exists: (name) => told(async () => (await headOf(place, keyOf(name))) !== undefined),
    open: (name) => told(() => openObject(place, keyOf(name))),
    create: (name) => Promise.resolve(sinkOf(new S3Upload(place, keyOf(name)), told)),
    close: () => client.destroy(),
  };
}

const sinkOf = (upload: S3Upload, told: <T>(body: () => Promise<T>) => Promise<T>): ArchiveSink => ({
  write: (bytes) => told(() => upload.write(bytes)),
  finish: () => told(() => upload.finish()),
  abandon: () => upload.abandon(),
});

async function listKeys({ sdk, client, bucket }: Place, start: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const answer = await client.send(
      new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: start, ContinuationToken: token }),
    );
    for (const { Key } of answer.Contents ?? []) {
      if (Key !== undefined) names.push(prefix === '' ? Key : Key.slice(prefix.length + 1));
    }
    token = answer.NextContinuationToken;
  } while (token !== undefined);
  return names.sort();
}

async function headOf(
  { sdk, client, bucket }: Place,
  key: string,
): Promise<{ readonly size: number; readonly etag: string | undefined } | undefined> {
  try {
    const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }));
    return { size: answer.ContentLength ?? 0, etag: answer.ETag };
  } catch (error) {
    if (statusOf(error) === 404) {
      // A bucket that is missing answers the same to this question, and says so to another.
      await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }));
      return undefined;
    }
    throw error;
  }
}

async function openObject(place: Place, key: string): Promise<ArchiveSource> {
  const head = await headOf(place, key);
  if (head === undefined) {
    throw new OperatorError(`there is no archive s3://${place.bucket}/${key}`, {
      code: 'archive-missing',
      hint: 'see whether it was moved or has expired; nothing was changed',
      exitStatus: EXIT.fail,
    });
  }
  const { sdk, client, bucket } = place;
  return {
    size: head.size,
    read: (start, end) =>
      withS3Errors(bucket, async () => {
        if (start >= end) return new Uint8Array();
        const answer = await client.send(
          new sdk.GetObjectCommand({
            Bucket: bucket,
            Key: key,
            Range: `bytes=${start}-${end - 1}`,
            // One and the same object from the first byte to the last.
            ...(head.etag === undefined ? {} : { IfMatch: head.etag }),
          }),
        );
        const bytes = await answer.Body?.transformToByteArray();
        if (bytes?.length !== end - start) throw new Error(`s3://${bucket}/${key} ends before byte ${end}`);
        return bytes;
      }),
    close: () => Promise.resolve(),
  };
}
