/** The chart of a run: the layouts of the scenario that matters most, in a fence that GitHub draws. */
import { defaultPartition, findGaps, type Layout, maintainedWindow } from '../domain/layout.ts';
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import { count } from '../domain/wording.ts';
import { findingsOf } from './findings.ts';
import { renderGantt } from './gantt.ts';
import { NEED, type Section } from './sections.ts';
import { scenariosWith } from './summary.ts';
import { labelOf, scenarioTitle, withoutSchema } from './words.ts';

/** Of the scenario of the gravest finding, else of one that fails, else of an interval change. */
export function layoutSection(result: RunResult): Section {
  const gravest = findingsOf(result)[0]?.scenarios[0];
  const candidates = [
    ...result.scenarios.filter((s) => labelOf(s) === gravest && s.verdict !== 'pass'),
    ...scenariosWith(result, 'fail'),
    ...scenariosWith(result, 'inconclusive'),
    ...result.scenarios.filter((s) => s.name.startsWith('change:')),
    ...result.scenarios,
  ];
  for (const scenario of candidates) {
    const text = chartOf(scenario);
    if (text !== undefined) return { name: 'the layouts', items: [{ text, need: NEED.layout }] };
  }
  return { name: 'the layouts', items: [] };
}

function chartOf(scenario: ScenarioResult): string | undefined {
  const table = tableToDraw(scenario);
  if (table === undefined) return undefined;
  const of = (all: readonly Layout[]): Layout | undefined => all.find((layout) => layout.table === table);
  const after = of(scenario.after);
  const played = scenarioTitle(labelOf(scenario))
    .replace(/^change /, '')
    .replaceAll('→', 'to');
  const title = `${withoutSchema(table)}, ${played}`;
  const gantt = renderGantt({ title, before: of(scenario.before), after });
  if (!gantt) return undefined;
  const catchAll = after && defaultPartition(after);
  const remarks = [
    ...(catchAll ? [`The default partition holds ${count(catchAll.rows, 'row')}.`] : []),
    ...(gantt.omitted > 0 ? [`${count(gantt.omitted, 'more entry', 'more entries')} not drawn.`] : []),
  ].join(' ');
  return ['```mermaid', ...gantt.lines, '```', ...(remarks === '' ? [] : ['', remarks])].join('\n');
}

/** A table with a gap, else one whose partitions change, else the first. */
function tableToDraw({ before, after }: ScenarioResult): string | undefined {
  const of = (all: readonly Layout[], table: string): Layout | undefined =>
    all.find((l) => l.table === table);
  const tables = [...new Set([...after, ...before].map((layout) => layout.table))];
  const broken = tables.find((table) => {
    const now = of(after, table);
    const window = maintainedWindow(of(before, table), now);
    return now && window && findGaps(now, window).length > 0;
  });
  const names = (layout: Layout | undefined): string =>
    (layout?.partitions ?? []).map((p) => p.name).join('\n');
  const changing = tables.find((table) => names(of(before, table)) !== names(of(after, table)));
  return broken ?? changing ?? tables[0];
}
