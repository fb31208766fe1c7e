/** The lines under the headline: what would become of the rows, or what the tables become. */
import type { CheckResult, RunResult } from '../domain/result.ts';
import { count, thousands } from '../domain/wording.ts';
import { findingsOf } from './findings.ts';
import { firstKeys } from './findings-sections.ts';
import type { RepositoryLinks } from './links.ts';
import { code, prose } from './markdown-text.ts';
import { fullPlace } from './places.ts';
import { printable } from './printable.ts';
import { describeLayout, exclusiveLock, judgesNothing } from './summary.ts';
import { listed, withoutSchema } from './words.ts';

/** One paragraph; empty where there is nothing to tell. */
export function lead(result: RunResult, links: RepositoryLinks | undefined): string {
  const [gravest] = findingsOf(result);
  return result.verdict === 'pass' || !gravest ? outcome(result) : harm(gravest.check, links);
}

function harm(check: CheckResult, links: RepositoryLinks | undefined): string {
  const { location, message, evidence } = check;
  const keys = firstKeys(check);
  const statement = evidence.statement ? code(evidence.statement, 160) : '';
  const place = location ? [fullPlace(location, links), ...(statement ? [statement] : [])].join(': ') : '';
  // Ended before it is escaped: a number with a full stop after it would begin a list.
  const said = printable(message);
  const told = prose(/[.!?…]$/.test(said) ? said : `${said}.`);
  return [
    said === '' ? '' : told,
    ...(keys === undefined ? [] : [keys]),
    ...(place === '' ? [] : [`See ${place}`]),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const isRunway = (note: string): boolean => note.startsWith('Writes ');

/** Notes about the run that the lead does not tell. */
export const otherNotes = (result: RunResult): string[] =>
  result.verdict === 'pass' ? result.notes.filter((note) => !isRunway(note)) : [...result.notes];

const NOTHING =
  'No table is, or becomes, partitioned by range on a date or time: the migrations were run, and nothing else was judged.';

/** What the tables became, how long writes keep working, and how long readers stood still. */
function outcome(result: RunResult): string {
  if (judgesNothing(result)) return NOTHING;
  const lock = exclusiveLock(result.scenarios);
  const parts = [
    ...transitions(result),
    ...result.notes.filter(isRunway).map((note) => {
      const told = prose(note).replace(/\.$/, '');
      return told.slice(0, 1).toLowerCase() + told.slice(1);
    }),
    ...(lock === undefined ? [] : [lock]),
  ].join('; ');
  return parts === '' ? '' : `${parts.replace(/^[a-z]/, (letter) => letter.toUpperCase())}.`;
}

const TABLES = 3;

/** What the tables go from and to, as the upgrade or, without one, the fresh scenario left them. */
function transitions(result: RunResult): string[] {
  const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
  const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
  const byWords = new Map<string, { readonly one: string; readonly tables: string[] }>();
  for (const layout of seen?.after ?? []) {
    const before = seen?.before.find((other) => other.table === layout.table);
    const now = describeLayout(layout);
    const wasPlain = !before && upgrade !== undefined && upgrade.rows.before > 0;
    const was = before ? describeLayout(before) : wasPlain ? 'unpartitioned' : now;
    const one = was === now ? `has ${now}` : `goes from ${was} to ${now}`;
    const group = byWords.get(one) ?? { one, tables: [] };
    group.tables.push(layout.table);
    byWords.set(one, group);
  }
  const groups = [...byWords.values()];
  const untold = groups.slice(TABLES).reduce((sum, { tables }) => sum + tables.length, 0);
  const told = groups.slice(0, TABLES).map(({ one, tables }) => {
    const many = one.replace(/^has /, 'have ').replace(/^goes /, 'go ');
    const names = tables.slice(0, TABLES).map((table) => code(withoutSchema(table), 80));
    const more = tables.length - names.length;
    return `${listed([...names, ...(more > 0 ? [`${thousands(more)} more`] : [])])} ${tables.length === 1 ? one : many}`;
  });
  return untold > 0 ? [...told, count(untold, 'more table')] : told;
}
