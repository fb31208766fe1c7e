/** Monthly to quarterly while a writer inserts 200 bookings a second and a reader counts 1,000 known ones. */
import { median } from '../median.ts';
import { renderTable } from '../table.ts';
import { atMost, count, isTrue, type Judgement, milliseconds } from './judgement.ts';
import type { LoadResult } from './load.ts';
import { type MoveRun, moveOnce, type Sets } from './one-move.ts';
import { takeTurns } from './turns.ts';
import { canGo, type Way, type Ways } from './ways.ts';

const INSERTS_PER_SECOND = 200;
const KNOWN_BOOKINGS = 1000;
const MOST_STALL_MS = 100;

type LoadedRun = MoveRun & { readonly load: LoadResult };

export async function measureMovesWithWriter(
  sets: Sets,
  ways: Ways,
  options: { readonly runs: number; readonly withPeers: boolean },
): Promise<Judgement[]> {
  const peers = options.withPeers ? [ways.newSet, ways.undo, ways.locked, ways.online] : [];
  const { possible, faults } = await canGo(sets, [...peers, ways.ours]);
  console.log(`\nmonthly to quarterly, ${count(sets.rows)} rows, ${INSERTS_PER_SECOND} inserts/s meanwhile`);
  const { measured, failures } = await takeTurns(possible, options.runs, async (way, label) => {
    const { load, ...run } = await moveOnce(sets, way, INSERTS_PER_SECOND);
    if (!load) throw new Error('the writer reported nothing');
    console.log(
      `  ${label}: ${count(run.ms)} ms, longest stall ${milliseconds(load.stall.max)}, ` +
        `before and after ${milliseconds(load.quietMaxMs)}, load ${run.machineLoad}`,
    );
    return { ...run, load };
  });
  console.log(`\n${renderRuns(measured)}\n`);
  for (const [way, runs] of measured) {
    const errors = runs.flatMap(({ load }) => load.errors);
    if (errors.length > 0) console.log(`  ${way.name}, errors: ${errors.join('; ')}`);
  }
  const ours = measured.get(ways.ours);
  return [...(ours ? judge(ours, ways.ours.name) : []), ...failures, ...faults];
}

const HEADER = [
  '',
  'ms',
  'stall p50',
  'p99',
  'longest',
  'one insert',
  'no move',
  'acknowledged',
  'lost',
  'errors',
  'least seen',
  'longest read',
];

function renderRuns(measured: ReadonlyMap<Way, readonly LoadedRun[]>): string {
  const lines = [...measured].map(([way, runs]) => {
    const of = (figure: (load: LoadResult) => number): number => median(runs.map(({ load }) => figure(load)));
    const sum = (figure: (load: LoadResult) => number): string =>
      count(runs.reduce((total, { load }) => total + figure(load), 0));
    return [
      way.name,
      count(median(runs.map(({ ms }) => ms))),
      of(({ stall }) => stall.p50).toFixed(1),
      of(({ stall }) => stall.p99).toFixed(1),
      of(({ stall }) => stall.max).toFixed(1),
      of(({ longestInsertMs }) => longestInsertMs).toFixed(1),
      of(({ quietMaxMs }) => quietMaxMs).toFixed(1),
      sum(({ acknowledged }) => acknowledged),
      sum(({ lost }) => lost),
      sum(({ errorCount }) => errorCount),
      count(Math.min(...runs.map(({ load }) => load.leastSeen))),
      of(({ readMaxMs }) => readMaxMs).toFixed(1),
    ];
  });
  return renderTable([HEADER, ...lines]);
}

function judge(runs: readonly LoadedRun[], name: string): Judgement[] {
  const loads = runs.map(({ load }) => load);
  const lost = loads.reduce((total, load) => total + load.lost, 0);
  const leastSeen = Math.min(...loads.map((load) => load.leastSeen));
  return [
    atMost({
      what: `the writer's longest stall beside ${name}, from when an insert was due`,
      figure: Math.max(...loads.map(({ stall }) => stall.max)),
      bar: MOST_STALL_MS,
      show: milliseconds,
    }),
    isTrue(
      'no acknowledged booking is lost or doubled',
      lost > 0
        ? [`${count(lost)} of ${count(loads.reduce((total, load) => total + load.acknowledged, 0))}`]
        : [],
    ),
    isTrue(
      'neither the writer nor the reader gets an error',
      loads.flatMap(({ errors }) => errors),
    ),
    isTrue(
      `the reader always sees all ${count(KNOWN_BOOKINGS)} known bookings`,
      leastSeen === KNOWN_BOOKINGS ? [] : [`${count(leastSeen)} once`],
    ),
    isTrue(
      'the seeded rows keep count and checksum beside the writer',
      runs.flatMap(({ faults }) => faults),
    ),
  ];
}
