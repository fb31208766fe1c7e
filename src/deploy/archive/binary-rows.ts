/** Reads the rows of a binary COPY as they come, in bounded memory, into values as Parquet takes them. */
import type { ArchivedColumn } from './archive-head.ts';

export type StoredValue = boolean | number | bigint | Uint8Array | null;

const SIGNATURE_BYTES = 11;
const EPOCH_DAYS = 10_957;
const EPOCH_MICROSECONDS = 946_684_800_000_000n;

type Decoder = (buffer: Buffer, start: number, length: number) => StoredValue;

const bytes: Decoder = (buffer, start, length) => buffer.subarray(start, start + length);

export function decoderOf(column: ArchivedColumn): Decoder {
  switch (column.storage) {
    case 'boolean':
      return (buffer, start) => buffer[start] === 1;
    case 'int2':
      return (buffer, start) => buffer.readInt16BE(start);
    case 'int4':
      return (buffer, start) => buffer.readInt32BE(start);
    case 'int8':
      return (buffer, start) => buffer.readBigInt64BE(start);
    case 'oid':
      return (buffer, start) => BigInt(buffer.readUInt32BE(start));
    case 'float4':
      return (buffer, start) => buffer.readFloatBE(start);
    case 'float8':
      return (buffer, start) => buffer.readDoubleBE(start);
    case 'decimal':
      return (buffer, start) => unscaled(buffer, start, column.scale ?? 0);
    case 'date':
      return (buffer, start) => buffer.readInt32BE(start) + EPOCH_DAYS;
    case 'timestamp':
    case 'timestamptz':
      return (buffer, start) => buffer.readBigInt64BE(start) + EPOCH_MICROSECONDS;
    case 'time':
      return (buffer, start) => buffer.readBigInt64BE(start);
    case 'jsonb':
      // One byte of version before the text.
      return (buffer, start, length) => buffer.subarray(start + 1, start + length);
    case 'uuid':
    case 'bytea':
    case 'string':
    case 'json':
    case 'text':
      return bytes;
  }
}

const NEGATIVE = 0x4000;
const SPECIAL = 0xc000;

/** A numeric as whole units of its last digit: base-10,000 digits, the first of which counts 10,000 to the `weight`. */
function unscaled(buffer: Buffer, start: number, scale: number): bigint {
  const digits = buffer.readUInt16BE(start);
  const weight = buffer.readInt16BE(start + 2);
  const sign = buffer.readUInt16BE(start + 4);
  if ((sign & SPECIAL) === SPECIAL) throw new Error('a numeric that is no number was not expected here');
  let value = 0n;
  for (let i = 0; i < digits; i++) value = value * 10_000n + BigInt(buffer.readUInt16BE(start + 8 + 2 * i));
  const exponent = 4 * (weight - digits + 1) + scale;
  value = exponent >= 0 ? value * 10n ** BigInt(exponent) : value / 10n ** BigInt(-exponent);
  return sign === NEGATIVE ? -value : value;
}

/** One field as it stands in the stream: where it begins, and how long it is; a null is -1 bytes long. */
interface Field {
  readonly start: number;
  readonly length: number;
}

/** @yields rows, each a list of values by column, with how many bytes they took in the stream. */
export async function* readBinaryRows(
  stream: AsyncIterable<Buffer>,
  columns: readonly ArchivedColumn[],
): AsyncGenerator<{ readonly values: StoredValue[]; readonly size: number }> {
  const decoders = columns.map(decoderOf);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let needed = 0;
  let begun = false;
  for await (const chunk of stream) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes < needed) continue;
    const buffer = waiting.length === 1 ? chunk : Buffer.concat(waiting, waitingBytes);
    let at = 0;
    if (!begun) {
      const end = headerEnd(buffer);
      if (end > buffer.length) continue;
      at = end;
      begun = true;
    }
    for (;;) {
      const found = findRow(buffer, at, columns.length);
      if (found === 'end') return;
      if (typeof found === 'number') {
        needed = found - at;
        break;
      }
      yield {
        values: found.fields.map(({ start, length }, i) =>
          length < 0 ? null : (decoders[i] as Decoder)(buffer, start, length),
        ),
        size: found.end - at,
      };
      at = found.end;
    }
    waiting = at === buffer.length ? [] : [buffer.subarray(at)];
    waitingBytes = buffer.length - at;
  }
  throw new Error('the rows ended before their end was told');
}

function headerEnd(buffer: Buffer): number {
  const fixed = SIGNATURE_BYTES + 8;
  return buffer.length < fixed ? fixed : fixed + buffer.readInt32BE(SIGNATURE_BYTES + 4);
}

/** @returns the row; where it ends at the least, when it is not all there yet; or that there is none any more. */
function findRow(
  buffer: Buffer,
  from: number,
  columns: number,
): { readonly fields: Field[]; readonly end: number } | number | 'end' {
  if (buffer.length < from + 2) return from + 2;
  const count = buffer.readInt16BE(from);
  if (count === -1) return 'end';
  if (count !== columns) throw new Error(`a row of ${columns} columns came with ${count}`);
  const fields: Field[] = [];
  let at = from + 2;
  for (let i = 0; i < count; i++) {
    if (buffer.length < at + 4) return at + 4;
    const length = buffer.readInt32BE(at);
    at += 4;
    fields.push({ start: at, length });
    at += Math.max(0, length);
    if (buffer.length < at) return at;
  }
  return { fields, end: at };
}
