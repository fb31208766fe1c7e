/** The partition manager beside pg_partman and the least that PostgreSQL itself can do, in one run on one server. */
import { parseArgs } from 'node:util';
import {
  INDEX,
  KEY,
  monthlyPartitions,
  type MonthRange,
  parentTable,
  seed,
  wholeRange,
} from './booking-set.ts';
import { measureConversion } from './conversion.ts';
import { measureDailyPartitions } from './daily-partitions.ts';
import { withDatabase, withTemplate } from './databases.ts';
import { type DiskServer, SERVER_SETTINGS, withDiskServer } from './disk-server.ts';
import { measureIntervalChange } from './interval-change.ts';
import { count, exitStatusOf, type Judgement, refusal, renderJudgement } from './judgement.ts';
import { measureMovesWithWriter } from './moves-with-writer.ts';
import type { Sets } from './one-move.ts';
import { findPartmanFault, partmanSet } from './pg-partman.ts';
import { measureQuietMoves } from './quiet-moves.ts';
import { showRawWork } from './raw-work.ts';
import { makeWays } from './ways.ts';

/** In the order in which they are measured. */
const PARTS = ['move', 'writer', 'raw', 'daily', 'change', 'convert'] as const;
type Part = (typeof PARTS)[number];

interface Options {
  readonly rows: number;
  readonly bigRows: number;
  readonly runs: number;
  readonly parts: ReadonlySet<Part>;
  readonly peersWithWriter: boolean;
}

/** @returns the exit status: 1 where a bar is missed, 2 where one could not be judged, 64 where the options are wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 64;
  }
  return await withDiskServer(neededBytes(options), async (server) => {
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
    options: {
      rows: { type: 'string', default: '2000000' },
      'big-rows': { type: 'string', default: '10000000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: PARTS.join(',') },
      'peers-with-writer': { type: 'boolean', default: false },
    },
  });
  const numbers = [values.rows, values['big-rows'], values.runs].map(Number);
  if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0))
    return '--rows, --big-rows and --runs are whole numbers above 0';
  const names = values.only.split(',');
  const parts = PARTS.filter((part) => names.includes(part));
  if (parts.length < names.length) return `--only takes some of: ${PARTS.join(',')}`;
  const [rows = 0, bigRows = 0, runs = 0] = numbers;
  return { rows, bigRows, runs, parts: new Set(parts), peersWithWriter: values['peers-with-writer'] };
}

const GIGABYTE = 1024 ** 3;

/** The log, two templates and two clones of the small set, and of the big one a template and a clone that is rewritten. */
const neededBytes = ({ rows, bigRows, parts }: Options): number =>
  10 * GIGABYTE + rows * 1200 + (parts.has('change') || parts.has('convert') ? bigRows * 1600 : 0);

async function measure(server: DiskServer, options: Options): Promise<Judgement[]> {
  const now = new Date();
  const months = wholeRange(now);
  const { parts, runs, rows, bigRows, peersWithWriter } = options;
  const judgements: Judgement[] = [];
  const measurePart = async (part: Part, body: () => Promise<readonly Judgement[]>): Promise<void> => {
    if (!parts.has(part)) return;
    try {
      judgements.push(...(await body()));
    } catch (error) {
      judgements.push(refusal(part, error));
    }
  };
  if (parts.has('move') || parts.has('writer') || parts.has('raw')) {
    await withSets(server, { rows, months, now }, async (sets) => {
      const ways = makeWays(months);
      await measurePart('move', () => measureQuietMoves(sets, ways, runs));
      await measurePart('writer', () =>
        measureMovesWithWriter(sets, ways, { runs, withPeers: peersWithWriter }),
      );
      await measurePart('raw', () => showRawWork(sets, runs));
    });
  }
  await measurePart('daily', () => measureDailyPartitions(server, runs));
  await measurePart('change', () => measureIntervalChange(server, months, { manyRows: bigRows, runs }));
  await measurePart('convert', () => measureConversion(server, months, { rows: bigRows, runs }));
  return judgements;
}

/** Two monthly sets with the same rows, one of them made by pg_partman where it is there. */
async function withSets<T>(
  server: DiskServer,
  { rows, months, now }: { rows: number; months: readonly MonthRange[]; now: Date },
  body: (sets: Sets) => Promise<T>,
): Promise<T> {
  const fault = await withDatabase(server, undefined, ({ client }) => findPartmanFault(client));
  console.log(`filling sets of ${count(rows)} rows`);
  const fill = (partitions: readonly string[]): string[] => [
    parentTable(KEY),
    INDEX,
    ...partitions,
    seed(rows, months),
  ];
  const common = { server, rows, months } as const;
  return await withTemplate(server, fill(monthlyPartitions(months)), (plain) =>
    fault !== undefined
      ? body({ ...common, templates: { plain, pg_partman: undefined, partmanFault: fault } })
      : withTemplate(server, fill(partmanSet(months, now)), (template) =>
          body({ ...common, templates: { plain, pg_partman: template, partmanFault: undefined } }),
        ),
  );
}
