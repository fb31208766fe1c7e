/** All scenarios, with a list to jump by and a choice of which to show, both without any script. */
import type { RunResult, ScenarioResult } from '../../domain/result.ts';
import { neverApplicable, rowFaults } from '../summary.ts';
import { labelOf, scenarioTitle, seconds } from '../words.ts';
import { count } from '../../domain/wording.ts';
import type { Anchors } from './anchors.ts';
import type { Room } from './layout-section.ts';
import { tablesOf } from './layout-lanes.ts';
import { markOf, markWord } from './marks.ts';
import { type Html, html, NOTHING, short } from './markup.ts';
import { type Group, groupOf, scenarioSection } from './scenario-section.ts';

const GROUPS: readonly Group[] = ['fail', 'inconclusive', 'warning', 'pass'];

/** Beyond these a page would be of no bounded size. */
const MOST_SCENARIOS = 300;
const TABLE_ROWS = 6_000;
const BLOCKS = 2_400;

export function scenariosSection(result: RunResult, anchors: Anchors): Html {
  const { scenarios } = result;
  if (scenarios.length === 0)
    return html`<section aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios</h2>
      <p>No scenario was played.</p>
    </section>`;
  const shown = scenarios.slice(0, MOST_SCENARIOS);
  const left = scenarios.length - shown.length;
  const room = roomOf(shown);
  return html`<section class="scenarios" aria-labelledby="scenarios">
      <h2 id="scenarios" tabindex="-1">Scenarios <span class="amount">${scenarios.length}</span></h2>
      <div class="columns">
        <div class="index">
          ${choice(shown)}
          <nav aria-label="Scenarios">
            <ol>
              ${shown.map((scenario, i) => entry(scenario, anchors.scenarios[i] ?? ''))}
            </ol>
          </nav>
        </div>
        <div class="all">
          ${shown.map((scenario, i) => scenarioSection(result, scenario, { id: anchors.scenarios[i] ?? '', room }))}${left > 0 ? html`<p class="aside">${count(left, 'more scenario')} with no room here: the JSON report has all.</p>` : undefined}
        </div>
      </div>
    </section>
    ${idle(result)}`;
}

/** The more is to be drawn, the less of each. */
function roomOf(scenarios: readonly ScenarioResult[]): Room {
  const figures = Math.max(
    1,
    scenarios.reduce((sum, scenario) => sum + Math.min(6, tablesOf(scenario).length), 0),
  );
  const between = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.floor(value)));
  return { blocks: between(BLOCKS / figures, 24, 72), tableRows: between(TABLE_ROWS / figures, 12, 240) };
}

function entry(scenario: ScenarioResult, id: string): Html {
  const group = groupOf(scenario);
  const [fault] = rowFaults(scenario);
  return html`<li class="g-${group}">
    <a href="#${id}"
      >${markOf(group)}<span class="title">${scenarioTitle(short(labelOf(scenario)))}</span>
      <span class="time">${seconds(scenario.durationMs)}</span
      >${fault === undefined ? undefined : html`<span class="harm">${fault}</span>`}</a
    >
  </li> `;
}

/** Only where there is something to choose. */
function choice(scenarios: readonly ScenarioResult[]): Html {
  const groups = GROUPS.map((group) => ({
    group,
    size: scenarios.filter((s) => groupOf(s) === group).length,
  }));
  const present = groups.filter(({ size }) => size > 0);
  if (present.length < 2) return NOTHING;
  const option = (id: string, words: string, size: number, checked: boolean): Html =>
    html`<label
      ><input type="radio" name="show" id="show-${id}" ${checked ? html` checked` : undefined} /><span
        >${words} <span class="amount">${size}</span></span
      ></label
    >`;
  return html`<fieldset class="choice">
    <legend>Show</legend>
    ${option('all', 'All', scenarios.length, true)}${present.map(({ group, size }) => option(group, group === 'warning' ? 'With warnings' : markWord(group), size, false))}
  </fieldset>`;
}

function idle(result: RunResult): Html {
  const ids = neverApplicable(result).map((id) => short(id, 80));
  if (ids.length === 0) return NOTHING;
  return html`<section aria-labelledby="idle">
    <h2 id="idle">Not applicable here</h2>
    <p class="quiet">Nothing to judge in any scenario: ${ids.slice(0, 60).join(', ')}.</p>
  </section>`;
}
