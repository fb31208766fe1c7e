/**
 * The shipped manager, broken one place at a time: `validate` fails what differs. PARTITION_GUARD_NIGHTLY plays every
 * mutant, without it a sample; PARTITION_GUARD_WRITE=1 writes what was found (npm run mutants).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inParallel } from '../../src/simulation/pool.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { type Kill, readKills, sampleOf, shareKilled, tally, writeKills } from './fates.ts';
import { PAGE_FILE, renderPage } from './page.ts';
import { type Fate, fateOf, playMutant } from './play.ts';
import { PROJECTS } from './projects.ts';
import { playedPool } from './reach.ts';
import { SURVIVORS } from './survivors.ts';

const isNightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const isWriting = process.env['PARTITION_GUARD_WRITE'] === '1';
const SAMPLE = 30;
const AT_ONCE = 2;

let opened: TestServer | undefined;
beforeAll(async () => {
  opened = await openTestServer();
});
afterAll(async () => opened?.close());

const server = (): TestServer['server'] => {
  if (!opened) throw new Error('no server was opened');
  return opened.server;
};

const played = await playedPool();
const pool = played.map(({ mutant }) => mutant);
const kills = readKills();
const sample = sampleOf(pool, kills, SAMPLE);

describe('the mutants of the shipped manager', () => {
  it('are at least 60, no two alike', () => {
    expect(pool.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pool.map(({ text }) => text)).size).toBe(pool.length);
  });

  it('are each failed by validate, or listed with the reason why not', () => {
    if (isWriting) return;
    expect(
      pool.filter(({ id }) => kills.has(id) === (SURVIVORS[id] !== undefined)).map(({ id }) => id),
    ).toEqual([]);
    const ids = new Set(pool.map(({ id }) => id));
    expect([...kills.keys(), ...Object.keys(SURVIVORS)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are failed, 95 of a hundred that one session can tell from the right one', () => {
    expect(shareKilled(tally(pool, kills))).toBeGreaterThanOrEqual(0.95);
  });

  it('are listed in docs/mutants.md', () => {
    if (isWriting) writeFileSync(PAGE_FILE, renderPage(pool, kills));
    expect(existsSync(PAGE_FILE) ? readFileSync(PAGE_FILE, 'utf8') : '').toBe(renderPage(pool, kills));
  });
});

(isNightly ? describe : describe.skip)('every mutant', () => {
  it('has the fate that is told of it', async () => {
    const fates = await inParallel(
      played.map(({ mutant, projects }, i) => async (): Promise<[string, Fate]> => [
        mutant.id,
        await fateOf(server(), mutant, { prefix: `m${i}_`, projects }),
      ]),
      AT_ONCE,
    );
    const failed = fates.flatMap(([id, fate]): [string, Kill][] => {
      if (fate.kind !== 'failed') return [];
      const { project, scenario, check } = fate;
      return [[id, { project, scenario, check }]];
    });
    if (isWriting) {
      // What was told first is kept where it holds: several scenarios may fail one mutant, and the quickest is told.
      const found = new Map(failed.map(([id, kill]) => [id, kills.get(id) ?? kill]));
      writeKills(found);
      writeFileSync(PAGE_FILE, renderPage(pool, found));
    }
    expect(failed.map(([id]) => id).sort()).toEqual([...readKills().keys()].sort());
  }, 7_200_000);
});

describe('validate', () => {
  const usedIn = (project: string): string[] => [
    ...new Set(
      sample.flatMap(({ id }) => {
        const kill = kills.get(id);
        return kill?.project === project ? [kill.scenario] : [];
      }),
    ),
  ];

  it('passes the manager as it is, in every project', async () => {
    const projects = isNightly ? PROJECTS : PROJECTS.filter(({ name }) => usedIn(name).length > 0);
    const plays = projects.map(
      (project) => async () =>
        playMutant({
          server: server(),
          prefix: `right_${project.name}_`,
          project: isNightly ? project : { ...project, scenarios: usedIn(project.name) },
        }),
    );
    const fates = await inParallel(plays, AT_ONCE);
    expect(projects.map(({ name }, i) => ({ name, ...fates[i] }))).toEqual(
      projects.map(({ name }) => ({ name, kind: 'passed' })),
    );
  }, 900_000);

  it(`fails each of ${sample.length} mutants`, async () => {
    const plays = sample.map((mutant, i) => async () => {
      const kill = kills.get(mutant.id);
      const project = PROJECTS.find(({ name }) => name === kill?.project);
      if (!kill || !project) throw new Error(`no project fails ${mutant.id}`);
      const { kind } = await playMutant({
        server: server(),
        prefix: `s${i}_`,
        project,
        mutant,
        scenario: kill.scenario,
      });
      return { id: mutant.id, kind };
    });
    const fates = await inParallel(plays, AT_ONCE);
    expect(fates).toEqual(sample.map(({ id }) => ({ id, kind: 'failed' })));
  }, 900_000);
});
