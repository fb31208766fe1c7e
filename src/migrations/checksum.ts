/** The checksum that Flyway keeps of a migration: CRC-32 over its lines without their ends, as a signed integer. */

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc;
}

/** @param text without a byte order mark. */
export const checksumOf = (text: string): number => crc32(Buffer.from(text.replace(/[\r\n]/g, ''), 'utf8'));
