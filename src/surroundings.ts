/** What a command of the command line works with: the process, as its entry point hands it on. */
import type { KnownSecrets } from './known-secrets.ts';
import type { ProgressStream } from './report/progress.ts';
import type { TerminalOptions } from './report/terminal.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly startedAt: Date;
  readonly secrets: KnownSecrets;
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Gets lines for people that are no result: progress and warnings. */
  readonly onLine: (text: string) => void;
}
