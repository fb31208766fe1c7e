/** A report as sections of whole items, and how it is cut to a limit: the least needed items first, and that is said. */
import { count, thousands } from '../domain/wording.ts';
import { listed } from './words.ts';

/** What is left out first where a report is too long, and what last. */
export const NEED = {
  passingScenario: 0,
  note: 1,
  layout: 2,
  proof: 3,
  scenario: 4,
  finding: 5,
  lead: 6,
} as const;

/** A table's row, an entry of a list, a chart: markdown that is told whole or not at all. */
export interface Item {
  readonly text: string;
  readonly need: number;
}

export interface Section {
  /** What one of the items is called: `scenario`; `the layouts` where there is one alone. */
  readonly name: string;
  /** Of them only this is told here: `the details`. */
  readonly aspect?: string;
  readonly items: readonly Item[];
  /** Above the items, and gone with the last of them. */
  readonly head?: string;
  /** Items told at most, where more would not be read. */
  readonly most?: number;
}

export interface Fold {
  /** What can be read without unfolding it; never cut. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

export interface Report {
  /** The first line, which is never cut. */
  readonly head: string;
  readonly open: readonly Section[];
  readonly folds: readonly Fold[];
}

export interface Limit {
  readonly most: number;
  readonly measure: (text: string) => number;
  /** A sentence that says where all of it is. */
  readonly elsewhere: string;
}

/** Room kept for saying what was cut. */
const NOTICE = 1_000;

/** The report within its limit; the head alone where even that is too long. */
export function assemble(report: Report, limit: Limit): string {
  const sections = [...report.open, ...report.folds.flatMap((fold) => fold.sections)];
  const dropped = new Set(sections.flatMap(beyondReach));
  const whole = render(report, dropped, limit);
  if (limit.measure(whole) <= limit.most) return whole;
  drop(sections, dropped, limit.measure(whole) + NOTICE - limit.most, limit.measure);
  const cut = render(report, dropped, limit);
  return limit.measure(cut) <= limit.most ? cut : `${report.head}\n`;
}

/** Items that would not be read: those that need it least, and of these the last. */
const beyondReach = (section: Section): Item[] =>
  leastNeeded([section]).slice(0, Math.max(0, section.items.length - (section.most ?? Infinity)));

/** Drops items until what they took, with what falls with them, is as much as is over. */
function drop(
  sections: readonly Section[],
  dropped: Set<Item>,
  over: number,
  measure: (text: string) => number,
): void {
  let saved = 0;
  for (const item of leastNeeded(sections)) {
    if (saved >= over) return;
    if (dropped.has(item)) continue;
    dropped.add(item);
    saved += measure(item.text);
  }
}

const leastNeeded = (sections: readonly Section[]): Item[] =>
  sections
    .flatMap((section) => section.items)
    .map((item, place) => ({ item, place }))
    .sort((a, b) => a.item.need - b.item.need || b.place - a.place)
    .map(({ item }) => item);

function render({ head, open, folds }: Report, dropped: ReadonlySet<Item>, { elsewhere }: Limit): string {
  const told = (sections: readonly Section[]): string[] =>
    sections.flatMap((section) => renderSection(section, dropped));
  const folded = folds.flatMap(({ summary, sections }) => {
    const bodies = told(sections);
    return bodies.length > 0
      ? [`<details><summary>${summary}</summary>`, ...bodies, '</details>']
      : [summary];
  });
  const sections = [...open, ...folds.flatMap((fold) => fold.sections)];
  const missing = sections.flatMap((section) => missingOf(section, dropped));
  const notice =
    missing.length > 0
      ? [`Left out here for its length: ${listed([...new Set(missing)])}. ${elsewhere}`]
      : [];
  return `${[head, ...told(open), ...folded, ...notice].join('\n\n')}\n`;
}

function renderSection({ head, items }: Section, dropped: ReadonlySet<Item>): string[] {
  const kept = items.filter((item) => !dropped.has(item)).map((item) => item.text);
  return kept.length === 0 ? [] : [[...(head === undefined ? [] : [head]), ...kept].join('\n')];
}

/** `the layouts`, `230 of 250 scenarios`, `all 67 notes`, `the details of 3 findings`. */
function missingOf({ name, aspect, items }: Section, dropped: ReadonlySet<Item>): string[] {
  const missing = items.filter((item) => dropped.has(item)).length;
  if (missing === 0) return [];
  if (name.startsWith('the ')) return [name];
  if (aspect !== undefined) return [`${aspect} of ${count(missing, name)}`];
  const all = count(items.length, name);
  if (missing < items.length) return [`${thousands(missing)} of ${all}`];
  return [missing === 1 ? `the ${name}` : `all ${all}`];
}
