/** The judging that no-row-lost, no-row-duplicated and no-row-changed share: each reads its own fault of the account. */
import type { Judgement } from '../domain/check.ts';
import { formatLocation } from '../domain/location.ts';
import type { History, Place, RowAccount, RowExample, RowFault, TableState } from '../domain/history.ts';
import { formatRange } from '../domain/range.ts';
import { count, shortName, thousands } from '../domain/wording.ts';
import { conclude, everyRecord, moment, playedRecords, type Violation } from './judging.ts';

export interface RowFaultWords {
  readonly faultOf: (account: RowAccount) => RowFault;
  /** `All 100 rows of t … are gone`: what happened to them. */
  readonly happened: string;
  readonly pass: string;
}

export function judgeRowFault(history: History, words: RowFaultWords): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  const told = new Set<string>();
  for (const played of playedRecords(history)) {
    const { pass, record } = played;
    if (record.outcome.kind === 'not-played') unjudged.push(`Not played: ${record.outcome.reason}`);
    for (const table of record.tables) {
      if (table.seedFailure)
        unjudged.push(`${shortName(table.table)} could not be seeded: ${table.seedFailure}.`);
      if (!table.rows || table.rows.seeded === 0) continue;
      judged += 1;
      const fault = words.faultOf(table.rows);
      if (fault.count === 0 && table.rows.nothingToTellBy)
        unjudged.push(nothingTells(table.rows, table.table));
      const story = `${pass.label}/${table.table}`;
      if (fault.count === 0 || told.has(story)) continue;
      told.add(story);
      violations.push({
        text: `${subject(fault, table.rows, table.table)} ${words.happened}${moment(history, pass, record.step)}.`,
        count: fault.count,
        location: fault.location,
        statement: fault.statement,
        examples: examplesOf(fault),
        unlisted: fault.count - fault.examples.length,
      });
    }
  }
  if (judged === 0 && unjudged.length === 0 && expectedRows(history)) {
    unjudged.push('Rows were to be seeded, and none was: nothing could be counted.');
  }
  // The worst is what the message tells: the headline's numbers are those of the worst pass, too.
  violations.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return conclude(
    { violations, unjudged, judged },
    { pass: words.pass, notApplicable: 'No table held rows: nothing was there to be lost.' },
  );
}

const nothingTells = ({ redefinedColumns }: RowAccount, table: string): string =>
  `Nothing tells one row of ${shortName(table)} from another after the change, which redefines ${redefinedColumns.join(', ')}: its rows could only be counted.`;

/** A scenario that seeds, where a table is there that can hold rows, and then sees none has proven nothing. */
const expectedRows = (history: History): boolean =>
  everyRecord(history).some(({ record }) => record.step.kind === 'seed' && record.tables.some(canHoldRows));

const canHoldRows = ({ takesWrites, layout }: TableState): boolean =>
  takesWrites && (layout === undefined || layout.partitions.length > 0);

function subject(fault: RowFault, account: RowAccount, table: string): string {
  const all = fault.count >= account.seeded;
  const span = fault.earliest
    ? ` (${fault.earliest.slice(0, 10)} to ${(fault.latest ?? '').slice(0, 10)})`
    : '';
  return `${all ? 'All' : `${thousands(fault.count)} of`} ${count(account.seeded, 'row')} of ${shortName(table)}${span}`;
}

function examplesOf(fault: RowFault): string[] {
  const partitions = fault.partitions ?? [];
  const [first] = partitions;
  const { calledBy, movedAside } = fault;
  return [
    ...(calledBy ? [`Called by ${tellPlace(calledBy)}`] : []),
    ...(movedAside ? [`They were taken out of the table before, by ${tellPlace(movedAside)}`] : []),
    ...(fault.foundIn?.length
      ? [`They are in ${fewOf(fault.foundIn.map(shortName))} now; declare it as successor if that is meant.`]
      : []),
    ...(first
      ? [
          `Held by ${fewOf(
            partitions.map(
              (p) =>
                `${shortName(p.partition)}${p.range ? ` ${formatRange(p.range)}` : ''} (${thousands(p.count)})`,
            ),
          )}`,
        ]
      : []),
    ...fault.examples.map(tellExample),
  ];
}

const tellPlace = ({ location, statement }: Place): string =>
  location ? `${formatLocation(location)}: ${statement}` : statement;

const FEW = 2;

const fewOf = (texts: readonly string[]): string =>
  texts.slice(0, FEW).join(', ') + (texts.length > FEW ? ` and ${texts.length - FEW} more` : '');

function tellExample(example: RowExample): string {
  const differences = (example.differences ?? []).map(
    (d) => `${d.column}: ${d.before ?? 'NULL'} → ${d.after ?? 'NULL'}`,
  );
  return `${example.key} at ${example.at}, of ${shortName(example.partition)}${differences.length > 0 ? ` — ${differences.join(', ')}` : ''}`;
}
