/** `inspect` of a database with many partitions, the whole process, beside the bare query of the catalog on an open connection. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { withDatabase } from '../manager/databases.ts';
import { withDiskServer } from '../manager/disk-server.ts';
import { atMost, count, exitStatusOf, milliseconds, renderJudgement } from '../manager/judgement.ts';
import { median } from '../median.ts';
import { renderTable } from '../table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Of 2,000 partitions. */
const MOST_MS = 1_000;
const JUDGED_PARTITIONS = 2_000;
/** In one transaction: each partition that is made holds locks until its end. */
const BATCH = 1_000;

/** The least that tells bounds, estimates and sizes. */
const BARE = `
  select c.relname, pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound, c.reltuples,
         pg_catalog.pg_total_relation_size(c.oid) as bytes
    from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'booking'::pg_catalog.regclass`;

/** @returns the exit status: 1 where the bar is missed, 64 where the options are wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      partitions: { type: 'string', default: String(JUDGED_PARTITIONS) },
      runs: { type: 'string', default: '7' },
      program: { type: 'string', default: join(ROOT, 'dist', 'cli.js') },
    },
  });
  const [partitions, runs] = [Number(values.partitions), Number(values.runs)];
  if (![partitions, runs].every((number) => Number.isSafeInteger(number) && number > 0)) {
    console.error('--partitions and --runs are whole numbers above 0');
    return 64;
  }
  return withDiskServer(2 * 1024 ** 3 + partitions * 65_536, (server) =>
    withDatabase(server, undefined, async ({ client, settings }) => {
      console.log(
        `PostgreSQL ${server.version}, ${count(partitions)} partitions, each with an index and a row`,
      );
      await client.query(
        'create table booking (id bigint, day date, primary key (id, day)) partition by range (day)',
      );
      for (let from = 0; from < partitions; from += BATCH)
        await client.query(batch(from, Math.min(partitions, from + BATCH)));
      await client.query(
        `insert into booking select g, date '2000-01-01' + g from generate_series(0, ${partitions - 1}) g`,
      );
      await client.query('vacuum analyze');
      const turns: { program: number; start: number; bare: number }[] = [];
      for (let turn = 0; turn <= runs; turn++) {
        const program = await processMs(values.program, ['inspect'], settings);
        const start = await processMs(values.program, ['--version'], settings);
        const began = performance.now();
        await client.query(BARE);
        // The first one warms up.
        if (turn > 0) turns.push({ program, start, bare: performance.now() - began });
      }
      const of = (key: 'program' | 'start' | 'bare'): number => median(turns.map((turn) => turn[key]));
      const ratio = median(turns.map(({ program, bare }) => program / bare));
      console.log(
        `\n${renderTable([
          ['', 'ms', '× the query'],
          ['inspect, the whole process', of('program').toFixed(0), ratio.toFixed(1)],
          ['of it the start (--version)', of('start').toFixed(0), ''],
          ['the bare query, connected', of('bare').toFixed(0), '1.0'],
        ])}\n`,
      );
      if (partitions !== JUDGED_PARTITIONS) return 0;
      const judgements = [
        atMost({
          what: 'inspect of 2,000 partitions',
          figure: of('program'),
          bar: MOST_MS,
          show: milliseconds,
        }),
      ];
      console.log(judgements.map(renderJudgement).join('\n'));
      return exitStatusOf(judgements);
    }),
  );
}

const batch = (from: number, to: number): string => `
  do $$ begin
    for i in ${from} .. ${to - 1} loop
      execute format('create table booking_%s partition of booking for values from (%L) to (%L)',
                     i, date '2000-01-01' + i, date '2000-01-01' + i + 1);
    end loop;
  end $$`;

/** From the start of the process to its end. */
async function processMs(
  program: string,
  args: readonly string[],
  settings: ConnectionSettings,
): Promise<number> {
  const { host, port, user, database } = settings;
  const words = new URLSearchParams({ host, port: String(port), sslmode: 'disable' });
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'],
      PARTITION_GUARD_TARGET: `postgres://${user}@/${database}?${words.toString()}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}`);
  return performance.now() - startedAt;
}
