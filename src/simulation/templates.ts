/** Prepared databases: the steps that passes share are played once, and cloned for each pass. */
import type { Origin, StepRecord } from '../domain/history.ts';
import type { Step } from '../domain/scenario.ts';
import type { SeededTable } from './ledger.ts';
import { playStep } from './play-step.ts';
import type { RunContext } from './run-context.ts';
import { createEmptyDatabase, withDatabase } from './throwaway-database.ts';

/** A database that nobody is connected to, with the records of how it came to be. */
export interface Template {
  readonly name: string;
  readonly seeded: readonly SeededTable[];
  readonly seedFailures: ReadonlyMap<string, string>;
  readonly records: readonly StepRecord[];
}

export class Templates {
  readonly #context: RunContext;
  readonly #made = new Map<string, Promise<Template>>();
  readonly #origins = new Map<string, Promise<readonly (readonly Origin[])[]>>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** Takes in a database in which these steps were played already; its first record stands for them. */
  adopt(
    steps: readonly Step[],
    { database, record }: { readonly database: string; readonly record: StepRecord },
  ): void {
    this.#made.set(
      JSON.stringify(steps),
      Promise.resolve({ name: database, seeded: [], seedFailures: new Map(), records: [record] }),
    );
  }

  /** The database in which these steps were played, in order; made at the first call, shared afterwards. */
  prepared(steps: readonly Step[]): Promise<Template> {
    const key = JSON.stringify(steps);
    const existing = this.#made.get(key);
    if (existing) return existing;
    const made = this.#make(steps);
    this.#made.set(key, made);
    return made;
  }

  /** What was found out about a preparation, which is asked for once. */
  originsOf(
    steps: readonly Step[],
    find: () => Promise<readonly (readonly Origin[])[]>,
  ): Promise<readonly (readonly Origin[])[]> {
    const key = JSON.stringify(steps);
    const found = this.#origins.get(key) ?? find();
    this.#origins.set(key, found);
    return found;
  }

  /** All migrations alone are a start that others are cloned from; longer preparations go on from there. */
  async #make(steps: readonly Step[]): Promise<Template> {
    const [first, ...rest] = steps;
    if (!first) {
      return {
        name: await createEmptyDatabase(this.#context),
        seeded: [],
        seedFailures: new Map(),
        records: [],
      };
    }
    const isShared = first.kind === 'apply-migrations' && rest.length > 0;
    const start = isShared ? await this.prepared([first]) : await this.prepared([]);
    const name = await this.clone(start);
    const toPlay = isShared ? rest : steps;
    return withDatabase(this.#context, { ...start, name }, async (database) => {
      const records = [...start.records];
      for (const step of toPlay) {
        if (stopped(records)) break;
        records.push(await playStep(this.#context, database, step, { given: true, isLast: false }));
      }
      const { seeded, seedFailures } = database;
      return { name, seeded, seedFailures, records };
    });
  }

  /** @returns the name of a new database, for its caller to drop. */
  async clone(template: Template): Promise<string> {
    const name = this.#context.nextDatabase();
    await this.#context.server.createDatabase(name, { template: template.name });
    return name;
  }
}

/** After a step that failed, the next would judge something else than was planned. */
export const stopped = (records: readonly StepRecord[]): boolean =>
  records.some((record) => record.outcome.kind !== 'done' && record.step.kind !== 'cancelled-change');
