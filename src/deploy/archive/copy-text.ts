/** Writes values of an archive as lines that COPY FROM reads in its text form. */
import { DAY } from '../../domain/instant.ts';
import type { ArchivedColumn } from './archive-head.ts';
import type { StoredValue } from './binary-rows.ts';

const BACKSLASH = 0x5c;
/** By byte: of those that would end a value or a line, what is written after a backslash in their place; 0 of others. */
const ESCAPED = new Uint8Array(256);
for (const [byte, letter] of [
  [0x5c, 0x5c],
  [0x0a, 0x6e],
  [0x0d, 0x72],
  [0x09, 0x74],
] as const) {
  ESCAPED[byte] = letter;
}
const TAB = 0x09;
const NEWLINE = 0x0a;

/** Lines in one growing buffer. */
export class CopyLines {
  #buffer = Buffer.allocUnsafe(1 << 20);
  #end = 0;

  get size(): number {
    return this.#end;
  }

  row(columns: readonly ArchivedColumn[], values: readonly (StoredValue | undefined)[]): void {
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) this.#byte(TAB);
      const value = values[i];
      if (value === null || value === undefined) this.#ascii('\\N');
      else this.#value(columns[i] as ArchivedColumn, value);
    }
    this.#byte(NEWLINE);
  }

  /** What was written since it was taken last. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#end));
    this.#end = 0;
    return taken;
  }

  #value(column: ArchivedColumn, value: NonNullable<StoredValue>): void {
    if (!(value instanceof Uint8Array)) this.#ascii(textOf(column, value));
    else if (column.storage === 'uuid') this.#ascii(hexOf(value));
    else if (column.storage === 'bytea') this.#ascii(`\\\\x${hexOf(value)}`);
    else if (column.storage === 'decimal') this.#ascii(decimalText(signed(value), column.scale ?? 0));
    else this.#escaped(value);
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#buffer[this.#end++] = byte;
  }

  #ascii(text: string): void {
    this.#reserve(text.length);
    this.#end += this.#buffer.write(text, this.#end, 'latin1');
  }

  #escaped(bytes: Uint8Array): void {
    this.#reserve(bytes.length * 2);
    let end = this.#end;
    for (const byte of bytes) {
      const letter = ESCAPED[byte] ?? 0;
      if (letter === 0) {
        this.#buffer[end++] = byte;
      } else {
        this.#buffer[end++] = BACKSLASH;
        this.#buffer[end++] = letter;
      }
    }
    this.#end = end;
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** A whole number of two's complement, its highest byte first. */
function signed(bytes: Uint8Array): bigint {
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hexOf(bytes) || '0'}`));
}

function textOf(column: ArchivedColumn, value: boolean | number | bigint): string {
  switch (column.storage) {
    case 'boolean':
      return value === true ? 't' : 'f';
    case 'float4':
    case 'float8':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'decimal':
      return decimalText(BigInt(value), column.scale ?? 0);
    case 'date':
      return dateText(Number(value));
    case 'timestamp':
      return timestampText(BigInt(value));
    case 'timestamptz':
      return withZone(timestampText(BigInt(value)));
    case 'time':
      return timeText(BigInt(value));
    case 'int2':
    case 'int4':
    case 'int8':
    case 'oid':
    case 'uuid':
    case 'bytea':
    case 'string':
    case 'json':
    case 'jsonb':
    case 'text':
      return String(value);
  }
}

function decimalText(units: bigint, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;

/** Of days since 1970; JavaScript's own dates end before PostgreSQL's do: cycles of 400 years are counted apart. */
function dateText(days: number): string {
  const cycles = Math.floor(days / CYCLE_DAYS);
  const date = new Date((days - cycles * CYCLE_DAYS) * 86_400_000);
  const year = date.getUTCFullYear() + cycles * CYCLE_YEARS;
  const shown = String(year > 0 ? year : 1 - year).padStart(4, '0');
  return `${shown}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}${year > 0 ? '' : ' BC'}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function timestampText(microseconds: bigint): string {
  const ofDay = ((microseconds % DAY) + DAY) % DAY;
  const [day = '', era] = dateText(Number((microseconds - ofDay) / DAY)).split(' ');
  return `${day} ${timeText(ofDay)}${era === undefined ? '' : ` ${era}`}`;
}

const withZone = (text: string): string =>
  text.endsWith(' BC') ? `${text.slice(0, -3)}+00 BC` : `${text}+00`;

function timeText(microseconds: bigint): string {
  const seconds = Number(microseconds / 1_000_000n);
  const fraction = String(microseconds % 1_000_000n).padStart(6, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}
