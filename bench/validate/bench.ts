/** `validate` beside the bare SQL that it cannot avoid, at several numbers of rows: time, rows a second, peak memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BareRun, runBare, withBareServer } from './bare.ts';
import { type ProgramRun, runProgram } from './program.ts';
import { writeWork } from './work.ts';
import { median } from '../median.ts';
import { renderTable } from '../table.ts';
import { instantOf } from '../../src/domain/instant.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The most that the program may take, as a multiple of the bare SQL's time. */
const MOST_RATIO = 1.5;
/** The most that its peak memory may grow, from the fewest rows to the most. */
const MOST_GROWTH = 1.3;

interface Measured {
  readonly rows: number;
  readonly program: ProgramRun;
  readonly bare: BareRun;
  /** Of the program's time to the bare side's, turn by turn: what weighs on both weighs on neither. */
  readonly ratio: number;
}

/** @returns the exit status: 1 where a bound is not kept. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '10000,100000,1000000' }, runs: { type: 'string' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'partition-guard-bench-'));
  try {
    const measured: Measured[] = [];
    for (const rows of values.rows.split(',').map(Number)) {
      measured.push(
        await measure(folder, rows, values.runs === undefined ? usualRuns(rows) : Number(values.runs)),
      );
    }
    return tell(measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A million rows take a minute or two a run. */
const usualRuns = (rows: number): number => (rows >= 500_000 ? 1 : 3);

/**
 * Counted on the program's side: the whole process, from its start to its end, as a user waits for it. On the bare
 * side: the server's start and end, and on it, as many databases at once as the program plays, for each a CREATE
 * DATABASE from its template and the statements of the work: the text of the migrations, the calls that change the
 * interval, the INSERT of the seeds and of later bookings, one count and checksum after the seeds and one at the end;
 * and a DROP DATABASE. Not counted there: Node's start, reading files, the catalog, copies of rows, tries of inserts,
 * changes that are cancelled half-way, reports.
 *
 * The two sides take turns, so that a busy machine weighs on both; the first turn of several warms up.
 */
async function measure(folder: string, rows: number, runs: number): Promise<Measured> {
  const now = new Date();
  const today = instantOf({
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    day: now.getUTCDate(),
  });
  const work = await withBareServer(0, (server) => writeWork({ server, root: ROOT, rows, now: today }));
  const turns: { program: ProgramRun; bare: BareRun }[] = [];
  for (let turn = runs > 1 ? 0 : 1; turn <= runs; turn += 1) {
    const program = runProgram(ROOT, folder, rows);
    const bare = await runBare(rows, work);
    const load = loadavg()[0]?.toFixed(1) ?? '?';
    const which = turn === 0 ? 'warm-up' : `run ${turn} of ${runs}`;
    console.log(
      `${rows.toLocaleString('en')} rows, ${which}: ${program.seconds.toFixed(2)} s, bare ${bare.seconds.toFixed(2)} s, load ${load}`,
    );
    if (turn > 0) turns.push({ program, bare });
  }
  return {
    rows,
    program: {
      seconds: median(turns.map((t) => t.program.seconds)),
      peakMegabytes: median(turns.map((t) => t.program.peakMegabytes)),
      accounted: turns[0]?.program.accounted ?? 0,
    },
    bare: {
      seconds: median(turns.map((t) => t.bare.seconds)),
      serverSeconds: median(turns.map((t) => t.bare.serverSeconds)),
    },
    ratio: median(turns.map((t) => t.program.seconds / t.bare.seconds)),
  };
}

function tell(measured: readonly Measured[]): number {
  const header = ['rows', 'time', 'bare SQL', 'of it server', 'ratio', 'rows/s', 'peak memory'];
  const lines = measured.map(({ rows, program, bare, ratio }) => [
    rows.toLocaleString('en'),
    `${program.seconds.toFixed(2)} s`,
    `${bare.seconds.toFixed(2)} s`,
    `${bare.serverSeconds.toFixed(2)} s`,
    ratio.toFixed(2),
    Math.round(program.accounted / program.seconds).toLocaleString('en'),
    `${program.peakMegabytes.toFixed(0)} MB`,
  ]);
  console.log(`\n${renderTable([header, ...lines])}\n`);
  const failures = judge(measured);
  for (const failure of failures) console.log(`FAIL  ${failure}`);
  if (failures.length === 0)
    console.log(`PASS  every ratio is at or under ${MOST_RATIO}, and memory does not grow with rows`);
  return failures.length === 0 ? 0 : 1;
}

function judge(measured: readonly Measured[]): string[] {
  const slow = measured
    .filter(({ ratio }) => ratio > MOST_RATIO)
    .map(
      ({ rows, ratio }) =>
        `${rows.toLocaleString('en')} rows take ${ratio.toFixed(2)} times the bare SQL's time, over ${MOST_RATIO}`,
    );
  const byRows = [...measured].sort((a, b) => a.rows - b.rows);
  const [fewest] = byRows;
  const most = byRows.at(-1);
  if (!fewest || !most) return slow;
  const growth = most.program.peakMegabytes / fewest.program.peakMegabytes;
  return growth > MOST_GROWTH
    ? [
        ...slow,
        `peak memory grows ${growth.toFixed(2)} times from ${fewest.rows} to ${most.rows} rows, over ${MOST_GROWTH}`,
      ]
    : slow;
}
