/** Whatever ends a run, nothing of it stays on the machine. */
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withServer } from '../../src/postgres/server.ts';
import {
  foldersOf,
  type HeldServer,
  holdServer,
  processesNaming,
  untilNothing,
} from '../support/processes.ts';

/** The folder of a held server, once it is ready. */
const folderOf = async (held: HeldServer): Promise<string> => dirname(await held.line('ready: '));

async function expectNothingOf(held: HeldServer, folders: readonly string[]): Promise<void> {
  expect(await untilNothing(() => foldersOf(held.pid))).toEqual([]);
  expect(await untilNothing(() => processesNaming(folders))).toEqual([]);
}

describe('a run', () => {
  it('has a folder and processes while it lasts', async () => {
    const held = holdServer('wait');
    const folder = await folderOf(held);
    expect(await foldersOf(held.pid)).toEqual([folder]);
    const processes = (await processesNaming([folder])).join('\n');
    expect(processes).toContain('postgres -D');
    expect(processes).toContain('partition-guard-reaper');
    held.kill('SIGTERM');
    await held.end;
    await expectNothingOf(held, [folder]);
  });

  it.each(['end', 'throw'] as const)(
    'leaves nothing when its work comes to its end by: %s',
    async (ending) => {
      const held = holdServer(ending);
      const folder = await folderOf(held);
      const { status, stderr } = await held.end;
      expect(status).toBe(ending === 'end' ? 0 : 1);
      expect(stderr.includes('thrown on purpose')).toBe(ending === 'throw');
      // Not polled for: it is gone before the run says that it has ended.
      expect(await foldersOf(held.pid)).toEqual([]);
      await expectNothingOf(held, [folder]);
    },
  );

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('cleans up on %s, says nothing and ends with %i', async (signal, expected) => {
    const held = holdServer('wait');
    const folder = await folderOf(held);
    held.kill(signal);
    expect(await held.end).toEqual({ status: expected, stderr: '' });
    expect(await foldersOf(held.pid)).toEqual([]);
    await expectNothingOf(held, [folder]);
  });

  it('leaves nothing when it is killed', async () => {
    const held = holdServer('wait');
    const folder = await folderOf(held);
    held.kill('SIGKILL');
    await held.end;
    await expectNothingOf(held, [folder]);
  });

  it('is swept by the next run, which says so, when its reaper was killed as well', async () => {
    const held = holdServer('wait');
    const folder = await folderOf(held);
    const reaper = (await processesNaming([folder])).find((line) => line.includes('partition-guard-reaper'));
    process.kill(Number.parseInt(reaper ?? '', 10), 'SIGKILL');
    held.kill('SIGKILL');
    await held.end;
    const told: string[] = [];
    const next = await withServer(
      { kind: { kind: 'embedded' }, expectedBytes: 0, onProgress: (text) => told.push(text) },
      async (server) => server.version,
    );
    expect(told).toContain(`removed what a killed run left: ${folder}`);
    expect(next).toMatch(/^\d+\.\d+$/);
    expect(await foldersOf(held.pid)).toEqual([]);
    expect(await processesNaming([folder])).toEqual([]);
  });
});

describe('a run that still prepares its server', () => {
  let cacheHome: string;
  beforeEach(async () => {
    cacheHome = await mkdtemp(join(tmpdir(), 'cache-of-a-test-'));
    await chmod(cacheHome, 0o755);
  });
  afterEach(() => rm(cacheHome, { recursive: true }));

  it.each(['SIGKILL', 'SIGINT'] as const)('leaves nothing on %s', async (signal) => {
    const held = holdServer('wait', { XDG_CACHE_HOME: cacheHome });
    await held.line('progress: preparing');
    const folders = await foldersOf(held.pid);
    expect(folders).toHaveLength(1);
    held.kill(signal);
    await held.end;
    await expectNothingOf(held, folders);
    const cache = join(cacheHome, 'partition-guard');
    expect(
      await untilNothing(async () => (await readdir(cache)).filter((n) => !n.startsWith('embedded-'))),
    ).toEqual([]);
  });
});
