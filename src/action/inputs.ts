/** The action's inputs as a runner hands them over: variables of the environment, empty where nothing is set. */
import { DEFAULTS, INPUT_MODES } from './known-inputs.ts';

export class Inputs {
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  /** Without the blanks around it; undefined where it is empty. */
  text(name: string): string | undefined {
    const value = this.#env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  /** One value a line; undefined where there is none. */
  lines(name: string): string[] | undefined {
    const lines = (this.text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.length === 0 ? undefined : lines;
  }

  /** Names of those that somebody has set to something of their own. */
  given(): string[] {
    return [...INPUT_MODES.keys()].filter((name) => {
      const value = this.text(name);
      return value !== undefined && name !== 'token' && value !== DEFAULTS[name];
    });
  }
}
