/** The first screen: the verdict, what would be lost, what to do, and what it rests on. */
import { formatLocation } from '../../domain/location.ts';
import type { RunResult, ScenarioResult } from '../../domain/result.ts';
import { count, thousands } from '../../domain/wording.ts';
import { headlineWith } from '../headline.ts';
import {
  describeLayout,
  exclusiveLock,
  judgesNothing,
  rowFaults,
  rowsAccountedFor,
  scenariosWith,
} from '../summary.ts';
import { capitalised, labelOf, listedUpTo, scenarioTitle, seconds, withoutSchema } from '../words.ts';
import type { Anchors } from './anchors.ts';
import { bareMark } from './marks.ts';
import { codeOf, type Html, html, linesOf, short } from './markup.ts';

const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' } as const;

/** The verdict's sentence, without any markup. */
export const sentenceOf = (result: RunResult): string => headlineWith(result, (name) => short(name, 80));

export const VERDICT_WORDS = { pass: 'Passed', inconclusive: 'Not proven', fail: 'Failed' } as const;

/** `2 of 15 scenarios`. */
export function tally(result: RunResult): string {
  const all = count(result.scenarios.length, 'scenario');
  if (result.verdict === 'pass') return all;
  return `${thousands(scenariosWith(result, result.verdict).length)} of ${all}`;
}

const outcome = (result: RunResult): string =>
  ({
    pass: `${thousands(result.scenarios.length)} played, all passed`,
    inconclusive: `${tally(result)} not proven`,
    fail: `${tally(result)} failed`,
  })[result.verdict];

export function lead(result: RunResult, anchors: Anchors): Html {
  const { verdict } = result;
  return html`<section class="lead v-${verdict}" aria-labelledby="verdict">
    <h1 id="verdict" tabindex="-1">
      ${bareMark(verdict)}<span
        ><span class="unseen">${VERDICT_WORDS[verdict]}: </span>${sentenceOf(result)}</span
      >
    </h1>
    ${lost(result)} ${whatToDo(anchors)} ${notes(result)} ${facts(result)}
  </section> `;
}

const ROW_CHECKS = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];

const holds = ({ checks }: ScenarioResult, id: string): boolean =>
  checks.some((check) => check.id === id && check.verdict === 'pass');

/** Rows, their keys and dates; where none came to harm, how many that was seen of. */
function lost(result: RunResult): Html | undefined {
  const harmed = result.scenarios.filter((scenario) => rowFaults(scenario).length > 0);
  const [first] = harmed;
  if (first) return harm(first, harmed.length - 1);
  if (judgesNothing(result)) return undefined;
  const seeded = result.scenarios.filter(({ rows }) => rows.before > 0);
  if (seeded.length === 0)
    return html`<p class="lost">No row was seeded, so none was seen to be kept or lost.</p>`;
  const rows = rowsAccountedFor(result);
  const open = seeded.filter((scenario) => !holds(scenario, 'no-row-lost')).length;
  const isWhole = open === 0 && seeded.every((scenario) => ROW_CHECKS.every((id) => holds(scenario, id)));
  const found =
    rows > 0
      ? `${count(rows, 'seeded row')} ${rows === 1 ? 'was' : 'were'} found again${isWhole ? ', each once and with its values' : ''}.`
      : '';
  const unseen = open > 0 ? ` What became of the rows was not seen in ${count(open, 'scenario')}.` : '';
  return html`<p class="lost">${found}${unseen}</p>
    ${result.verdict === 'pass' ? transitions(result) : undefined}`;
}

/** An example of a row: its key, and when it is. */
const OF_A_ROW = / at -?\d{4,6}-\d\d-\d\d/;

function harm(scenario: ScenarioResult, others: number): Html {
  const check = scenario.checks.find(({ id, verdict }) => ROW_CHECKS.includes(id) && verdict === 'fail');
  const lines = linesOf(check?.message ?? '');
  const told = lines.length > 0 ? lines.join(' ') : `${capitalised(rowFaults(scenario).join(', '))}.`;
  const keys = (check?.evidence.examples ?? []).filter((example) => OF_A_ROW.test(example)).slice(0, 3);
  const also = others > 0 ? ` Rows come to harm in ${count(others, 'more scenario')}.` : '';
  return html`<p class="lost">
      <strong>${told}</strong> Seen in ${scenarioTitle(short(labelOf(scenario)))}.${also}
    </p>
    ${keys.length > 0 ? html`<p class="keys">First of them: ${keys.map((key, i) => html`${i > 0 ? '; ' : ''}${short(key, 120)}`)}</p>` : undefined}`;
}

/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions({ scenarios }: RunResult): Html {
  const seen =
    scenarios.find(({ name }) => name === 'upgrade') ?? scenarios.find(({ name }) => name === 'fresh');
  return html`${(seen?.after ?? []).slice(0, 5).map((layout) => {
    const before = seen?.before.find(({ table }) => table === layout.table);
    const now = describeLayout(layout);
    const was = before && describeLayout(before);
    return html`<p class="keys">
      ${codeOf(withoutSchema(layout.table), 80)}
      ${was === undefined || was === now ? `has ${now}.` : `goes from ${was} to ${now}.`}
    </p>`;
  })}`;
}

const MOST_REMEDIES = 3;

function whatToDo({ findings }: Anchors): Html | undefined {
  const first = findings[0]?.finding.kind;
  const grave = findings.filter(
    ({ finding }) => finding.kind === first && short(finding.check.remedy) !== '',
  );
  if (grave.length === 0) return undefined;
  const items = grave.slice(0, MOST_REMEDIES).map(({ id, finding: { check } }) => {
    const place = check.location
      ? html` <span class="place">${short(formatLocation(check.location), 120)}</span>`
      : undefined;
    return html`<li>${short(check.remedy, 600)} <a href="#${id}">${short(check.id, 80)}</a>${place}</li>`;
  });
  const more = findings.length - items.length;
  return html`<div class="${first === 'warning' ? 'todo f-warning' : 'todo'}">
    <h2>${first === 'warning' ? 'What to do about what is warned of' : 'What to do'}</h2>
    <ol>
      ${items}
    </ol>
    ${more > 0 ? html`<p><a href="#findings">${count(more, 'more finding')}</a></p>` : undefined}
  </div>`;
}

const MOST_NOTES = 12;

function notes({ notes: all }: RunResult): Html | undefined {
  if (all.length === 0) return undefined;
  const more = all.length - MOST_NOTES;
  return html`<ul class="notes">
    ${all.slice(0, MOST_NOTES).map((note) => html`<li>${short(note, 600)}</li>`)}${more > 0 ? html`<li>${count(more, 'more note')} in the JSON report.</li>` : undefined}
  </ul>`;
}

/** `2026-11-22 12:00 UTC`. */
const minuteOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function facts(result: RunResult): Html {
  const { server, migrations, scenarios, tables } = result;
  const files = migrations
    .slice(0, 5)
    .map((m) => `${short(m.folder, 80)} (${m.filesUnderTest} of ${count(m.files, 'file')} under test)`);
  const lock = exclusiveLock(scenarios)?.replace('longest exclusive lock ', '');
  const all: readonly (readonly [string, string])[] = [
    ['Scenarios', outcome(result)],
    ['Rows accounted for', thousands(rowsAccountedFor(result))],
    ...(lock === undefined ? [] : [['Longest exclusive lock', lock] as const]),
    [
      'Tables judged',
      listedUpTo(
        tables.map((table) => short(withoutSchema(table), 60)),
        4,
      ) || 'none',
    ],
    ['Migrations', files.join(', ') || 'none'],
    ['PostgreSQL', `${short(server.version, 40)} (${SERVER_KIND[server.kind]})`],
    ['Seed', `${result.seed}, ${count(result.rows, 'row')} a scenario`],
    ['Played', `${minuteOf(result.startedAt)}, ${seconds(result.durationMs)}`],
  ];
  return html`<dl class="facts">
    ${all.map(
      ([term, fact]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${fact}</dd>
        </div>`,
    )}
  </dl>`;
}
