/** The job's log: our own commands, and everything else in a form that no runner takes for one. */
import type { Redact } from '../domain/redaction.ts';
import { LINE_BREAK, safeLine } from '../report/printable.ts';
import { workflowCommand } from './workflow-command.ts';

/** What is annotated: a subset of what the reports make of a finding. */
export interface LogAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

export interface LogOptions {
  readonly write: (text: string) => unknown;
  readonly redact: Redact;
  /** Known to nobody before the run: what SQL prints can't know it. */
  readonly token: string;
}

export class Log {
  readonly #write: (text: string) => unknown;
  readonly #redact: Redact;
  readonly #token: string;
  #rest = '';

  constructor({ write, redact, token }: LogOptions) {
    this.#write = write;
    this.#redact = redact;
    this.#token = token;
  }

  /** Has the runner mask texts, line by line as it reads them. */
  mask(secrets: readonly string[]): void {
    for (const secret of secrets) {
      for (const line of secret.split(/[\r\n]+/)) {
        if (line.trim() !== '') this.#write(workflowCommand('add-mask', line));
      }
    }
  }

  /** Whole lines, however many. */
  line(text: string): void {
    this.stream.write(`${text}\n`);
  }

  group(title: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#write(workflowCommand('group', this.#safe(title)));
    for (const line of lines) this.line(line);
    this.#write(workflowCommand('endgroup', ''));
  }

  annotate({ level, title, message, file, line }: LogAnnotation): void {
    // With their indent: lines of a workflow file are shown to be copied.
    const lines = this.#redact(message)
      .split(LINE_BREAK)
      .map((one) => safeLine(one).trimEnd());
    const text = lines.filter((one) => one !== '').join('\n');
    this.#write(
      workflowCommand(level, text, {
        title: this.#safe(title),
        file: file === undefined ? undefined : this.#safe(file),
        line,
      }),
    );
  }

  /** While `body` runs the runner obeys nothing, whatever is printed, by whomever. */
  async withoutCommands<T>(body: () => Promise<T>): Promise<T> {
    this.#write(workflowCommand('stop-commands', this.#token));
    try {
      return await body();
    } finally {
      this.flush();
      this.#write(`::${this.#token}::\n`);
    }
  }

  /** For what is printed piece by piece; lines go out when they are whole. */
  readonly stream = {
    isTTY: false,
    write: (text: string): void => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      if (lines.length > 0) this.#write(lines.map((line) => `${this.#safe(line)}\n`).join(''));
    },
  };

  /** Ends a line that has no end yet. */
  flush(): void {
    if (this.#rest !== '') this.stream.write('\n');
  }

  #safe(line: string): string {
    return safeLine(this.#redact(line));
  }
}
