import { describe, expect, it } from '@jest/globals';
import { mentionedValues } from '../../src/migrations/mentioned-values.ts';
import { understand } from '../../src/migrations/read-migrations.ts';
import { optionsIn } from './folder.ts';

describe('mentionedValues', () => {
  it.each([
    ["delete from t where state <> 'cancelled'", [['state', ['cancelled']]]],
    ["delete from t b where b.\"Kind\" in ('A', 'it''s', 7)", [['Kind', ['A', "it's", '7']]]],
    [
      "do $$ begin delete from t where State IS NOT DISTINCT FROM 'gone' and room = 12; end $$",
      [
        ['state', ['gone']],
        ['room', ['12']],
      ],
    ],
    [
      "do $$ begin execute 'delete from t where state in (''gone'', ''lost'')'; end $$",
      [['state', ['gone', 'lost']]],
    ],
    ["select 'no column', 4", []],
  ])('%s', async (sql, expected) => {
    const source = { file: 'V1__a.sql', folder: '.', bytes: Buffer.from(sql) };
    expect([...mentionedValues(await understand([source], optionsIn('.')))]).toEqual(expected);
  });
});
