/** Colours of the terminal: a few codes, and a painter that leaves text as it is. */

export type Paint = Readonly<Record<'red' | 'green' | 'yellow' | 'bold' | 'dim', (text: string) => string>>;

const coded =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

const same = (text: string): string => text;

const COLOURED: Paint = {
  red: coded(31, 39),
  green: coded(32, 39),
  yellow: coded(33, 39),
  bold: coded(1, 22),
  dim: coded(2, 22),
};

const PLAIN: Paint = { red: same, green: same, yellow: same, bold: same, dim: same };

export const createPaint = (options: { readonly colour: boolean }): Paint =>
  options.colour ? COLOURED : PLAIN;
