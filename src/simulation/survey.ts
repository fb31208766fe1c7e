/** Finds out what there is to judge: plays every migration once, from nothing, and reads the catalog. */
import type { StepRecord } from '../domain/history.ts';
import { type Instant, parseInstant } from '../domain/instant.ts';
import type { Step } from '../domain/scenario.ts';
import { type CatalogLayouts, type PartitionedTable, readLayouts } from '../postgres/catalog-layout.ts';
import { readTableFacts, type TableFacts } from '../postgres/table-facts.ts';
import { OWN_SCHEMA } from './ledger.ts';
import { quoteIdentifier, quoteLiteral } from '../postgres/connection.ts';
import { playStep } from './play-step.ts';
import type { RunContext } from './run-context.ts';
import { createEmptyDatabase, type ThrowawayDatabase, withDatabase } from './throwaway-database.ts';

export interface Survey {
  /** The database that it was played in: a start for others. */
  readonly database: string;
  readonly record: StepRecord;
  readonly layouts: CatalogLayouts;
  /** Partitioned by range on a time after one of the files, and not there any more at the end. */
  readonly passing: readonly PartitionedTable[];
  /** Of the tables that are partitioned by range on a time. */
  readonly facts: readonly TableFacts[];
  /** Every table, as format('%I.%I') prints it. */
  readonly tables: readonly string[];
  readonly manager: FoundManager | undefined;
  /** A time zone with another hour than UTC, and the same date. */
  readonly otherZone: string;
  readonly serverNow: Instant;
}

/** A function or procedure `manage_partitions` that can be called with a text and two integers. */
export interface FoundManager {
  readonly isProcedure: boolean;
  /** Quoted where SQL needs it. */
  readonly name: string;
}

/** @param context one without judged tables: which there are is what the survey finds. */
export async function survey(context: RunContext, step: Step): Promise<Survey> {
  const database = await createEmptyDatabase(context);
  return withDatabase(context, { name: database, seeded: [], seedFailures: new Map() }, async (open) => {
    const seen = new Map<number, PartitionedTable>();
    const record = await playStep(context, open, step, {
      given: true,
      isLast: false,
      afterFile: async () => {
        for (const table of (await readLayouts(open.observer)).judged) seen.set(table.oid, table);
      },
    });
    const layouts = await readLayouts(open.observer);
    for (const { oid } of layouts.judged) seen.delete(oid);
    const facts: TableFacts[] = [];
    for (const { oid } of layouts.judged) {
      const read = await readTableFacts(open.observer, oid);
      if (read) facts.push(read);
    }
    return {
      database,
      record,
      layouts,
      passing: [...seen.values()],
      facts,
      tables: await listTables(open),
      manager: await findManager(open),
      ...(await readClock(open)),
    };
  });
}

async function listTables({ observer }: ThrowawayDatabase): Promise<string[]> {
  const { rows } = await observer.query<{ table: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema', $1)
      order by 1`,
    [OWN_SCHEMA],
  );
  return rows.map((row) => row.table);
}

/** What is counted from the date of today must come out alike in the other zone: only the hour may be another. */
async function readClock({ observer }: ThrowawayDatabase): Promise<Pick<Survey, 'otherZone' | 'serverNow'>> {
  const { rows } = await observer.query<{ now: string; hour: number }>(
    `select pg_catalog.now()::text as now, pg_catalog.date_part('hour', pg_catalog.now()) as hour`,
  );
  const [read] = rows;
  const serverNow = parseInstant(read?.now ?? '');
  if (!read || serverNow === undefined) throw new Error('The server tells no time.');
  return { otherZone: read.hour < 10 ? 'Pacific/Auckland' : 'America/Los_Angeles', serverNow };
}

/** One that takes a text and two numbers; arguments beyond have defaults, and smallint takes no literal number. */
export async function findManager({
  observer,
}: Pick<ThrowawayDatabase, 'observer'>): Promise<FoundManager | undefined> {
  const { rows } = await observer.query<{ schema: string; isProcedure: boolean }>(
    `select n.nspname as schema, p.prokind = 'p' as "isProcedure"
       from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.proname = 'manage_partitions' and p.prokind in ('f', 'p')
        and p.pronargs >= 3 and p.pronargs - p.pronargdefaults <= 3
        and (select pg_catalog.string_agg(t.typcategory::text, '' order by a.position)
               from pg_catalog.unnest(p.proargtypes::oid[]) with ordinality a(type, position)
               join pg_catalog.pg_type t on t.oid = a.type
              where a.position <= 3 and a.type <> 'smallint'::regtype) = 'SNN'
      order by n.nspname <> 'public', n.nspname limit 1`,
  );
  const [found] = rows;
  if (!found) return undefined;
  return {
    isProcedure: found.isProcedure,
    name:
      found.schema === 'public' ? 'manage_partitions' : `${quoteIdentifier(found.schema)}.manage_partitions`,
  };
}

const CUSTOMARY_TABLE = 'amenity_booking';

/** The call where none is configured: the found manager, with the prefix of the customary table or else the first. */
export function defaultCall(manager: FoundManager, layouts: CatalogLayouts): string {
  const names = layouts.judged.map((t) => t.layout.table.replace(/^.*\./, '').replaceAll('"', ''));
  const table = names.includes(CUSTOMARY_TABLE) ? CUSTOMARY_TABLE : (names[0] ?? CUSTOMARY_TABLE);
  const verb = manager.isProcedure ? 'CALL' : 'SELECT';
  return `${verb} ${manager.name}(${quoteLiteral(`${table}_`)}, :frequency, :interval_months)`;
}
