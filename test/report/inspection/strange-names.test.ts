/** Names that would draw, colour, link or run something are harmless in every report of an inspection. */
import { describe, expect, it } from '@jest/globals';
import { DAY } from '../../../src/domain/instant.ts';
import { rangeOf } from '../../../src/domain/range.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { renderInspectionJson } from '../../../src/report/inspection/json.ts';
import { renderInspectionMarkdown } from '../../../src/report/inspection/markdown.ts';
import { renderInspectionPage } from '../../../src/report/inspection/page.ts';
import { renderInspection } from '../../../src/report/inspection/terminal.ts';
import { inspectionOf, START, tableOf } from './inspections.ts';

const STRANGE = [
  'x\u001b[2J\u001b]0;title\u0007y',
  'x\u009b31my',
  'x\n::set-output name=a::b',
  'x\r##[error]y',
  'x\u202e\u2066y',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '`|</details>[a](https://x.example)@everyone #1',
  "x' --",
];

/** In every place that a name or a sentence with one can have. */
const inspectionWith = (name: string) =>
  inspectionOf(
    [
      tableOf({
        table: `public."${name}"`,
        column: name,
        missing: [1],
        nameOf: (n) => `public."${name}_${n}"`,
        notSeen: [`Within ${name} something was not seen.`],
        twins: [
          {
            oid: 77,
            name: `public."${name}_twin"`,
            kind: 'table',
            how: 'inherited',
            inherits: name,
            by: 'check',
            range: rangeOf({ lower: START, upper: START + DAY }),
          },
        ],
      }),
    ],
    {
      target: { database: name, user: name, serverVersion: name, systemIdentifier: name },
      unjudged: [{ table: name, reason: `its key is ${name}`, partitions: 1 }],
      notSeen: [`${name} is held by another session.`],
    },
  );

// eslint-disable-next-line no-control-regex -- what must not be there
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe.each(STRANGE)('a name of %j', (name) => {
  const inspection = inspectionWith(name);

  it('neither moves the cursor nor speaks to a runner', () => {
    const told = renderInspection(inspection, { paint: createPaint({ colour: false }) });
    expect(told).not.toMatch(CONTROLS);
    expect(told).not.toMatch(/^\s*::/m);
    expect(told).not.toContain('##[');
  });

  it('is text on the page', () => {
    const page = renderInspectionPage(inspection);
    expect(page).not.toMatch(CONTROLS);
    expect(page).not.toMatch(/<script|<img|onload=alert\(1\)>|onerror=alert\(1\)>/);
  });

  it('is text in markdown, each row of a table on one line', () => {
    const markdown = renderInspectionMarkdown(inspection);
    expect(markdown).not.toMatch(CONTROLS);
    expect(markdown).not.toMatch(/<script|<img|\]\(https/);
    const tables = markdown.split('\n').filter((line) => line.startsWith('| '));
    for (const row of tables) expect(row).toMatch(/\|$/);
    expect(markdown.match(/<details>/g)).toHaveLength((markdown.match(/<\/details>/g) ?? []).length);
  });

  it('stands in JSON as it is', () => {
    const { target } = JSON.parse(renderInspectionJson(inspection)) as { target: { database: string } };
    expect(target.database).toBe(name);
  });
});
