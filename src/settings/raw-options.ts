/** Options as text, from the command line or an action's inputs, read into what they mean. */
import type { Mistakes } from './mistakes.ts';
import {
  parseDate,
  parseServer,
  parseSeverity,
  parseShard,
  parseWholeNumber,
  POSTGRES_MAJOR,
  ROWS,
  SEED,
} from './option-values.ts';
import { type Parsed, right, wrong } from './parsed.ts';
import { parseScenarioName } from './scenario-name.ts';
import type { RawInputs } from './validate-settings.ts';

/** Only what was given and is right; what is wrong is among the mistakes. */
export function readOptions({ options, optionStyle = 'flag' }: RawInputs, mistakes: Mistakes) {
  const reader = new OptionReader(optionStyle, mistakes);
  return {
    migrations: reader.many('migrations', options.migrations, notEmpty),
    base: reader.one('base', options.base, notEmpty),
    server: reader.one('server', options.server, parseServer),
    postgres: reader.many('postgres', options.postgres, (text) => parseWholeNumber(text, POSTGRES_MAJOR)),
    rows: reader.one('rows', options.rows, (text) => parseWholeNumber(text, ROWS)),
    seed: reader.one('seed', options.seed, (text) => parseWholeNumber(text, SEED)),
    now: reader.one('now', options.now, parseDate),
    scenario: reader.many('scenario', options.scenario, parseScenarioName),
    shard: reader.one('shard', options.shard, parseShard),
    'fail-on': reader.one('fail-on', options.failOn, parseSeverity),
    json: reader.one('json', options.json, notEmpty),
    markdown: reader.one('markdown', options.markdown, notEmpty),
  };
}

/** How its user wrote an option. */
export const optionLabel = (name: string, style: RawInputs['optionStyle'] = 'flag'): string =>
  style === 'flag' ? `--${name}` : `input ${name}`;

const notEmpty = (text: string): Parsed<string> => (text.trim() === '' ? wrong('is empty') : right(text));

class OptionReader {
  private readonly style: 'flag' | 'input';
  private readonly mistakes: Mistakes;

  constructor(style: 'flag' | 'input', mistakes: Mistakes) {
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
