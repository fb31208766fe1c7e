/** `apply` to a database in use beside the bare SQL of the same: how long a writer stands still, and what proof costs. */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { fingerprint, type MonthRange, seed, wholeRange } from '../manager/booking-set.ts';
import { withDatabase } from '../manager/databases.ts';
import { type DiskServer, SERVER_SETTINGS, withDiskServer } from '../manager/disk-server.ts';
import {
  atMost,
  count,
  exitStatusOf,
  isTrue,
  type Judgement,
  milliseconds,
  renderJudgement,
  times,
} from '../manager/judgement.ts';
import { loadOf, type LoadResult, startLoad } from '../manager/load.ts';
import { type Sets, showLoad } from '../manager/one-move.ts';
import { median } from '../median.ts';
import { renderTable } from '../table.ts';
import { baseFiles, type Release, releases, seedVisits } from './releases.ts';
import { runApply } from './run-apply.ts';
import { type Gone, type Way, WAYS } from './ways.ts';

const INSERTS_PER_SECOND = 200;
const KNOWN_BOOKINGS = 1000;
const BEFORE_MS = 2000;
const AFTER_MS = 1500;
/** Over the bare SQL that locks, counts and hashes the same rows. */
const MOST_RATIO = 1.5;

interface Options {
  readonly rows: number;
  readonly runs: number;
}

interface Turn extends Gone {
  readonly ms: number;
  readonly load: LoadResult;
  readonly faults: readonly string[];
}

/** @returns the exit status: 1 where a bar is missed, 64 where the options are wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 64;
  }
  return withDiskServer(10 * 1024 ** 3 + options.rows * 900, async (server) => {
    const settings = Object.entries(SERVER_SETTINGS).map(([name, value]) => `${name} ${value}`);
    console.log(`PostgreSQL ${server.version}, data on disk in ${server.place}, ${settings.join(', ')}`);
    const judgements = await measure(server, options);
    console.log(`\n${judgements.map(renderJudgement).join('\n')}`);
    return exitStatusOf(judgements);
  });
}

function parseOptions(args: readonly string[]): Options | string {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '5000000' }, runs: { type: 'string', default: '3' } },
  });
  const [rows = 0, runs = 0] = [values.rows, values.runs].map(Number);
  const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number > 0;
  return isWhole(rows) && isWhole(runs) ? { rows, runs } : '--rows and --runs are whole numbers above 0';
}

/** The base is brought by apply itself, filled, and cloned for each turn. */
async function measure(server: DiskServer, { rows, runs }: Options): Promise<Judgement[]> {
  const months = wholeRange(new Date());
  const base = baseFiles(months);
  return withDatabase(server, undefined, async ({ client, settings }, template) => {
    console.log(`filling ${count(rows)} bookings in 25 partitions, and ${count(rows / 5)} visits`);
    await runApply({ settings, files: base, verify: 'touched', startedAt: new Date() });
    for (const statement of [seed(rows, months), seedVisits(rows / 5, months), 'vacuum analyze'])
      await client.query(statement);
    await client.end();
    const judgements: Judgement[] = [];
    for (const release of releases(months)) {
      const measured = await measureRelease({ server, rows, months, template }, release, runs);
      console.log(`\n${renderRelease(release, measured)}`);
      judgements.push(...judge(release, measured));
    }
    return judgements;
  });
}

interface Ground {
  readonly server: DiskServer;
  readonly rows: number;
  readonly months: readonly MonthRange[];
  readonly template: string;
}

type Measured = ReadonlyMap<Way, readonly Turn[]>;

/** They take turns, each turn beginning with another. */
async function measureRelease(ground: Ground, release: Release, runs: number): Promise<Measured> {
  const ways = Object.values(WAYS);
  const measured = new Map<Way, Turn[]>(ways.map((way) => [way, []]));
  for (let turn = 0; turn < runs; turn++) {
    const first = turn % ways.length;
    for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
      const result = await takeTurn(ground, release, way);
      console.log(
        `  run ${turn + 1} of ${runs}  ${release.name}, ${way.name}: ${milliseconds(result.ms)}, ` +
          `longest stall ${milliseconds(result.load.stall.max)}, load ${showLoad()}`,
      );
      measured.get(way)?.push(result);
    }
  }
  return measured;
}

async function takeTurn(
  { server, rows, months, template }: Ground,
  release: Release,
  way: Way,
): Promise<Turn> {
  return withDatabase(server, template, async (database) => {
    const { client } = database;
    // Reads all rows into memory, too.
    const before = await fingerprint(client, rows);
    await client.query('checkpoint');
    const sets: Sets = {
      server,
      rows,
      months,
      templates: { plain: template, pg_partman: undefined, partmanFault: undefined },
    };
    const load = await startLoad({ database, sets, rate: INSERTS_PER_SECOND });
    try {
      await load.pass(BEFORE_MS);
      const startedAt = performance.timeOrigin + performance.now();
      const gone = await way.go(release, baseFiles(months), database);
      const endedAt = performance.timeOrigin + performance.now();
      await load.pass(AFTER_MS);
      const result = await loadOf(load, client, { startedAt, endedAt });
      const after = await seededFingerprint(database.client, rows);
      return {
        ...gone,
        ms: endedAt - startedAt,
        load: result,
        faults: before === after ? [] : [`${way.name}: ${before} before, ${after} after`],
      };
    } finally {
      load.end();
    }
  });
}

/** Of the columns that there were before: a release may add one. */
async function seededFingerprint(client: Parameters<typeof fingerprint>[0], rows: number): Promise<string> {
  const { rows: columns } = await client.query<{ n: number }>(
    "select count(*)::integer as n from information_schema.columns where table_name = 'amenity_booking' and column_name = 'note'",
  );
  if (columns[0]?.n === 1) await client.query('alter table amenity_booking drop column note');
  return fingerprint(client, rows);
}

const HEADER = [
  '',
  'ms',
  'the file',
  'plan said',
  'stall p50',
  'p99',
  'longest',
  'longest read',
  'acknowledged',
  'lost',
  'least seen',
];

function renderRelease(release: Release, measured: Measured): string {
  const lines = [...measured].map(([way, turns]) => {
    const of = (figure: (turn: Turn) => number | undefined): string => {
      const figures = turns.map(figure).filter((one) => one !== undefined);
      return figures.length === 0 ? '' : count(median(figures));
    };
    return [
      way.name,
      of(({ ms }) => ms),
      of(({ fileMs }) => fileMs),
      of(({ expectedMs }) => expectedMs),
      of(({ load }) => load.stall.p50),
      of(({ load }) => load.stall.p99),
      of(({ load }) => load.stall.max),
      of(({ load }) => load.readMaxMs),
      count(turns.reduce((sum, { load }) => sum + load.acknowledged, 0)),
      count(turns.reduce((sum, { load }) => sum + load.lost, 0)),
      count(Math.min(...turns.map(({ load }) => load.leastSeen))),
    ];
  });
  return `${release.name}\n\n${renderTable([HEADER, ...lines])}`;
}

function judge(release: Release, measured: Measured): Judgement[] {
  const all = [...measured.values()].flat();
  const errors = [...new Set(all.flatMap(({ load }) => load.errors))];
  const lost = all.reduce((sum, { load }) => sum + load.lost, 0);
  const leastSeen = Math.min(...all.map(({ load }) => load.leastSeen));
  const ms = (way: Way): number => median((measured.get(way) ?? []).map((turn) => turn.ms));
  return [
    atMost({
      what: `${release.name}: apply --verify touched over the bare SQL with the same proof`,
      figure: ms(WAYS.touched) / ms(WAYS.bareProven),
      bar: MOST_RATIO,
      show: times,
    }),
    isTrue(`${release.name}: no acknowledged booking is lost or doubled`, lost > 0 ? [count(lost)] : []),
    isTrue(`${release.name}: neither the writer nor the reader gets an error`, errors),
    isTrue(
      `${release.name}: the reader always sees all ${count(KNOWN_BOOKINGS)} known bookings`,
      leastSeen === KNOWN_BOOKINGS ? [] : [`${count(leastSeen)} once`],
    ),
    isTrue(
      `${release.name}: the seeded rows keep count and checksum`,
      all.flatMap(({ faults }) => faults),
    ),
  ];
}
