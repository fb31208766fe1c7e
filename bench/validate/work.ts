/** The work that a run cannot avoid, as SQL: written by the program's own generators, and nothing between. */
import type { Client } from 'pg';
import { formatDay, type Instant } from '../../src/domain/instant.ts';
import type { Step } from '../../src/domain/scenario.ts';
import type { Migration } from '../../src/migrations/migration.ts';
import { readMigrations } from '../../src/migrations/read-migrations.ts';
import { CUSTOMARY_LOG } from '../../src/postgres/audit-log.ts';
import type { ThrowawayServer } from '../../src/postgres/server.ts';
import { scenariosFor } from '../../src/scenarios/catalogue.ts';
import { renderManageCall } from '../../src/settings/manage-call.ts';
import { chooseTables } from '../../src/simulation/judged-table.ts';
import { playStep } from '../../src/simulation/play-step.ts';
import type { RunContext } from '../../src/simulation/run-context.ts';
import { RunRoles } from '../../src/simulation/run-roles.ts';
import { seedTables } from '../../src/simulation/seed-tables.ts';
import { defaultCall, survey } from '../../src/simulation/survey.ts';
import {
  createEmptyDatabase,
  type ThrowawayDatabase,
  withDatabase,
} from '../../src/simulation/throwaway-database.ts';

/** A database to make, the statements to send to it, and whether others are cloned from it. */
export interface BareDatabase {
  readonly key: string;
  /** Key of the database that it is cloned from; undefined: an empty one. */
  readonly from: string | undefined;
  readonly statements: readonly string[];
  readonly isTemplate: boolean;
}

const INTERVALS = ['monthly', 'quarterly', 'yearly'] as const;

/** Enough to put a row into every partition in use, which is all that later statements depend on. */
const ROWS_WHILE_WRITING = 1000;

export interface WorkRequest {
  readonly server: ThrowawayServer;
  readonly root: string;
  readonly rows: number;
  readonly now: Instant;
}

/** The databases of the default run on `sql/migrations`, each after the one that it is cloned from. */
export async function writeWork(request: WorkRequest): Promise<BareDatabase[]> {
  const context = await openContext(request);
  const scenarios = scenariosFor({
    hasBase: false,
    changesInterval: true,
    intervals: INTERVALS,
    hasRepeatables: context.migrations.all.some((m) => m.kind === 'repeatable'),
    isZoned: true,
    otherZone: 'Pacific/Auckland',
    retires: false,
  });
  const databases = new Map<string, BareDatabase>();
  for (const { name, passes } of scenarios) {
    for (const { label, given, when } of passes) {
      const statements = await statementsOf(context, request.rows, given, when);
      const from = addTemplates(databases, given, statements.given);
      const key = `${name}, ${label}`;
      databases.set(key, { key, from, statements: statements.when, isTemplate: false });
    }
  }
  return [...databases.values()];
}

/** The first step of a preparation is shared by all of them. */
function addTemplates(
  databases: Map<string, BareDatabase>,
  given: readonly Step[],
  statements: readonly (readonly string[])[],
): string | undefined {
  const [first, ...rest] = given;
  if (!first) return undefined;
  const shared = first.label;
  databases.set(shared, { key: shared, from: undefined, statements: statements[0] ?? [], isTemplate: true });
  if (rest.length === 0) return shared;
  const key = given.map((step) => step.label).join(', ');
  databases.set(key, { key, from: shared, statements: statements.slice(1).flat(), isTemplate: true });
  return key;
}

async function openContext({ server, root, now }: WorkRequest): Promise<RunContext> {
  const all = await readMigrations(['sql/migrations'], {
    cwd: root,
    placeholders: {},
    flyway: {
      defaultSchema: 'public',
      user: 'partition_guard_owner',
      database: 'partition_guard',
      timestamp: `${formatDay(now)} 00:00:00`,
      table: 'flyway_schema_history',
    },
  });
  let made = 0;
  const bare: RunContext = {
    server,
    now,
    seed: 1,
    rows: ROWS_WHILE_WRITING,
    runwayDays: 0,
    mentioned: new Map(),
    lockBudget: { exclusiveMs: 1000, writerStallMs: 1000 },
    migrations: { all, base: [], change: all },
    historyViolations: undefined,
    tables: [],
    call: undefined,
    seedSql: new Map(),
    assertions: [],
    auditLog: CUSTOMARY_LOG,
    rolesMade: new RunRoles(),
    statementTimeoutMs: 300_000,
    nextDatabase: () => `${server.databasePrefix}writing_${(made += 1)}`,
  };
  const applied: Step = {
    kind: 'apply-migrations',
    which: 'all',
    seedBetween: false,
    label: 'apply every migration',
  };
  const { layouts, facts, manager, database } = await survey(bare, applied);
  await server.dropDatabase(database);
  if (!manager) throw new Error('sql/migrations defines no manage_partitions');
  const call = { sql: defaultCall(manager, layouts), where: 'the default of manage.call' };
  return {
    ...bare,
    tables: chooseTables({ settings: [], head: layouts, headFacts: facts, before: [], call: call.sql }),
    call: (interval) => renderManageCall(call, interval),
  };
}

/** Plays the steps with few rows, as the program does, and writes down what is unavoidable of each with many. */
async function statementsOf(
  context: RunContext,
  rows: number,
  given: readonly Step[],
  when: readonly Step[],
): Promise<{ readonly given: string[][]; readonly when: string[] }> {
  const name = await createEmptyDatabase(context);
  try {
    return await withDatabase(context, { name, seeded: [], seedFailures: new Map() }, async (database) => {
      const pen = new Pen(context, database, rows);
      const before: string[][] = [];
      for (const step of given) before.push(await pen.write(step));
      const after: string[][] = [];
      for (const step of when) after.push(await pen.write(step));
      return { given: before, when: [...after.flat(), ...pen.checksums] };
    });
  } finally {
    await context.server.dropDatabase(name);
  }
}

class Pen {
  readonly #context: RunContext;
  readonly #database: ThrowawayDatabase;
  readonly #rows: number;
  /** Count and checksum of every seeded table; none before the seeds. */
  checksums: readonly string[] = [];

  constructor(context: RunContext, database: ThrowawayDatabase, rows: number) {
    this.#context = context;
    this.#database = database;
    this.#rows = rows;
  }

  async write(step: Step): Promise<string[]> {
    switch (step.kind) {
      case 'apply-migrations':
        return step.seedBetween ? this.#applyInUse(this.#context.migrations.all) : this.#play(step);
      case 'seed': {
        const seeds = await this.#seeds(step.occupancy);
        await this.#play(step);
        return [...seeds, ...this.checksums];
      }
      case 'book-ahead':
      case 'change-interval':
        return this.#play(step);
      // It is cancelled as soon as it waits: what it does is not counted.
      case 'cancelled-change':
      case 'lay-back':
      case 'retention':
        return [];
      case 'repeat-migrations':
        throw new Error(
          'sql/migrations has a call that changes the interval: repeatable files are not played',
        );
    }
  }

  /** The files up to the one that makes the table, its rows, and what meets them: the other files, or the last again. */
  async #applyInUse(files: readonly Migration[]): Promise<string[]> {
    const texts = files.map(textOf);
    const whole: Step = {
      kind: 'apply-migrations',
      which: 'all',
      seedBetween: false,
      label: 'apply every migration',
    };
    await this.#play(whole);
    const seeds = await this.#seeds('every-partition');
    const [first = '', ...others] = texts;
    return [first, ...seeds, ...this.checksums, ...(others.length > 0 ? others : [first])];
  }

  /** Plays the step in the database, and gives the statements that no program could do without. */
  async #play(step: Step): Promise<string[]> {
    const ahead: string[] = [];
    const observer = listening(this.#database.observer, (sql) => {
      const [, booking] = /^with made as \((insert into[^]*?) returning /.exec(sql) ?? [];
      if (step.kind === 'book-ahead' && booking !== undefined) ahead.push(booking);
      return true;
    });
    const database = { ...this.#database, observer };
    const { outcome } = await playStep(this.#context, database, step, { given: true, isLast: false });
    if (outcome.kind !== 'done') throw new Error(`${step.label}: ${JSON.stringify(outcome)}`);
    this.#database.seeded = database.seeded;
    switch (step.kind) {
      case 'apply-migrations':
        return this.#context.migrations.all.map(textOf);
      case 'change-interval':
        return [this.#context.call?.(step.to) ?? ''];
      case 'book-ahead':
        return required(ahead, 'bookings');
      case 'seed':
      case 'lay-back':
      case 'retention':
      case 'cancelled-change':
      case 'repeat-migrations':
        return [];
    }
  }

  /** The INSERT of each table as the program would send it for all of the rows; nothing is inserted. */
  async #seeds(occupancy: 'every-partition' | 'until-now'): Promise<string[]> {
    const inserts: string[] = [];
    const checksums: string[] = [];
    const observer = listening(this.#database.observer, (sql) => {
      if (/^insert into /.test(sql)) inserts.push(sql);
      if (/^select [^]*hash_record_extended/.test(sql)) checksums.push(sql);
      return !/^(insert into|create table) /.test(sql);
    });
    await seedTables({ ...this.#context, rows: this.#rows }, { ...this.#database, observer }, occupancy);
    this.checksums = required(checksums, 'checksums');
    return required(inserts, 'seeds');
  }
}

/** As one message, which the server runs as one transaction. */
const textOf = ({ statements }: Migration): string => statements.map(({ text }) => text).join(';\n');

function required(statements: readonly string[], what: string): string[] {
  if (statements.length === 0)
    throw new Error(`the program sent no statement for ${what} that is known here`);
  return [...statements];
}

/** A statement as it is sent where users' functions must find their names. */
const AS_USERS_DO = /^set search_path = [^;]*;\n([^]*);\nset search_path = ''$/;

const NOTHING = { rows: [], rowCount: 0 };

/** The client, with each statement's text told before it is sent; where `tell` says no, it is not. */
function listening(client: Client, tell: (sql: string) => boolean): Client {
  const query = (sql: string, values?: unknown[]): Promise<unknown> => {
    const asUser = AS_USERS_DO.exec(sql)?.[1];
    if (tell((asUser ?? sql).trimStart())) return client.query(sql, values);
    return Promise.resolve(asUser === undefined ? NOTHING : [NOTHING, NOTHING, NOTHING]);
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') return query;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
