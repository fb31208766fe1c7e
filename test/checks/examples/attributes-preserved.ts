/** Examples of `attributes-preserved`. */
import { attributesPreserved } from '../../../src/checks/attributes-preserved.ts';
import type { Attribute, AttributeKind, TableAttributes } from '../../../src/domain/attributes.ts';
import type { StepRecord } from '../../../src/domain/history.ts';
import {
  APPLY,
  BOOKING,
  changeTo,
  given,
  history,
  layoutOf,
  record,
  residue,
  series,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const attribute = (kind: AttributeKind, name: string, over: Partial<Attribute> = {}): Attribute => ({
  kind,
  name,
  definition: name,
  columns: [],
  oid: 0,
  ...over,
});

const INDEX = attribute('index', 'by_note', {
  definition: 'btree (note)',
  columns: ['note'],
  object: 'public.by_note',
});
const KEY = attribute('primary key', 'booking_pkey', {
  definition: 'PRIMARY KEY (id)',
  columns: ['id'],
});
const GRANT = attribute('grant', 'reporting', { definition: 'SELECT' });
const VIEW = attribute('view', 'notes', { definition: 'public.notes', object: 'public.notes' });

const referring = (actions: string, columns: readonly string[] = ['note']): Attribute =>
  attribute('foreign key', 'booking_note_fkey', {
    definition: `FOREIGN KEY (${columns.join(', ')}) REFERENCES note(${columns.join(', ')})${actions}`,
    columns,
    object: 'public.note',
  });

const referred = (definition: string): Attribute =>
  attribute('referenced by', 'stay_booking_fkey', {
    definition,
    columns: ['booking_id'],
    object: 'public.stay',
  });

const attributes = (own: readonly Attribute[], over: Partial<TableAttributes> = {}): TableAttributes => ({
  table: BOOKING,
  oid: 1,
  owner: 'app',
  columns: ['id', 'note', 'at'].map((name, i) => ({ name, position: i + 1, type: 'text' })),
  partitionKey: [],
  isPartitioned: false,
  attributes: own,
  partitions: [],
  numberings: [],
  views: [],
  ...over,
});

const changed = (before: TableAttributes, after: TableAttributes, over: Partial<StepRecord> = {}) =>
  history(record(APPLY, { tables: [table({ attributes: after, attributesWhenSeeded: before })], ...over }));

const numbered = (next: bigint, highest?: bigint): Partial<TableAttributes> => ({
  numberings: [
    {
      column: 'id',
      kind: 'always',
      sequence: 'public.booking_id_seq',
      next,
      increment: 1n,
      ...(highest === undefined ? {} : { highest }),
    },
  ],
});

const parts = (...own: readonly (readonly Attribute[])[]): Partial<TableAttributes> => ({
  isPartitioned: true,
  partitionKey: ['at'],
  partitions: own.map((a, i) => ({ name: `${BOOKING}_${i + 1}`, oid: 10 + i, attributes: a })),
});

export const EXAMPLES: CheckExamples = {
  check: attributesPreserved,
  examples: [
    {
      title: 'passes where all is there, and more',
      verdict: 'pass',
      history: changed(attributes([INDEX]), attributes([INDEX, KEY, GRANT])),
    },
    {
      title: 'fails with each attribute that is gone, the worst first',
      verdict: 'fail',
      count: 3,
      says: ['primary key (id) of booking is gone'],
      shows: ['grant of SELECT to reporting', 'index on (note)'],
      history: changed(attributes([INDEX, GRANT, KEY]), attributes([])),
    },
    {
      title: 'fails at the function that was called',
      verdict: 'fail',
      count: 1,
      says: ['after the change to yearly'],
      location: { file: 'V1__manager.sql', line: 7 },
      history: history(
        record(changeTo('yearly'), {
          tables: [table({ attributes: attributes([]), attributesWhenSeeded: attributes([GRANT]) })],
          residue: residue({ location: { file: 'V1__manager.sql', line: 7 } }),
        }),
      ),
    },
    {
      title: 'fails where an object was dropped along with another',
      verdict: 'fail',
      count: 1,
      says: ['The view notes'],
      location: { file: 'V2__swap.sql', line: 9 },
      statement: 'drop table old cascade',
      history: changed(attributes([VIEW]), attributes([]), {
        origins: [
          {
            object: 'public.notes',
            event: 'dropped',
            location: { file: 'V2__swap.sql', line: 9 },
            statement: 'drop table old cascade',
          },
        ],
      }),
    },
    {
      title: 'says of a view that is there and reads another table that it does',
      verdict: 'fail',
      count: 1,
      says: ['The view notes does not read booking any more'],
      history: changed(attributes([VIEW]), attributes([], { views: ['public.notes'] })),
    },
    {
      title: 'passes where a statement named what is gone',
      verdict: 'pass',
      history: changed(attributes([INDEX, GRANT]), attributes([]), {
        named: [
          { what: 'index', name: 'by_note', isMadeAgain: false },
          { what: 'grant', name: 'reporting', isMadeAgain: false },
        ],
      }),
    },
    {
      title: 'passes where the function of a trigger was dropped by name, as inheritance ends',
      verdict: 'pass',
      history: changed(
        attributes([
          attribute('trigger', 'route_it', {
            definition: 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION public.route_hit()',
          }),
        ]),
        attributes([]),
        { named: [{ what: 'function', name: 'route_hit', isMadeAgain: false }] },
      ),
    },
    {
      title: 'tells once, of the first call, what is not there after the second either',
      verdict: 'fail',
      count: 1,
      says: ['after the change to monthly'],
      history: history(
        ...[changeTo('monthly'), { ...changeTo('monthly'), repeats: true }].map((step) =>
          record(step, {
            tables: [table({ attributes: attributes([]), attributesWhenSeeded: attributes([INDEX]) })],
          }),
        ),
      ),
    },
    {
      title: 'fails where what was named is made again, and is not there',
      verdict: 'fail',
      count: 1,
      history: changed(attributes([INDEX]), attributes([]), {
        named: [{ what: 'index', name: 'by_note', isMadeAgain: true }],
      }),
    },
    {
      title: 'passes where a key gained the partition key',
      verdict: 'pass',
      history: changed(
        attributes([KEY]),
        attributes([{ ...KEY, definition: 'PRIMARY KEY (id, at)', columns: ['id', 'at'] }], {
          oid: 2,
          ...parts(),
        }),
      ),
    },
    {
      title: 'fails where a key gained a column that is none of the partition key',
      verdict: 'fail',
      count: 1,
      history: changed(
        attributes([KEY]),
        attributes([{ ...KEY, definition: 'PRIMARY KEY (id, note)', columns: ['id', 'note'] }], {
          oid: 2,
          ...parts(),
        }),
      ),
    },
    {
      title: 'fails where foreign keys, from and to the table, do not cascade any more',
      verdict: 'fail',
      count: 2,
      says: ['REFERENCES note(note) ON DELETE CASCADE of booking is gone'],
      shows: ['foreign key of stay'],
      history: changed(
        attributes([referring(' ON DELETE CASCADE'), referred('a c s f f')]),
        attributes([referring(''), referred('a a s f f')]),
      ),
    },
    {
      title: 'passes where a foreign key gained a column, and does on delete what it did',
      verdict: 'pass',
      history: changed(
        attributes([referring(' ON DELETE CASCADE')]),
        attributes([referring(' ON DELETE CASCADE', ['note', 'at'])]),
      ),
    },
    {
      title: 'takes what every partition has for the table’s',
      verdict: 'pass',
      history: changed(attributes([INDEX]), attributes([], { oid: 2, ...parts([INDEX], [INDEX]) })),
    },
    {
      title: 'fails where a new partition lacks what every other had',
      verdict: 'fail',
      count: 1,
      says: ['grant of SELECT to reporting of every partition of booking is missing from booking_3'],
      history: changed(attributes([], parts([GRANT], [GRANT])), attributes([], parts([GRANT], [GRANT], []))),
    },
    {
      title: 'leaves a partition alone that is for a range of its own, where nothing was before',
      verdict: 'pass',
      history: history(
        record(APPLY, {
          tables: [
            table({
              attributes: attributes([], {
                ...parts([GRANT], [GRANT], []),
                partitions: series('monthly', '2026-01-01', 3).map(({ name, oid }, i) => ({
                  name,
                  oid,
                  attributes: i < 2 ? [GRANT] : [],
                })),
              }),
              attributesWhenSeeded: attributes([], parts([GRANT], [GRANT])),
              layout: layoutOf(...series('monthly', '2026-01-01', 3)),
              layoutWhenSeeded: layoutOf(...series('monthly', '2026-01-01', 2)),
            }),
          ],
        }),
      ),
    },
    {
      title: 'takes a grant on the table for one on each new partition',
      verdict: 'pass',
      history: changed(
        attributes([GRANT], parts([GRANT], [GRANT])),
        attributes([GRANT], parts([GRANT], [GRANT], [])),
      ),
    },
    {
      title: 'fails where an identity starts again among numbers in use',
      verdict: 'fail',
      count: 1,
      says: ['booking.id go on from 1 ', '601', '600 is in use'],
      history: changed(attributes([], numbered(601n)), attributes([], numbered(1n, 600n))),
    },
    {
      title: 'passes where a sequence goes back to behind the numbers in use',
      verdict: 'pass',
      history: changed(attributes([], numbered(900n)), attributes([], numbered(601n, 600n))),
    },
    {
      title: 'does not judge what hung on a column that is gone',
      verdict: 'pass',
      history: changed(
        attributes([INDEX]),
        attributes([], { columns: [{ name: 'id', position: 1, type: 'text' }] }),
      ),
    },
    {
      title: 'leaves the preparation alone',
      verdict: 'not-applicable',
      history: history(
        given(APPLY, {
          tables: [table({ attributes: attributes([]), attributesWhenSeeded: attributes([INDEX]) })],
        }),
      ),
    },
  ],
};
