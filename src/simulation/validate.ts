/** Validates migrations on a throwaway server: surveys, plays every scenario, and lets the checks judge. */
import { availableParallelism } from 'node:os';
import pg from 'pg';
import type { Instant } from '../domain/instant.ts';
import { OperatorError } from '../domain/operator-error.ts';
import type { RunResult, ScenarioResult, Share } from '../domain/result.ts';
import type { Scenario, Step } from '../domain/scenario.ts';
import { retentionRule } from '../domain/retention.ts';
import { worstVerdict } from '../domain/verdict.ts';
import type { BaseComparison } from '../migrations/compare-with-base.ts';
import { flywayNotes } from '../migrations/flyway-notes.ts';
import { mentionedValues } from '../migrations/mentioned-values.ts';
import type { Migration } from '../migrations/migration.ts';
import { MIGRATOR, OBSERVER } from '../postgres/roles.ts';
import type { ThrowawayServer } from '../postgres/server.ts';
import { runwayNotes } from '../report/runway-notes.ts';
import { renderManageCall, renderRetentionCall } from '../settings/manage-call.ts';
import type { RetentionSettings, ValidateSettings } from '../settings/validate-settings.ts';
import { auditPlaceOf, refuseMissingLog } from './audit-place.ts';
import { chooseScenarios } from './choose-scenarios.ts';
import { chooseTables, displayName, qualified, requireTables } from './judged-table.ts';
import { scopeNotes } from './scope-notes.ts';
import { waiverNotes } from './waiver-notes.ts';
import { type Judging, judgingOf } from './judge-history.ts';
import { playScenario } from './play-scenario.ts';
import { inParallel } from './pool.ts';
import type { RunContext } from './run-context.ts';
import { prepareRoles, type RunRoles } from './run-roles.ts';
import { defaultCall, type Survey, survey } from './survey.ts';
import { Templates } from './templates.ts';

export interface Validation {
  readonly server: ThrowawayServer;
  readonly settings: ValidateSettings;
  readonly head: readonly Migration[];
  /** Undefined where there is no base: every migration is the change. */
  readonly base:
    { readonly migrations: readonly Migration[]; readonly comparison: BaseComparison } | undefined;
  /** A statement that runs for longer is taken for one that never ends; five minutes where it is not said. */
  readonly statementTimeoutMs?: number;
  /** Four at most, and two at least, by the machine's cores where it is not said. */
  readonly scenariosAtOnce?: number;
  readonly onStart: (scenarios: number) => void;
  readonly onRunning: (names: readonly string[]) => void;
  readonly onFinished: (result: ScenarioResult) => void;
}

export type ValidationResult = Pick<RunResult, 'verdict' | 'tables' | 'scenarios' | 'notes'> & {
  readonly shard: Share;
};

const STATEMENT_TIMEOUT_MS = 300_000;

export const validate = (validation: Validation): Promise<ValidationResult> =>
  surveyAndPlay(validation).catch(refuseChangedRoles);

async function surveyAndPlay(validation: Validation): Promise<ValidationResult> {
  const { settings } = validation;
  const rolesMade = await prepareRoles(validation.server, [
    ...(validation.base?.migrations ?? []),
    ...validation.head,
  ]);
  const bare = bareContext(validation, rolesMade);
  const head = await survey(bare, APPLY_ALL);
  const base = validation.base && (await survey(bare, APPLY_BASE));
  const context = withTables(bare, settings, head, base);
  const { scenarios, share } = chooseScenarios({
    settings,
    context,
    survey: head,
    hasBase: base !== undefined,
  });
  const templates = new Templates(context);
  templates.adopt([APPLY_ALL], head);
  if (base) templates.adopt([APPLY_BASE], base);
  validation.onStart(scenarios.length);
  const plan = { context, templates, scenarios, judging: judgingOf(settings) };
  const results = await playAll(validation, plan);
  return {
    verdict: worstVerdict(results.map((result) => result.verdict)),
    tables: context.tables.map((table) => table.table),
    shard: share,
    scenarios: results,
    notes: [
      ...runwayNotes(results),
      ...(head.record.outcome.kind === 'done' ? waiverNotes(settings, results) : []),
      ...rolesGiven(rolesMade),
      ...flywayNotes(validation.head),
      ...scopeNotes(settings, context, head),
    ],
  };
}

/** What the program's own roles are refused with where the SQL under test has changed them (manual, appendix A). */
const CHANGED_ROLE = new Set([
  ...['28000', '28P01', '42501', '42704', '53300', '25006'],
  ...['3D000', '3F000', '55006', '57014', '57P01', '57P05', '25P03'],
]);

/** Up to PostgreSQL 15 whoever may create roles may also change those that the program works with. */
function refuseChangedRoles(error: unknown): never {
  if (!(error instanceof pg.DatabaseError) || !CHANGED_ROLE.has(error.code ?? '')) throw error;
  throw new OperatorError(
    `what this program works with, a role or a database, was changed by the SQL under test: ${error.message}`,
    {
      code: 'roles-changed',
      hint: `Take out of the migrations what changes the roles ${MIGRATOR} and ${OBSERVER}, or who may connect to a database.`,
      cause: error,
    },
  );
}

/** As the scenarios spell it: what they begin with is found again. */
const APPLY_ALL: Step = {
  kind: 'apply-migrations',
  which: 'all',
  seedBetween: false,
  label: 'apply every migration',
};
const APPLY_BASE: Step = {
  kind: 'apply-migrations',
  which: 'base',
  seedBetween: false,
  label: 'apply the released migrations',
};

interface Plan {
  readonly context: RunContext;
  readonly templates: Templates;
  readonly scenarios: readonly Scenario[];
  readonly judging: Judging;
}

/** Preparations go first, side by side: scenarios wait for the one they need. */
async function playAll(validation: Validation, plan: Plan): Promise<ScenarioResult[]> {
  const { context, templates, scenarios, judging } = plan;
  const running = new Set<string>();
  const play = async (scenario: Scenario): Promise<ScenarioResult> => {
    running.add(scenario.name);
    validation.onRunning([...running]);
    const result = await playScenario({ context, templates, judging }, scenario);
    running.delete(scenario.name);
    validation.onFinished(result);
    return result;
  };
  const givens = new Map(scenarios.flatMap((s) => s.passes).map((p) => [JSON.stringify(p.given), p.given]));
  const preparations = [...givens.values()].map((given) => async (): Promise<undefined> => {
    await templates.prepared(given);
  });
  // The longest first, so that none is left to run alone at the end.
  const longestFirst = [...scenarios].sort((a, b) => workOf(b) - workOf(a));
  const results = new Map<string, ScenarioResult>();
  const tasks = [
    ...preparations,
    ...longestFirst.map((scenario) => async () => void results.set(scenario.name, await play(scenario))),
  ];
  const atOnce = validation.scenariosAtOnce ?? Math.min(4, Math.max(2, availableParallelism()));
  await inParallel<undefined>(tasks, atOnce);
  return scenarios.flatMap((scenario) => results.get(scenario.name) ?? []);
}

/** Roughly: a pass is one, and one without a preparation to start from has more to do itself. */
const workOf = ({ passes }: Scenario): number =>
  passes.reduce((sum, { given }) => sum + (given.length === 0 ? 4 : 1), 0);

function bareContext(
  { server, settings, head, base, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: Validation,
  rolesMade: RunRoles,
): RunContext {
  let databases = 0;
  return {
    server,
    now: settings.now,
    seed: settings.seed,
    rows: settings.rows,
    runwayDays: settings.checks.runwayDays,
    lockBudget: settings.checks.lockBudget,
    migrations: { all: head, base: base?.migrations ?? [], change: base?.comparison.pending ?? head },
    mentioned: mentionedValues(head),
    historyViolations: base?.comparison.violations,
    tables: [],
    call: undefined,
    seedSql: new Map(settings.seedSql.map((seed) => [displayName(qualified(seed.table)), seed.sql])),
    assertions: settings.assertions,
    auditLog: auditPlaceOf(settings),
    rolesMade,
    statementTimeoutMs,
    nextDatabase: () => `${server.databasePrefix}run_${(databases += 1)}`,
  };
}

function withTables(
  bare: RunContext,
  settings: ValidateSettings,
  head: Survey,
  base: Survey | undefined,
): RunContext {
  const call =
    settings.manage.call ??
    (head.manager
      ? { sql: defaultCall(head.manager, head.layouts), where: 'the default of manage.call' }
      : undefined);
  const tables = chooseTables({
    settings: settings.tables,
    head: head.layouts,
    headFacts: head.facts,
    // With a base, a table that the change itself makes and takes away never held a row.
    before: base?.layouts.judged ?? head.passing,
    call: call?.sql,
  });
  if (head.record.outcome.kind === 'done') {
    const passing = head.passing.map((t) => t.layout.table);
    requireTables(
      tables,
      [...head.tables, ...passing, ...(base?.tables ?? [])],
      settings.configFile ?? 'configuration',
    );
    if (!head.record.audit) refuseMissingLog(settings);
  }
  return {
    ...bare,
    tables,
    call: call && ((interval) => renderManageCall(call, interval, settings.retention?.keep)),
    ...(settings.retention ? { retention: retentionOf(settings, settings.retention, head.serverNow) } : {}),
  };
}

const retentionOf = (
  { now, manage }: ValidateSettings,
  rule: RetentionSettings,
  serverNow: Instant,
): RunContext['retention'] & object => ({
  ...retentionRule(rule, now, serverNow),
  call: manage.retention && renderRetentionCall(manage.retention, rule.keep),
});

function rolesGiven({ given }: RunRoles): string[] {
  if (given.length === 0) return [];
  return [
    `Made for the run, because the SQL names them and makes them nowhere: ${given.length === 1 ? 'the role' : 'the roles'} ${given.join(', ')}.`,
  ];
}
