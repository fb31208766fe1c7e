/**
 * A process of its own: writes bookings at a steady rate and reads 1,000 known ones every 50 ms, until told to stop.
 *
 * An insert is late from the instant on at which it was due, so that those which wait behind a slow one count as well.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { createClient } from '../../src/postgres/connection.ts';
import type { Insert, LoadOrder, LoadReport, Read } from './load.ts';

const READ_EVERY_MS = 50;
const KNOWN = 1000;

const now = (): number => performance.timeOrigin + performance.now();

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator of 32 bits. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** "23514 no partition …": what people and the report tell errors apart by. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${String(error.code)} ` : '';
  return `${code}${error.message.split('\n')[0]?.replace(/\d{3,}/g, 'N') ?? ''}`;
}

let isStopped = false;

/** Sessions that share the inserts: what is due does not wait for the disk to have flushed the one before. */
const WRITERS = 8;

async function write({ settings, lower, upper, firstId, rate }: LoadOrder): Promise<Insert[]> {
  const number = numbersFrom(42);
  const inserts: Insert[] = [];
  const clients = Array.from({ length: WRITERS }, () => createClient(settings));
  await Promise.all(clients.map((client) => client.connect()));
  const startedAt = now();
  let next = 0;
  const writeOn = async (client: Client): Promise<void> => {
    while (!isStopped) {
      const id = firstId + next;
      const dueAt = startedAt + (next * 1000) / rate;
      next += 1;
      const starts = new Date(lower + number() * (upper - lower));
      const values = [id, 1 + Math.floor(number() * 200), 1 + Math.floor(number() * 50000), starts];
      await delay(Math.max(0, dueAt - now()));
      const sentAt = now();
      const error = await client.query(INSERT, values).then(() => undefined, describe);
      inserts.push({ id, dueAt, sentAt, doneAt: now(), error });
    }
    await client.end();
  };
  await Promise.all(clients.map(writeOn));
  return inserts;
}

const INSERT = `
  insert into amenity_booking (booking_id, amenity_id, user_id, start_time, end_time)
  values ($1, $2, $3, $4, $4::timestamptz + interval '1 hour')`;

async function read({ settings, rows }: LoadOrder): Promise<Read[]> {
  const client = createClient(settings);
  await client.connect();
  const known = Array.from({ length: KNOWN }, (_, i) => 1 + Math.floor((i * rows) / KNOWN));
  const reads: Read[] = [];
  while (!isStopped) {
    const sentAt = now();
    const read = await client
      .query<{ found: number }>(
        'select count(*)::integer as found from amenity_booking where booking_id = any ($1)',
        [known],
      )
      .then(
        ({ rows: [row] }) => ({ found: row?.found ?? 0, error: undefined }),
        (error: unknown) => ({ found: undefined, error: describe(error) }),
      );
    reads.push({ sentAt, doneAt: now(), ...read });
    await delay(READ_EVERY_MS);
  }
  await client.end();
  return reads;
}

process.on('disconnect', () => process.exit(1));
process.on('message', (message: LoadOrder | 'stop') => {
  if (message === 'stop') {
    isStopped = true;
    return;
  }
  void Promise.all([write(message), read(message)]).then(([inserts, reads]) => {
    const report: LoadReport = { inserts, reads };
    process.send?.(report);
  });
});
