/** Judged tables written by hand, and what becomes of their seeded rows. */
import type { RowAccount } from '../../src/domain/history.ts';
import { readLayouts } from '../../src/postgres/catalog-layout.ts';
import { accountFor } from '../../src/simulation/account.ts';
import { type JudgedTable, layoutByName } from '../../src/simulation/judged-table.ts';
import { seedTables } from '../../src/simulation/seed-tables.ts';
import { type Playground, withPlayground } from './playground.ts';

/** `public.<name>`, not managed, with nothing known of the head. */
export const judgedTable = (name: string, over: Partial<JudgedTable> = {}): JudgedTable => ({
  table: `public.${name}`,
  name: { schema: 'public', name },
  key: undefined,
  successors: [],
  range: undefined,
  headLayout: undefined,
  headFacts: undefined,
  managed: false,
  ...over,
});

export interface Change {
  readonly schema: string;
  /** Run after the seeds, by the migrations' role. */
  readonly change: string;
  /** Run after it by the observer. */
  readonly afterChange?: string;
  readonly judged?: JudgedTable;
  readonly rows?: number;
}

/** Seeds the table `booking` of the schema, runs the change, and accounts for the rows. */
export const accountAfter = (
  { schema, change, afterChange, judged = judgedTable('booking'), rows = 400 }: Change,
  andThen: (playground: Playground, account: RowAccount) => Promise<void> = () => Promise.resolve(),
): Promise<RowAccount> =>
  withPlayground(
    schema,
    async (playground) => {
      const { context, database, observer, migrate } = playground;
      await seedTables(context, database, 'every-partition');
      const [seeded] = database.seeded;
      if (!seeded) throw new Error(`not seeded: ${[...database.seedFailures.values()].join()}`);
      await migrate(change);
      if (afterChange !== undefined) await observer.query(afterChange);
      const layout = layoutByName(await readLayouts(observer), judged.name);
      const { account } = await accountFor({ client: observer, seeded, layout, now: context.now });
      await andThen(playground, account);
      return account;
    },
    { tables: [judged], rows },
  );
