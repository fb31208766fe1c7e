/** Tables that scroll within themselves where they are wider than the page. */
import { type Html, html, type Part } from './markup.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** The first cell of a row is its heading. */
export function dataTable(
  { caption, columns }: { readonly caption: string; readonly columns: readonly Column[] },
  rows: readonly (readonly Part[])[],
): Html {
  const classOf = (i: number): Html | undefined => (columns[i]?.isNumber ? html` class="number"` : undefined);
  const head = columns.map(({ title }, i) => html`<th scope="col" ${classOf(i)}>${title}</th>`);
  const body = rows.map(
    ([first, ...cells]) =>
      html`<tr>
        <th scope="row">${first}</th>
        ${cells.map((cell, i) => html`<td${classOf(i + 1)}>${cell}</td>`)}
      </tr> `,
  );
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}
