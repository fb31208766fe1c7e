/** When tables in use were locked in a scenario: drawn, and as a table. */
import { formatLocation } from '../../domain/location.ts';
import type { LockTimeline } from '../../domain/lock-timeline.ts';
import { count, milliseconds, thousands } from '../../domain/wording.ts';
import { unquoted } from '../words.ts';
import { CANVASES } from './layout-chart.ts';
import { lengthOf, lockChart, lockedTables } from './lock-chart.ts';
import { codeOf, type Html, html, NOTHING, short } from './markup.ts';
import { dataTable } from './table.ts';

export function lockSection(timeline: LockTimeline | undefined, id: string): Html {
  if (!timeline) return NOTHING;
  const { held, unlisted } = timeline;
  if (held.length === 0)
    return html`<h4>Locks</h4>
      <p class="aside">No table in use was seen locked against readers or writers.</p>`;
  const charts = CANVASES.map((canvas) =>
    lockChart(timeline, { id: `${id}-l`, title: 'Locks on tables in use, by time' }, canvas),
  );
  const left = new Set(held.map(({ table }) => table)).size - lockedTables(timeline).length;
  const remarks = [
    ...(left > 0 ? [`${count(left, 'more table')} under the drawing.`] : []),
    ...(unlisted > 0
      ? [`${count(unlisted, 'more lock')} not listed: on partitions along with their table, or shorter.`]
      : []),
  ];
  return html`<h4>Locks and who would wait</h4>
    <figure class="locks">
      <figcaption>
        From the first step on, as long as each was played.
        <ul class="legend" aria-label="Legend">
          ${legend(timeline)}
        </ul>
      </figcaption>
      ${charts}${remarks.length > 0 ? html`<p class="aside">${remarks.join(' ')}</p>` : undefined}
      ${lockTable(timeline)}
    </figure> `;
}

const legend = ({ stalls }: LockTimeline): Html[] => [
  ...(stalls.some(({ stops }) => stops !== 'writers')
    ? [sample('everybody', 'readers and writers wait')]
    : []),
  ...(stalls.some(({ stops }) => stops === 'writers') ? [sample('writers', 'writers wait')] : []),
];

const sample = (kind: string, words: string): Html =>
  html`<li>
    <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
      <rect class="stall ${kind}" x="1" y="1" width="20" height="12" /></svg
    >${words}
  </li>`;

const ms = (value: number): string => (value > 0 && value < 10 ? `${value} ms` : milliseconds(value));

function lockTable({ held, steps }: LockTimeline): Html {
  const columns = [{ title: 'Table' }, { title: 'Mode' }, { title: 'From', isNumber: true }, { title: 'To', isNumber: true }, { title: 'Held', isNumber: true }, { title: 'Rows behind it', isNumber: true }, { title: 'Statement' }, { title: 'During' }]; // prettier-ignore
  const rows = held.map((span) => {
    const place = span.location ? html`${short(formatLocation(span.location), 120)} ` : undefined;
    return [
      codeOf(unquoted(span.table), 80),
      span.mode,
      ms(span.fromMs),
      ms(span.toMs),
      ms(Math.round(lengthOf(span) * 10) / 10),
      span.rows === undefined ? '' : thousands(span.rows),
      html`${place}${codeOf(span.statement, 160)}`,
      short(steps[span.step]?.step ?? '', 120),
    ];
  });
  return html`<details>
    <summary>${count(held.length, 'lock')} as a table</summary>
    ${dataTable({ caption: 'Locks', columns }, rows)}
  </details>`;
}
