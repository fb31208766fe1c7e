/** Every mistake of the command line and the configuration file, gathered before one error tells them all. */
import { OperatorError } from '../domain/operator-error.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

interface Mistake extends Place {
  readonly text: string;
}

export class Mistakes {
  private readonly found: Mistake[] = [];
  private readonly file: string;
  private readonly command: string;

  /**
   * @param file the configuration file, as it is to be shown.
   * @param command whose options they are.
   */
  constructor(file: string, command = 'validate') {
    this.file = file;
    this.command = command;
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  inFile(place: Place, message: string): void {
    this.found.push({ ...place, text: `${this.file}:${place.line}: ${message}` });
  }

  /** @param option as its user wrote it: `--rows`. */
  inOption(option: string, message: string): void {
    this.found.push({ line: 0, column: 0, text: `${option}: ${message}` });
  }

  /** Throws one error with a line for each mistake, those of the command line first; returns where there are none. */
  throwIfAny(): void {
    if (!this.any) return;
    const lines = [...this.found]
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map(({ text }) => text);
    const inFile = this.found.some(({ line }) => line > 0);
    throw new OperatorError([...new Set(lines)].join('\n'), {
      code: 'settings-wrong',
      hint: inFile
        ? `Correct ${this.file}; nothing was run.`
        : `Correct the options (partition-guard ${this.command} --help lists them); nothing was run.`,
    });
  }
}
