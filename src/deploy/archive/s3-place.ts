/** A bucket as the SDK reaches it, and what it answers when something is wrong. */
import type { S3Client } from '@aws-sdk/client-s3';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

export interface Place {
  readonly sdk: Sdk;
  readonly client: S3Client;
  readonly bucket: string;
}

interface S3Failure {
  readonly name?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export const statusOf = (error: unknown): number | undefined =>
  (error as S3Failure | undefined)?.$metadata?.httpStatusCode;

const HINTS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'make the bucket, or name the one that is there',
  NotFound: 'make the bucket, or name the one that is there',
  InvalidAccessKeyId: 'give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role, that this place knows',
  SignatureDoesNotMatch: 'give the secret key that belongs to the access key',
  AccessDenied:
    'let the role list, read and write objects there: s3:ListBucket, s3:GetObject, s3:PutObject, s3:AbortMultipartUpload',
  CredentialsProviderError: 'give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role, in the environment',
};

/** Says what went wrong without the address of the place, which may hold a key. */
export async function withS3Errors<T>(bucket: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    const name = String((cause as S3Failure | undefined)?.name ?? 'Error');
    const status = statusOf(cause);
    const text = name === 'Error' && cause instanceof Error ? cause.message : name;
    throw new OperatorError(
      `the bucket ${bucket} can't be used: ${text}${status === undefined ? '' : ` (HTTP ${status})`}`,
      {
        code: 'archive-bucket',
        hint:
          HINTS[name] ?? 'see that the place answers and has room, then run this again; nothing was dropped',
        exitStatus: EXIT.fail,
        cause,
      },
    );
  }
}
