/** Evaluates the user's own rules, each in a fresh session of the migrations' role that can only read. */
import type { Client, QueryArrayResult } from 'pg';
import type { AssertionReading, AssertionValue } from '../domain/assertion.ts';
import { withDeadline } from '../postgres/deadline.ts';
import type { RunContext } from './run-context.ts';
import { CONNECTION_FAILURE, sqlFailureOf } from '../postgres/sql-failure.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

const LONGEST_MS = 60_000;

/** The values must not depend on the settings of a database or a role; where tables are looked for may. */
const PINNED =
  "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set lock_timeout = '10s'";

/** Text, as the server sends it. */
const RAW = { getTypeParser: () => (text: string) => text };

/** Reads all rules of the configuration, in their order; nothing where it has none. */
export async function readAssertions(
  { assertions, statementTimeoutMs }: RunContext,
  database: ThrowawayDatabase,
): Promise<ReadonlyMap<string, AssertionValue>> {
  const values = new Map<string, AssertionValue>();
  for (const { name, sql } of assertions) {
    const deadlineMs = Math.min(LONGEST_MS, statementTimeoutMs);
    values.set(name, await database.withMigrator((session) => evaluate(session, sql, deadlineMs)));
  }
  return values;
}

/** A cursor gives two rows of however many there are; the transaction is never committed. */
async function evaluate(session: Client, sql: string, deadlineMs: number): Promise<AssertionValue> {
  try {
    return await withDeadline(session, deadlineMs, async () => {
      await session.query(PINNED);
      await session.query('begin transaction isolation level repeatable read, read only');
      await session.query(`declare partition_guard_assertion no scroll cursor for ${sql}`);
      return valueOf(
        await session.query<(string | null)[]>({
          text: 'fetch 2 from partition_guard_assertion',
          rowMode: 'array',
          types: RAW,
        }),
      );
    });
  } catch (error) {
    const { sqlstate, message } = sqlFailureOf(error);
    const wasCut = sqlstate === CONNECTION_FAILURE;
    return { kind: 'failed', message: wasCut ? `it did not end within ${deadlineMs / 1000} s` : message };
  }
}

const BOOLEAN = 16;
/** bigint, smallint, integer, real, double precision, numeric. */
const NUMBERS: readonly number[] = [20, 21, 23, 700, 701, 1700];

function valueOf({ rows, fields }: QueryArrayResult<(string | null)[]>): AssertionValue {
  const type = fields[0]?.dataTypeID ?? 0;
  const excess = [
    ...(fields.length > 1 && rows.length > 0 ? [`${fields.length} columns`] : []),
    ...(rows.length > 1 ? ['more than one row'] : []),
  ].join(' and ');
  return {
    kind: 'value',
    value: rows[0]?.[0] ?? null,
    type: type === BOOLEAN ? 'boolean' : NUMBERS.includes(type) ? 'number' : 'text',
    ...(excess === '' ? {} : { excess }),
  };
}

/** Evaluates the rules around a step, and around each seeding within it. */
export class AssertionWatch {
  readonly #read: () => Promise<ReadonlyMap<string, AssertionValue>>;
  readonly #changes: {
    readonly before: ReadonlyMap<string, AssertionValue>;
    readonly after: ReadonlyMap<string, AssertionValue>;
  }[] = [];
  #afterSeeds: ReadonlyMap<string, AssertionValue> | undefined;

  constructor(context: RunContext, database: ThrowawayDatabase) {
    this.#read = () => readAssertions(context, database);
  }

  /** Lets rows come in; what was before them is compared with what was after the rows before. */
  async aroundSeeds(seed: () => Promise<boolean>): Promise<void> {
    const before = this.#afterSeeds && (await this.#read());
    if (!(await seed())) return;
    if (this.#afterSeeds && before) this.#changes.push({ before: this.#afterSeeds, after: before });
    this.#afterSeeds = await this.#read();
  }

  /** Called once, when the step is over. */
  async end(): Promise<AssertionReading[]> {
    const last = await this.#read();
    const changes = [
      ...this.#changes,
      ...(this.#afterSeeds ? [{ before: this.#afterSeeds, after: last }] : []),
    ];
    return [...last].map(([name, after]) => ({
      name,
      after,
      changes: changes.flatMap((change) => {
        const [from, to] = [change.before.get(name), change.after.get(name)];
        return from && to ? [{ before: from, after: to }] : [];
      }),
    }));
  }
}
