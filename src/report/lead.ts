/** The lines under the headline: what would become of the rows, or what the tables become. */
import type { RunResult } from '../domain/result.ts';
import { count } from '../domain/wording.ts';
import { findingsOf } from './findings.ts';
import { firstKeys } from './findings-sections.ts';
import type { RepositoryLinks } from './links.ts';
import { code, prose } from './markdown-text.ts';
import { fullPlace } from './places.ts';
import { describeLayout, exclusiveLock } from './summary.ts';
import { withoutSchema } from './words.ts';

/** One paragraph; empty where there is nothing to tell. */
export function lead(result: RunResult, links: RepositoryLinks | undefined): string {
  const [gravest] = findingsOf(result);
  return result.verdict === 'pass' || !gravest ? outcome(result) : harm(gravest.check, links);
}

function harm(
  check: RunResult['scenarios'][number]['checks'][number],
  links: RepositoryLinks | undefined,
): string {
  const { location, message, evidence } = check;
  const keys = firstKeys(check);
  const statement = evidence.statement ? code(evidence.statement, 160) : '';
  const place = location ? [fullPlace(location, links), ...(statement ? [statement] : [])].join(': ') : '';
  const told = prose(message);
  return [
    told === '' || /[.!?…]$/.test(told) ? told : `${told}.`,
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

/** What the tables became, how long writes keep working, and how long readers stood still. */
function outcome(result: RunResult): string {
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

/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions(result: RunResult): string[] {
  const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
  const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
  const layouts = seen?.after ?? [];
  const told = layouts.slice(0, TABLES).map((layout) => {
    const before = seen?.before.find((other) => other.table === layout.table);
    const name = code(withoutSchema(layout.table), 80);
    const now = describeLayout(layout);
    const was = before
      ? describeLayout(before)
      : upgrade && upgrade.rows.before > 0
        ? 'unpartitioned'
        : undefined;
    return was === undefined || was === now ? `${name} has ${now}` : `${name} goes from ${was} to ${now}`;
  });
  const more = layouts.length - told.length;
  return more > 0 ? [...told, `${count(more, 'more table')}`] : told;
}
