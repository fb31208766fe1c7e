/** Reads single options, and turns what is wrong with one into a mistake under the name that its user wrote. */
import type { Mistakes } from './mistakes.ts';
import { type Parsed, right, wrong } from './parsed.ts';

/** `--rows` on the command line, `input rows` in a workflow. */
export type OptionStyle = 'flag' | 'input';

/** How its user wrote an option. */
export const optionLabel = (name: string, style: OptionStyle = 'flag'): string =>
  style === 'flag' ? `--${name}` : `input ${name}`;

export const notEmpty = (text: string): Parsed<string> =>
  text.trim() === '' ? wrong('is empty') : right(text);

export class OptionReader {
  private readonly style: OptionStyle;
  private readonly mistakes: Mistakes;

  constructor(style: OptionStyle, mistakes: Mistakes) {
    this.style = style;
    this.mistakes = mistakes;
  }

  one<T>(name: string, text: string | undefined, parse: (text: string) => Parsed<T>): T | undefined {
    // An input that is not set reaches an action as empty text.
    if (text === undefined || (text === '' && this.style === 'input')) return undefined;
    const parsed = text === '' ? wrong('is empty') : parse(text);
    if (parsed.ok) return parsed.value;
    this.mistakes.inOption(optionLabel(name, this.style), parsed.fault);
    return undefined;
  }

  /** Undefined where none was given. */
  many<T>(
    name: string,
    texts: readonly string[] | undefined,
    parse: (text: string) => Parsed<T>,
  ): readonly T[] | undefined {
    const given = (texts ?? []).filter((text) => text !== '' || this.style === 'flag');
    if (given.length === 0) return undefined;
    return given.flatMap((text) => this.one(name, text, parse) ?? []);
  }
}
