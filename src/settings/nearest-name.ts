/** The name that was probably meant, and how wrong text is shown in a message. */
import { distance } from 'fastest-levenshtein';

/** The nearest of the known names, where one is near enough to be meant. */
export function nearestName(text: string, known: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase().slice(0, 100);
  const limit = Math.max(1, Math.min(4, Math.ceil(wanted.length / 3)));
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const name of known) {
    const far = distance(wanted, name.toLowerCase());
    if (far <= limit && far < (best?.far ?? Infinity)) best = { name, far };
  }
  return best?.name;
}

/** ` — did you mean "x"?`, or nothing. */
export const didYouMean = (name: string | undefined): string =>
  name === undefined ? '' : ` — did you mean ${quoted(name)}?`;

/** In quotes, on one line and not longer than a message can bear. */
export function quoted(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  // eslint-disable-next-line no-control-regex -- what a terminal or a log would obey is shown, not sent
  return `"${short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
