import { describe, expect, it } from '@jest/globals';
import { inParallel } from '../../src/simulation/pool.ts';

/** A task that ends only when it is told to. */
function task<T>(
  started: string[],
  name: string,
): { run: () => Promise<T>; end: (value: T) => void; fail: () => void } {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return {
    run: () => {
      started.push(name);
      return promise;
    },
    end: (value) => settle?.resolve(value),
    fail: () => settle?.reject(new Error(`${name} failed`)),
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('inParallel', () => {
  it('gives results in the order of the tasks, whichever ends first', async () => {
    const [a, b] = [task<string>([], 'a'), task<string>([], 'b')];
    const all = inParallel([a.run, b.run], 2);
    b.end('second');
    a.end('first');
    expect(await all).toEqual(['first', 'second']);
  });

  it('runs no more at once than it may, and the next as soon as one ends', async () => {
    const started: string[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => task<string>(started, name));
    const all = inParallel(
      tasks.map((t) => t.run),
      2,
    );
    expect(started).toEqual(['a', 'b']);
    tasks[1]?.end('B');
    await turn();
    expect(started).toEqual(['a', 'b', 'c']);
    tasks[0]?.end('A');
    tasks[2]?.end('C');
    expect(await all).toEqual(['A', 'B', 'C']);
  });

  it('begins nothing more after a failure, waits for what runs, and fails with it', async () => {
    const started: string[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => task<string>(started, name));
    let ended = false;
    const all = inParallel(
      tasks.map((t) => t.run),
      2,
    ).finally(() => (ended = true));
    const refused = expect(all).rejects.toThrow('a failed');
    tasks[0]?.fail();
    await turn();
    expect({ started, ended }).toEqual({ started: ['a', 'b'], ended: false });
    tasks[1]?.end('B');
    await refused;
    expect(started).toEqual(['a', 'b']);
  });

  it('does nothing with nothing', async () => {
    expect(await inParallel([], 4)).toEqual([]);
  });
});
