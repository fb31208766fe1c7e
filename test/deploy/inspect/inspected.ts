/** Runs `inspect` in a test as the command does, at a fixed moment, with the sizes out of what it prints. */
import { instantOf } from '../../../src/domain/instant.ts';
import type { Inspection } from '../../../src/domain/inspection.ts';
import { runInspect } from '../../../src/inspect-command.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { inspectSettings, type RawInspectInputs } from '../../../src/settings/inspect-settings.ts';

export interface Inspected {
  readonly inspection: Inspection;
  /** What the terminal shows after the line of facts, each size as SIZE. */
  readonly told: string;
  /** That line. */
  readonly facts: string;
}

/** As of 15 February 2026. */
export async function inspect(
  target: string,
  inputs: Partial<Pick<RawInspectInputs, 'cwd' | 'configFile' | 'configText'>> & {
    readonly options?: RawInspectInputs['options'];
  } = {},
): Promise<Inspected> {
  let told = '';
  const inspection = await runInspect({
    settings: await inspectSettings({
      cwd: '/',
      ...inputs,
      options: { target, ...inputs.options },
      env: {},
      now: instantOf({ year: 2026, month: 2, day: 15 }),
    }),
    env: {},
    output: { write: (text: string) => (told += text), isTTY: false },
    terminal: { paint: createPaint({ colour: false }) },
    redact: (text) => text,
    onWarning: () => undefined,
  });
  const [facts = '', ...lines] = told.split('\n');
  const sizes = /\b[\d,]+(?:\.\d+)? (?:kB|MB|bytes)(?![\w])/g;
  return {
    inspection,
    facts,
    told: lines
      .join('\n')
      .replace(sizes, 'SIZE')
      // As wide as sizes are, which differ between majors.
      .replace(/(SIZE|none|rows that move) +(?=none|of them|about)/g, '$1   ')
      .replace(/ +$/gm, ''),
  };
}
