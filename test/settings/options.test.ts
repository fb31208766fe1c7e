import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import { mistakesOf, settingsOf, TODAY } from './inputs.ts';

describe('options', () => {
  it.each([
    ['rows', { rows: '1e3' }, '--rows: "1e3" is not a whole number from 1 to 10,000,000'],
    ['rows', { rows: '' }, '--rows: is empty'],
    [
      'shard',
      { shard: '3/2' },
      '--shard: "3/2" is not a share of the scenarios; the second of three is written 2/3',
    ],
    [
      'shard',
      { shard: '0/2' },
      '--shard: "0/2" is not a share of the scenarios; the second of three is written 2/3',
    ],
    [
      'fail-on',
      { failOn: 'warnings' },
      '--fail-on: "warnings" is not a severity — did you mean "warning"?; known: error, warning',
    ],
    ['postgres', { postgres: ['15', '13'] }, '--postgres: "13" is not a whole number from 14 to 18'],
    [
      'scenario',
      { scenario: ['crash'] },
      '--scenario: "crash" is a scenario that this version does not play yet',
    ],
    [
      'scenario',
      { scenario: ['frehs'] },
      '--scenario: "frehs" is not a scenario — did you mean "fresh"?; known: fresh, upgrade, rerun, retention, change:A->B, round-trip:A->B->A, where A and B are intervals such as monthly',
    ],
    [
      'scenario',
      { scenario: ['change:monthly->quaterly'] },
      '--scenario: "change:monthly->quaterly" is not a scenario: "quaterly" is not an interval — did you mean "change:monthly->quarterly"?; known: daily, weekly, monthly, quarterly, half-yearly, yearly',
    ],
    [
      'scenario',
      { scenario: ['change:monthly->monthly'] },
      '--scenario: "change:monthly->monthly" changes nothing: both intervals are monthly',
    ],
    [
      'scenario',
      { scenario: ['round-trip:monthly->monthly->monthly'] },
      '--scenario: "round-trip:monthly->monthly->monthly" changes nothing: both intervals are monthly',
    ],
    [
      'scenario',
      { scenario: ['round-trip:monthly->yearly->quarterly'] },
      '--scenario: "round-trip:monthly->yearly->quarterly" does not come back to monthly — did you mean "round-trip:monthly->yearly->monthly"?',
    ],
    [
      'scenario',
      { scenario: ['round-trip:monthly->x->monthly'] },
      '--scenario: "round-trip:monthly->x->monthly" is not a scenario: "x" is not an interval; known: daily, weekly, monthly, quarterly, half-yearly, yearly',
    ],
    [
      'scenario',
      { scenario: ['change:daily->monthly'] },
      '--scenario: "change:daily->monthly" needs the interval daily, and intervals: has monthly, quarterly, yearly',
    ],
    [
      'server',
      { server: 'docker' },
      '--server: "docker" is not a server; known: auto, embedded, testcontainers, or a postgres:// address',
    ],
    [
      'server',
      { server: 'embeded' },
      '--server: "embeded" is not a server — did you mean "embedded"?; known: auto, embedded, testcontainers, or a postgres:// address',
    ],
    ...[
      '-v/:/x:1',
      '--privileged',
      'a b:1',
      'a:1 --rm',
      'postgis/postgis',
      'A:1',
      'a:1\n',
      'a@sha256:12',
      ':1',
    ].map((image): [string, object, string] => [
      'image',
      { image },
      `--image: ${JSON.stringify(image).replace('\\n', '\\u000a')} is not an image with its tag or digest; written postgis/postgis:17-3.5 or name@sha256:…`,
    ]),
    [
      'an image beside another server',
      { image: 'a:1', server: 'embedded' },
      '--image: needs the server testcontainers, and embedded is asked for',
    ],
    [
      'an image beside an address',
      { image: 'a:1', server: 'postgres://me@host/db' },
      '--image: needs the server testcontainers, and a server by its address is asked for',
    ],
    [
      'an image of several majors',
      { image: 'a:1', postgres: ['15', '16'] },
      '--image: an image holds one PostgreSQL, and 15 and 16 are asked for',
    ],
    [
      'an allowance of what is not given',
      { allowServer: 'it is ours' },
      '--allow-server: is about a server given by its address, and auto is asked for',
    ],
    [
      'markdown',
      { json: 'a', markdown: 'a' },
      '--markdown: the JSON and the markdown report would be written to the same file',
    ],
    [
      'reports by other words for one file',
      { json: 'out/a', sarif: './out/../out/a' },
      '--sarif: the JSON and the SARIF report would be written to the same file',
    ],
    ['empty paths', { junit: ' ' }, '--junit: is empty'],
  ])('name what is wrong with %s: %j', async (_name, options, mistake) => {
    expect(await mistakesOf(undefined, options)).toEqual([mistake]);
  });

  it.each([
    'postgres:17',
    'timescale/timescaledb-ha:pg17.2-ts2.17',
    'localhost:5000/team/postgres_with-all__of.it:17@sha256:' + 'a'.repeat(64),
    'ghcr.io/your-organisation/postgres@sha256:' + '0'.repeat(64),
  ])('take an image by tag or digest, and a container with it: %s', async (image) => {
    expect((await settingsOf(undefined, { image })).server).toEqual({ kind: 'testcontainers', image });
  });

  it("let another server win over the file's image, and the line's image over the file's", async () => {
    const file = 'image: a:1\n';
    expect((await settingsOf(file, { server: 'embedded' })).server).toEqual({ kind: 'embedded' });
    expect((await settingsOf(file, { image: 'b:2' })).server).toEqual({
      kind: 'testcontainers',
      image: 'b:2',
    });
    expect(await mistakesOf('server: embedded\nimage: a:1\n')).toEqual([
      'partition-guard.yml:2: an image needs server: testcontainers, and embedded is asked for',
    ]);
    expect(await mistakesOf('image: -v /:/x\n')).toEqual([
      expect.stringMatching(/^partition-guard\.yml:1: "-v \/:\/x" is not an image/),
    ]);
  });

  it('allow a server that looks like production on the command line alone', async () => {
    const server = 'postgres://me@host/db';
    const allowed = await settingsOf(undefined, { server, allowServer: 'a name only' });
    expect(allowed.server).toEqual({ kind: 'url', url: server, allowed: 'a name only' });
    expect(await mistakesOf(`server: ${server}\nallow-server: me\n`)).toEqual([
      'partition-guard.yml:2: unknown key "allow-server": a server that looks like production is allowed on the command line or as an input only',
    ]);
    expect(await mistakesOf(`server: ${server}\n`, { allowServer: 'a name only' })).toEqual([
      '--allow-server: is about an address given by --server, and this one stands in the configuration file, which whoever proposes a change can edit',
    ]);
    const other = 'postgres://me@live/db';
    const over = await settingsOf(`server: ${other}\n`, { server, allowServer: 'a name only' });
    expect(over.server).toEqual({ kind: 'url', url: server, allowed: 'a name only' });
  });

  it.each([
    'mysql://me:hunter2@host/db',
    'postgres://me:hun ter2@host/db',
    'postgres//me:hunter2@host',
    'host=x password=hunter2',
    "host=x password = 'hunter2'",
  ])('never show a password: %s', async (server) => {
    const [mistake = '', ...more] = await mistakesOf(undefined, { server });
    expect(more).toEqual([]);
    expect(mistake).toContain('is not a server');
    expect(mistake).not.toMatch(/hun|ter2/);
  });

  it('name every pair of reports that would be one file', async () => {
    expect(await mistakesOf(undefined, { json: 'a', markdown: 'b', sarif: 'a', junit: 'a' })).toEqual([
      '--sarif: the JSON and the SARIF report would be written to the same file',
      '--junit: the JSON and the JUnit report would be written to the same file',
      '--junit: the SARIF and the JUnit report would be written to the same file',
    ]);
  });

  it('name the pair where one of its files comes from the configuration', async () => {
    expect(await mistakesOf('junit: a\n', { json: 'a' })).toEqual([
      '--json: the JSON and the JUnit report would be written to the same file',
    ]);
    expect(await mistakesOf('json: a\njunit: a\n', { json: 'b' })).toEqual([]);
  });

  it('accept an arrow, blanks around it, and names once', async () => {
    const { scenarios } = await settingsOf(undefined, {
      scenario: [
        'change:monthly → yearly',
        'change:monthly->yearly',
        'round-trip:yearly→monthly→yearly',
        'rerun',
      ],
    });
    expect(scenarios).toEqual(['change:monthly->yearly', 'round-trip:yearly->monthly->yearly', 'rerun']);
  });

  it("count an action's empty inputs as not given, and are named as inputs", async () => {
    const base = { cwd: '/', today: TODAY, optionStyle: 'input' as const };
    const settings = await validateSettings({
      ...base,
      options: { rows: '', base: '', scenario: [''], migrations: [], json: '' },
    });
    expect(settings).toMatchObject({ rows: 100_000, migrations: [], reports: {} });
    expect(settings).not.toHaveProperty('base');
    expect(settings).not.toHaveProperty('scenarios');
    const wrong = validateSettings({ ...base, options: { rows: 'x' } });
    await expect(wrong).rejects.toThrow('input rows: "x" is not a whole number from 1 to 10,000,000');
    await expect(wrong).rejects.toBeInstanceOf(OperatorError);
  });
});
