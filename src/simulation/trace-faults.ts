/** Adds to a pass that failed the places that caused it: one replay finds the guilty of all its faults. */
import type { Origin, Pass, Place, RowAccount, RowFault, StepRecord, TableState } from '../domain/history.ts';
import type { PassPlan } from '../domain/scenario.ts';
import { findGuilt, type Guilt, originsOf, type Reading } from './guilty-statement.ts';
import { callLocation } from './interval-call.ts';
import type { RunContext } from './run-context.ts';
import { firstLine } from '../postgres/sql-failure.ts';
import type { Templates } from './templates.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';
import { replayPass } from './tracing/replay.ts';
import { type FaultKind, readSought, type Search } from './tracing/sought-rows.ts';

type FaultName = 'lost' | 'duplicated' | 'changed' | 'movedToCatchAll';

const KINDS: Readonly<Record<FaultName, FaultKind>> = {
  lost: 'lost',
  duplicated: 'duplicated',
  changed: 'changed',
  movedToCatchAll: 'moved to catch-all',
};
const FAULTS = Object.keys(KINDS) as readonly FaultName[];

export interface Tracing {
  readonly context: RunContext;
  readonly templates: Templates;
  readonly plan: PassPlan;
  /** Whether a check fails on the pass and can't tell where. */
  readonly lacksPlaces: (pass: Pass) => boolean;
}

/** @param failed the pass with its database, as it was left. */
export async function traceFaults(
  tracing: Tracing,
  failed: { readonly database: ThrowawayDatabase; readonly pass: Pass },
): Promise<Pass> {
  const wanted = searchesIn(failed.pass, failed.database);
  if (wanted.length === 0 && !tracing.lacksPlaces(failed.pass)) return failed.pass;
  const traced = await tracePlayed(tracing, failed, wanted);
  // What is wrong may have come with the preparation, which many passes share.
  const isOpen = tracing.plan.given.length > 0 && tracing.lacksPlaces(traced);
  const { records } = isOpen ? await traceGiven(tracing, traced) : traced;
  return { ...traced, records: records.map((record) => withCall(tracing.context, record)) };
}

async function traceGiven(tracing: Tracing, pass: Pass): Promise<Pass> {
  const origins = await originsOfGiven(tracing, pass);
  const given = pass.records.filter((record) => record.given);
  return {
    ...pass,
    records: pass.records.map((record) => withOrigins(record, origins[given.indexOf(record)] ?? [])),
  };
}

function withCall(context: RunContext, record: StepRecord): StepRecord {
  const call = record.given ? undefined : callOf(context, record);
  return call ? { ...record, call } : record;
}

async function tracePlayed(
  { context, templates, plan }: Tracing,
  { database, pass }: { readonly database: ThrowawayDatabase; readonly pass: Pass },
  wanted: readonly Wanted[],
): Promise<Pass> {
  const searches = [];
  for (const { search } of wanted)
    searches.push({ search, rows: await readSought(database.observer, search) });
  const played = pass.records.filter((record) => !record.given);
  const points = await replayPass({ context, templates, plan, records: played, searches });
  const reading = readingOf(context, played, points);
  const guilts = wanted.map(({ table, fault }, index) => ({
    table,
    fault,
    guilt: findGuilt(reading, KINDS[fault], index),
  }));
  const records = pass.records.map((record) => {
    const step = played.indexOf(record);
    if (step === -1) return record;
    const call = callOf(context, record);
    const tables = record.tables.map((state) =>
      withGuilt(state, (fault) => {
        const found = guilts.find((g) => g.table === state.table && g.fault === fault)?.guilt;
        return found && found.step <= step ? found : call;
      }),
    );
    return withOrigins({ ...record, tables }, originsOf(reading, step));
  });
  return { ...pass, records };
}

const withOrigins = (record: StepRecord, origins: readonly Origin[]): StepRecord =>
  origins.length > 0 ? { ...record, origins } : record;

const readingOf = (
  context: RunContext,
  played: readonly StepRecord[],
  points: Reading['points'] | undefined,
): Reading => ({
  points: points ?? [],
  migrations: context.migrations.all,
  callOf: (step) => callOf(context, played[step]),
});

/** The preparation's origins, step by step: found once, whichever pass asks for them first. */
function originsOfGiven(
  { context, templates, plan }: Tracing,
  { records }: Pass,
): Promise<readonly (readonly Origin[])[]> {
  return templates.originsOf(plan.given, async () => {
    const given = records.filter((record) => record.given);
    const points = await replayPass({
      context,
      templates,
      plan: { label: plan.label, given: [], when: plan.given },
      records: given,
      searches: [],
    });
    const reading = readingOf(context, given, points);
    return given.map((_, step) => originsOf(reading, step));
  });
}

interface Wanted {
  readonly table: string;
  readonly fault: FaultName;
  readonly search: Search;
}

/** One search for each kind of fault of each table: the last step that shows it was compared row by row. */
function searchesIn(pass: Pass, { seeded }: ThrowawayDatabase): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const record of pass.records.filter((r) => !r.given)) {
    for (const { table, rows } of record.tables) {
      const known = seeded.find((s) => s.judged.table === table);
      if (!rows || !known) continue;
      const columns = known.columns.filter((c) => !rows.redefinedColumns.includes(c.name));
      for (const fault of FAULTS.filter((name) => rows[name].count > 0)) {
        const search: Search = { kind: KINDS[fault], seeded: { ...known, columns } };
        wanted.set(`${fault} ${table}`, { table, fault, search });
      }
    }
  }
  return [...wanted.values()];
}

function withGuilt(state: TableState, guiltOf: (fault: FaultName) => Guilt | Place | undefined): TableState {
  const { rows } = state;
  if (!rows) return state;
  let account: RowAccount = rows;
  for (const fault of FAULTS.filter((name) => rows[name].count > 0)) {
    const guilt = guiltOf(fault);
    if (!guilt) continue;
    const { location, statement } = guilt;
    const traced: RowFault = {
      ...rows[fault],
      statement,
      ...(location ? { location } : {}),
      ...('calledBy' in guilt && guilt.calledBy ? { calledBy: guilt.calledBy } : {}),
      ...('movedAside' in guilt && guilt.movedAside ? { movedAside: guilt.movedAside } : {}),
    };
    account = { ...account, [fault]: traced };
  }
  return { ...state, rows: account };
}

/** What a step calls that applies no migration, and where that is defined. */
function callOf(context: RunContext, record: StepRecord | undefined): Place | undefined {
  if (!record || !('to' in record.step) || !context.call) return undefined;
  const location = callLocation(context);
  return { statement: firstLine(context.call(record.step.to)), ...(location ? { location } : {}) };
}
