import { describe, expect, it } from '@jest/globals';
import { createPaint } from '../../src/report/paint.ts';
import { createProgress, type ProgressStream } from '../../src/report/progress.ts';
import { scenario } from './results.ts';

const paint = createPaint({ colour: false });

function record(facts: Pick<ProgressStream, 'isTTY' | 'columns'>): {
  stream: ProgressStream;
  writes: string[];
} {
  const writes: string[] = [];
  return { stream: { ...facts, write: (text) => writes.push(text) }, writes };
}

const FRESH = '  ✔ fresh                                    0.5 s   100,000 rows kept\n';

describe('live progress', () => {
  it('rewrites one line under the finished ones on a terminal', () => {
    const { stream, writes } = record({ isTTY: true, columns: 80 });
    const progress = createProgress(stream, { paint, total: 15 });
    progress.running(['fresh', 'change:monthly->yearly']);
    progress.running(['fresh', 'change:monthly->yearly']);
    progress.finished(scenario('fresh'));
    progress.end();
    progress.end();
    expect(writes).toEqual([
      '  ⠙ 1 of 15  fresh and change monthly → yearly',
      '\r\u001b[2K  ⠹ 1 of 15  fresh and change monthly → yearly',
      `\r\u001b[2K${FRESH}  ⠹ 2 of 15  change monthly → yearly`,
      '\r\u001b[2K',
    ]);
  });

  it('writes only finished lines where there is no terminal', () => {
    const { stream, writes } = record({});
    const progress = createProgress(stream, { paint, total: 2 });
    progress.running(['fresh']);
    progress.finished(scenario('fresh'));
    progress.end();
    expect(writes).toEqual([FRESH]);
  });

  it('never fills the last column, so that the line does not wrap', () => {
    const { stream, writes } = record({ isTTY: true, columns: 20 });
    createProgress(stream, { paint, total: 15 }).running(['round-trip:monthly->yearly->monthly']);
    expect(writes.map((text) => text.length)).toEqual([19]);
  });
});
