/** One upload to a bucket, in parts of bounded size; what fails is aborted, so that no part stays behind. */
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { type Place, statusOf } from './s3-place.ts';

/** The least that a part may have, but for the last, is 5 MiB; 10,000 parts may be at most. */
const FIRST_PART_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 10_000;
/** Every so many parts they double in size: 10,000 of them hold the 5 TiB that an object may have. */
const PARTS_A_SIZE = 1000;

export class S3Upload {
  readonly #place: Place;
  readonly #key: string;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #uploadId: string | undefined;
  #parts: { readonly ETag: string | undefined; readonly PartNumber: number }[] = [];

  constructor(place: Place, key: string) {
    this.#place = place;
    this.#key = key;
  }

  get #target(): { Bucket: string; Key: string } {
    return { Bucket: this.#place.bucket, Key: this.#key };
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    while (this.#waitingBytes >= this.#partBytes) await this.#sendPart(this.#take(this.#partBytes));
  }

  /** @returns false where an object of that name is there already. */
  async finish(): Promise<boolean> {
    const { sdk, client } = this.#place;
    if (this.#uploadId === undefined) {
      const Body = this.#take(this.#waitingBytes);
      return unlessThere((condition) =>
        client.send(new sdk.PutObjectCommand({ ...this.#target, ...condition, Body })),
      );
    }
    if (this.#waitingBytes > 0) await this.#sendPart(this.#take(this.#waitingBytes));
    const isNew = await unlessThere((condition) =>
      client.send(
        new sdk.CompleteMultipartUploadCommand({
          ...this.#target,
          ...condition,
          UploadId: this.#uploadId,
          MultipartUpload: { Parts: this.#parts },
        }),
      ),
    );
    if (isNew) this.#uploadId = undefined;
    else await this.abandon();
    return isNew;
  }

  async abandon(): Promise<void> {
    if (this.#uploadId === undefined) return;
    const { sdk, client } = this.#place;
    const UploadId = this.#uploadId;
    this.#uploadId = undefined;
    // What went wrong before is told; parts of an upload that can't be aborted are for the bucket's own rule.
    await client
      .send(new sdk.AbortMultipartUploadCommand({ ...this.#target, UploadId }))
      .catch(() => undefined);
  }

  get #partBytes(): number {
    return FIRST_PART_BYTES * 2 ** Math.floor(this.#parts.length / PARTS_A_SIZE);
  }

  async #sendPart(Body: Uint8Array): Promise<void> {
    const { sdk, client } = this.#place;
    if (this.#parts.length === MOST_PARTS)
      throw new Error('the file takes more parts than an upload may have');
    this.#uploadId ??= (
      await client.send(new sdk.CreateMultipartUploadCommand({ ...this.#target, ChecksumAlgorithm: 'CRC32' }))
    ).UploadId;
    const PartNumber = this.#parts.length + 1;
    const { ETag, ChecksumCRC32 } = await client.send(
      new sdk.UploadPartCommand({
        ...this.#target,
        UploadId: this.#uploadId,
        PartNumber,
        Body,
        ChecksumAlgorithm: 'CRC32',
      }),
    );
    this.#parts.push({ ETag, PartNumber, ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }) });
  }

  #take(bytes: number): Uint8Array {
    const all = this.#waiting.length === 1 ? this.#waiting[0] : Buffer.concat(this.#waiting);
    const taken = (all ?? new Uint8Array()).subarray(0, bytes);
    const rest = (all ?? new Uint8Array()).subarray(bytes);
    this.#waiting = rest.length === 0 ? [] : [rest];
    this.#waitingBytes = rest.length;
    return taken;
  }
}

/** Where the place does not know the condition, the question before is all there is; the read back tells the rest. */
async function unlessThere(
  send: (condition: { IfNoneMatch?: string }) => Promise<unknown>,
): Promise<boolean> {
  try {
    await send({ IfNoneMatch: '*' });
    return true;
  } catch (error) {
    const status = statusOf(error);
    if (status === 412) return false;
    if (status === 409) {
      throw new OperatorError('another upload of the same archive is under way', {
        code: 'archive-contended',
        hint: 'run this again when it is done',
        exitStatus: EXIT.fail,
        cause: error,
      });
    }
    if (status !== 501) throw error;
    await send({});
    return true;
  }
}
