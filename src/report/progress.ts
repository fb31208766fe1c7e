/** Live progress: finished scenarios as lines, and on a terminal one line under them that is rewritten in place. */
import type { ScenarioResult } from '../domain/result.ts';
import { clip, printable } from './printable.ts';
import { renderScenarioLine, type TerminalOptions } from './terminal.ts';
import { labelOf, listedUpTo, scenarioTitle } from './words.ts';

export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions extends TerminalOptions {
  /** Scenarios of the run, as far as they are known. */
  readonly total: number;
}

export interface Progress {
  /** Scenarios of the run, now that more is known. */
  expect(total: number): void;
  /** Labels of the scenarios being played; each call turns the mark by one. */
  running(names: readonly string[]): void;
  finished(scenario: ScenarioResult): void;
  /** Takes the live line away. */
  end(): void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const COLUMNS = 80;
const ERASE_LINE = '\r\u001b[2K';

/** Pure of timers: whoever wants the mark to turn calls `running` again. */
export function createProgress(stream: ProgressStream, options: ProgressOptions): Progress {
  const live = stream.isTTY === true;
  let names: readonly string[] = [];
  let { total } = options;
  let done = 0;
  let turn = 0;
  let drawn = false;

  const erase = (): string => {
    const wasDrawn = drawn;
    drawn = false;
    return wasDrawn ? ERASE_LINE : '';
  };
  const draw = (): string => {
    if (!live || names.length === 0) return '';
    drawn = true;
    const frame = FRAMES[turn % FRAMES.length] ?? '';
    const what = printable(listedUpTo(names.map(scenarioTitle), 3));
    const line = `  ${frame} ${Math.min(done + 1, total)} of ${total}  ${what}`;
    return options.paint.dim(clip(line, Math.max((stream.columns || COLUMNS) - 1, 1)));
  };
  const write = (text: string): void => {
    if (text !== '') stream.write(text);
  };

  return {
    expect: (scenarios) => {
      total = scenarios;
    },
    running: (now) => {
      names = now;
      turn += 1;
      if (live) write(erase() + draw());
    },
    finished: (scenario) => {
      done += 1;
      names = names.filter((name) => name !== labelOf(scenario));
      write(erase() + renderScenarioLine(scenario, options) + draw());
    },
    end: () => write(erase()),
  };
}
