/** Which tables a configured call is taken to change. */
import { expect, it } from '@jest/globals';
import { chooseTables } from '../../src/simulation/judged-table.ts';

const TABLES = ['stay', 'stay_archive', 'Odd (one)'];

const managedBy = (call: string): string[] =>
  chooseTables({
    settings: TABLES.map((name) => ({ table: { name }, successors: [] })),
    head: { judged: [], unjudged: [] },
    headFacts: [],
    before: [],
    call,
  })
    .filter((table) => table.managed)
    .map((table) => table.name.name);

it.each([
  ["SELECT manage_partitions('stay_', 12, 1)", ['stay']],
  ["SELECT manage_partitions('stay_archive_', 12, 1)", ['stay_archive']],
  ["CALL change('public.stay', 'stay_archive')", ['stay', 'stay_archive']],
  ['SELECT change(\'"Odd (one)"\')', ['Odd (one)']],
  ["SELECT change_all('1 month')", TABLES],
])('%s', (call, tables) => {
  expect(managedBy(call)).toEqual(tables);
});
