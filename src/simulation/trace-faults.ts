/** Adds to each row fault of a history the place that caused it. */
import type { Pass, RowAccount, RowFault, StepRecord, TableState } from '../domain/history.ts';
import type { PassPlan, Step } from '../domain/scenario.ts';
import { type FaultKind, findGuiltyStatement, type Guilt } from './guilty-statement.ts';
import { callLocation } from './interval-call.ts';
import { firstLine } from './sql-failure.ts';
import type { RunContext } from './run-context.ts';
import type { Templates } from './templates.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

const KINDS: readonly FaultKind[] = ['lost', 'duplicated', 'changed'];

/** After migrations the guilty statement is searched for; after a call it is the function that was called. */
export async function traceFaults(
  context: RunContext,
  templates: Templates,
  plan: PassPlan,
  failed: { readonly database: ThrowawayDatabase; readonly pass: Pass },
): Promise<Pass> {
  const records: StepRecord[] = [];
  for (const record of failed.pass.records) {
    const tables: TableState[] = [];
    for (const state of record.tables) tables.push(await traceTable(record, state));
    records.push({ ...record, tables });
  }
  return { ...failed.pass, records };

  async function traceTable(record: StepRecord, state: TableState): Promise<TableState> {
    const { rows } = state;
    if (!rows || record.given || KINDS.every((kind) => rows[kind].count === 0)) return state;
    let account: RowAccount = rows;
    for (const kind of KINDS) {
      if (rows[kind].count === 0) continue;
      const guilt = await guiltOf(record.step, { table: state.table, rows, kind });
      if (guilt) account = { ...account, [kind]: { ...account[kind], ...guilt } satisfies RowFault };
    }
    return { ...state, rows: account };
  }

  async function guiltOf(
    step: Step,
    { table, rows, kind }: { table: string; rows: RowAccount; kind: FaultKind },
  ): Promise<Partial<Guilt> | undefined> {
    if (step.kind !== 'apply-migrations') {
      const location = callLocation(context);
      const called = 'to' in step && context.call ? firstLine(context.call(step.to)) : undefined;
      return location && { location, ...(called === undefined ? {} : { statement: called }) };
    }
    const seeded = failed.database.seeded.find((s) => s.judged.table === table);
    if (!seeded) return undefined;
    const template = await templates.prepared(plan.given);
    const replayIn = await templates.clone(template);
    try {
      return await findGuiltyStatement(context, failed.database, {
        kind,
        seeded: { ...seeded, columns: seeded.columns.filter((c) => !rows.redefinedColumns.includes(c.name)) },
        migrations: context.migrations[step.which],
        seedBetween: step.seedBetween,
        replayIn,
        replayFrom: template,
      });
    } finally {
      await context.server.dropDatabase(replayIn);
    }
  }
}
