/** Monthly to quarterly with nobody writing: pg_partman's ways, the bounds, and the shipped procedure, turn by turn. */
import { median } from '../median.ts';
import { renderTable } from '../table.ts';
import { atLeast, atMost, bytes, count, isTrue, type Judgement, times } from './judgement.ts';
import { type MoveRun, moveOnce, type Sets } from './one-move.ts';
import { takeTurns } from './turns.ts';
import { canGo, type Way, type Ways } from './ways.ts';

/** Of rows a second to the faster of pg_partman's ways, to the online bound, and of two callers to one. */
const LEAST_TO_PARTMAN = 3;
const LEAST_TO_BOUND = 1;
const LEAST_TO_ONE_CALLER = 1.5;
const MOST_WAL_BYTES_PER_ROW = 180;

type Runs = ReadonlyMap<Way, readonly MoveRun[]>;

export async function measureQuietMoves(sets: Sets, ways: Ways, runs: number): Promise<Judgement[]> {
  const { rows } = sets;
  console.log(`\nmonthly to quarterly, ${count(rows)} rows, nobody writes`);
  const { possible, faults } = await canGo(sets, [
    ways.newSet,
    ways.undo,
    ways.locked,
    ways.online,
    ways.ours,
    ways.oursTwice,
  ]);
  const { measured, failures } = await takeTurns(possible, runs, async (way, label) => {
    const run = await moveOnce(sets, way, 0);
    console.log(`  ${label}: ${count(run.ms)} ms, load ${run.machineLoad}`);
    return run;
  });
  console.log(`\n${renderRuns(measured, rows)}\n`);
  return [...judge(measured, ways), ...failures, ...faults];
}

const renderRuns = (measured: Runs, rows: number): string =>
  renderTable([
    ['', 'ms', 'fastest', 'slowest', 'rows/s', 'WAL bytes/row'],
    ...[...measured].map(([way, runs]) => {
      const ms = runs.map((run) => run.ms);
      return [
        way.name,
        count(median(ms)),
        count(Math.min(...ms)),
        count(Math.max(...ms)),
        count((rows * 1000) / median(ms)),
        median(runs.map((run) => run.walBytesPerRow)).toFixed(0),
      ];
    }),
  ]);

function judge(measured: Runs, ways: Ways): Judgement[] {
  if (measured.size === 0) return [];
  const faults = [...measured.values()].flat().flatMap((run) => run.faults);
  const kept = isTrue(
    'every way keeps count and checksum of the rows, and ends in eight whole quarters',
    faults,
  );
  const ours = measured.get(ways.ours);
  if (!ours) return [kept];
  const partman = [ways.newSet, ways.undo]
    .filter((way) => measured.has(way))
    .sort((a, b) => msOf(measured, a) - msOf(measured, b))[0];
  const wal = median(ours.map((run) => run.walBytesPerRow));
  const compare = (faster: Way, slower: Way | undefined, bar: number): Judgement[] =>
    slower && measured.has(faster) && measured.has(slower)
      ? [
          atLeast({
            what: `rows/s of ${faster.name} to ${slower.name}`,
            figure: ratio(measured, faster, slower),
            bar,
            show: times,
          }),
        ]
      : [];
  return [
    kept,
    // Where one of them was not measured, it is told why elsewhere.
    ...compare(ways.ours, partman, LEAST_TO_PARTMAN),
    ...compare(ways.ours, ways.online, LEAST_TO_BOUND),
    ...compare(ways.oursTwice, ways.ours, LEAST_TO_ONE_CALLER),
    atMost({ what: `WAL a row of ${ways.ours.name}`, figure: wal, bar: MOST_WAL_BYTES_PER_ROW, show: bytes }),
  ];
}

const msOf = (measured: Runs, way: Way): number => median((measured.get(way) ?? []).map(({ ms }) => ms));

/** Of speeds, turn by turn: what weighs on both weighs on neither. */
function ratio(measured: Runs, faster: Way, slower: Way): number {
  const slow = measured.get(slower) ?? [];
  return median((measured.get(faster) ?? []).map(({ ms }, turn) => (slow[turn]?.ms ?? Number.NaN) / ms));
}
