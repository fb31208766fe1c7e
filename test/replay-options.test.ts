/** What a run's replay command repeats of the options it was given. */
import { describe, expect, it } from '@jest/globals';
import { replayOptions } from '../src/replay-options.ts';

describe('the options that a replay repeats', () => {
  it('are those that decide what is judged', () => {
    expect(
      replayOptions('ci/guard.yml', {
        migrations: ['db/a', 'db/b'],
        base: 'HEAD~1',
        server: 'embedded',
        postgres: ['16'],
        now: '2026-11-22',
        json: 'report.json',
        shard: '1/3',
      }),
    ).toEqual(
      '--config ci/guard.yml --migrations db/a --migrations db/b --base HEAD~1 --server embedded --postgres 16 --now 2026-11-22'.split(
        ' ',
      ),
    );
  });

  it('are none where none was given', () => {
    expect(replayOptions(undefined, {})).toEqual([]);
  });

  it('hold no address of a server, which may hold a password', () => {
    expect(replayOptions(undefined, { server: 'postgres://u:secret@db/x' })).toEqual([]);
  });
});
