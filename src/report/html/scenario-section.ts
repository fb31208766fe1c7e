/** One scenario: what became of its rows and partitions, its locks, its checks and notes. */
import type { CheckResult, RunResult, ScenarioResult } from '../../domain/result.ts';
import { count, milliseconds } from '../../domain/wording.ts';
import { kindOf } from '../findings.ts';
import { keepsRows, partitionsChange, replayCommand, rowFaults } from '../summary.ts';
import { labelOf, scenarioTitle, seconds } from '../words.ts';
import { type Room, layoutSection } from './layout-section.ts';
import { lockSection } from './lock-section.ts';
import { bareMark, type Mark, markOf, markOfCheck, markWord } from './marks.ts';
import { codeOf, type Html, html, linesOf, short } from './markup.ts';

/** The groups that a reader can show alone. */
export type Group = 'fail' | 'inconclusive' | 'warning' | 'pass';

export function groupOf({ verdict, checks }: ScenarioResult): Group {
  if (verdict !== 'pass') return verdict;
  return checks.some((check) => kindOf(check) !== undefined) ? 'warning' : 'pass';
}

/** What a scenario amounts to, each fact alone. */
export function factsOf(scenario: ScenarioResult): string[] {
  const change = partitionsChange(scenario);
  const { exclusiveLockMs } = scenario;
  return [
    ...(keepsRows(scenario) ? [`${count(scenario.rows.before, 'row')} kept`] : []),
    ...rowFaults(scenario),
    ...(change === undefined ? [] : [change]),
    ...(exclusiveLockMs === undefined ? [] : [`longest exclusive lock ${milliseconds(exclusiveLockMs)}`]),
  ];
}

export interface Placing {
  readonly id: string;
  readonly room: Room;
}

export function scenarioSection(result: RunResult, scenario: ScenarioResult, { id, room }: Placing): Html {
  const group = groupOf(scenario);
  const facts = [markWord(group), ...factsOf(scenario), seconds(scenario.durationMs)];
  return html`<section class="scenario g-${group}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">
      ${bareMark(group)}<span>${scenarioTitle(short(labelOf(scenario)))}</span>
    </h3>
    <p class="facts-line">
      ${facts.map((fact, i) => html`${i > 0 ? html` <span aria-hidden="true">·</span> ` : ''}<span>${fact}</span>`)}
    </p>
    ${layoutSection(scenario, id, room)}${lockSection(scenario.locks, id)}${checksSection(scenario)}${notesOf(scenario)}
    <p class="again">
      <span class="quiet">Play it again:</span> ${codeOf(replayCommand(result, labelOf(scenario)), 400)}
    </p>
  </section> `;
}

function checksSection({ checks }: ScenarioResult): Html | undefined {
  if (checks.length === 0) return undefined;
  const told = checks.filter((check) => kindOf(check) !== undefined);
  const held = checks.filter((check) => check.verdict === 'pass');
  const others = checks.filter((check) => kindOf(check) === undefined && check.verdict !== 'pass');
  const rest = [
    ...(held.length > 0 ? [count(held.length, 'check holds', 'checks hold')] : []),
    ...(others.length > 0 ? [`${others.length} not applicable`] : []),
  ].join(', ');
  return html`<h4>Checks</h4>
    ${told.length > 0 ? list(told) : undefined}${
      rest === ''
        ? undefined
        : html`<details>
            <summary>${rest}</summary>
            ${list([...held, ...others])}
          </details>`
    }`;
}

const MOST_CHECKS = 120;

const list = (checks: readonly CheckResult[]): Html => {
  const more = checks.length - MOST_CHECKS;
  return html`<ul class="checks">
    ${checks.slice(0, MOST_CHECKS).map(checkItem)}${more > 0 ? html`<li>${count(more, 'more check')} in the JSON report.</li>` : undefined}
  </ul>`;
};

function checkItem(check: CheckResult): Html {
  const mark: Mark = markOfCheck(check.verdict, check.severity === 'warning');
  const message = linesOf(check.message, 600);
  return html`<li>
    ${markOf(mark)}<span
      ><span class="check-id">${short(check.id, 80)}</span
      >${message.length > 0 ? html` <span class="quiet">${message.join(' ')}</span>` : undefined}</span
    >
  </li>`;
}

const MOST_NOTES = 20;

function notesOf({ notes, waived = [] }: ScenarioResult): Html | undefined {
  const all = [...notes, ...waived.map((waiver) => `Waived: ${waiver}`)];
  if (all.length === 0) return undefined;
  const more = all.length - MOST_NOTES;
  return html`<h4>Notes</h4>
    <ul class="notes">
      ${all.slice(0, MOST_NOTES).map((note) => html`<li>${short(note, 600)}</li>`)}${more > 0 ? html`<li>${count(more, 'more note')} in the JSON report.</li>` : undefined}
    </ul>`;
}
