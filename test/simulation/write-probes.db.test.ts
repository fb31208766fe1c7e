import { describe, expect, it } from '@jest/globals';
import type { WriteProbes } from '../../src/domain/history.ts';
import { formatShort } from '../../src/domain/instant.ts';
import { readLayouts } from '../../src/postgres/catalog-layout.ts';
import { NO_USER_SEEDS } from '../../src/simulation/seeding/user-seeds.ts';
import { probeWrites } from '../../src/simulation/write-probes.ts';
import { layoutOf, series } from '../support/histories.ts';
import { withPlayground } from '../support/playground.ts';

/** Tries `booking`, which held January to March 2026 before. */
const probed = (schema: string): Promise<{ probes: WriteProbes; rows: unknown }> =>
  withPlayground(schema, async ({ context, observer, facts, value }) => {
    const { oid } = await facts('booking');
    const layout = (await readLayouts(observer)).judged.find((t) => t.oid === oid)?.layout;
    if (!layout) throw new Error('not partitioned');
    const probes = await probeWrites({
      client: observer,
      oid,
      before: layoutOf(...series('monthly', '2026-01-01', 3)),
      after: layout,
      key: undefined,
      now: context.now,
      seed: 1,
      userSeeds: NO_USER_SEEDS,
    });
    return { probes, rows: await value('select count(*) from public.booking') };
  });

const told = (probes: WriteProbes, kind: string): string[] =>
  probes.kind === 'tried'
    ? probes.probes.filter((p) => p.kind === kind).map((p) => formatShort(p.at))
    : [probes.reason];

const booking = (columns: string, ...bounds: readonly (readonly [from: string, to: string])[]): string =>
  `create table booking (id bigint, starts timestamptz not null, ${columns} primary key (id, starts)) partition by range (starts);
   ${bounds.map(([from, to], i) => `create table booking_${i} partition of booking for values from ('${from}Z') to ('${to}Z');`).join('\n')}`;

describe('probeWrites', () => {
  it('finds every instant taken where bounds touch, one microsecond either side of each, and leaves no row', async () => {
    const { probes, rows } = await probed(
      booking('', ['2026-01-01 00:00', '2026-02-01 00:00'], ['2026-02-01 00:00', '2026-04-01 00:00']),
    );
    expect(told(probes, 'accepted')).toEqual(
      expect.arrayContaining([
        '2026-01-01',
        '2026-01-01 00:00:00.000001',
        '2026-01-31 23:59:59.999999',
        '2026-02-01',
        '2026-03-01',
        '2026-03-31 23:59:59.999999',
      ]),
    );
    expect([...told(probes, 'no-partition'), ...told(probes, 'refused')]).toEqual([]);
    expect(rows).toBe('0');
  });

  it('lets a trigger of the table find what it names without a schema, and nothing else', async () => {
    const { probes, rows } = await probed(
      `create table log (id bigint);
       create function note() returns trigger language plpgsql as $$ begin insert into log values (new.id); return new; end $$;
       ${booking('', ['2026-01-01 00:00', '2026-04-01 00:00'])}
       create trigger noted after insert on booking for each row execute function note();`,
    );
    expect(told(probes, 'accepted').length).toBeGreaterThan(3);
    expect([...told(probes, 'no-partition'), ...told(probes, 'refused')]).toEqual([]);
    expect(rows).toBe('0');
  });

  it('finds the hole within a partition that is partitioned itself', async () => {
    const { probes } = await probed(
      `create table booking (id bigint, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
       create table booking_1 partition of booking for values from ('2026-01-01Z') to ('2026-04-01Z') partition by range (starts);
       create table booking_1a partition of booking_1 for values from ('2026-01-01Z') to ('2026-02-10Z');
       create table booking_1b partition of booking_1 for values from ('2026-02-11Z') to ('2026-04-01Z');`,
    );
    expect(told(probes, 'no-partition')).toEqual([
      '2026-02-10',
      '2026-02-10 00:00:00.000001',
      '2026-02-10 23:59:59.999999',
    ]);
  });

  it('finds the hole of bounds minus one second, and what was covered before', async () => {
    const { probes, rows } = await probed(
      booking('', ['2026-01-01 00:00', '2026-01-31 23:59:59'], ['2026-02-01 00:00', '2026-03-01 00:00']),
    );
    expect(told(probes, 'no-partition')).toEqual(
      expect.arrayContaining(['2026-01-31 23:59:59', '2026-01-31 23:59:59.999999', '2026-03-01']),
    );
    expect(told(probes, 'accepted')).toEqual(
      expect.arrayContaining(['2026-01-31 23:59:58.999999', '2026-02-28 23:59:59.999999']),
    );
    expect(told(probes, 'refused')).toEqual([]);
    expect(rows).toBe('0');
  });

  it('tells a hole from a CHECK that refuses the instant, though both have one code', async () => {
    const { probes } = await probed(
      `${booking('', ['2026-01-01 00:00', '2026-04-01 00:00'])}
       alter table booking_0 add check (starts < '2026-02-10Z')`,
    );
    expect([...told(probes, 'no-partition'), ...told(probes, 'refused')]).toEqual([]);
    expect(told(probes, 'shut-out')).toEqual(
      expect.arrayContaining(['2026-03-01', '2026-03-31 23:59:59.999999']),
    );
    expect(told(probes, 'accepted')).toContain('2026-01-31 23:59:59.999999');
  });

  it('tells a CHECK that refuses the instant from one that reads other columns too', async () => {
    const { probes } = await probed(
      `${booking('', ['2026-01-01 00:00', '2026-04-01 00:00'])}
       alter table booking_0 add check (starts < '2026-02-10Z' or id < 0)`,
    );
    expect(told(probes, 'shut-out')).toEqual([]);
    expect(told(probes, 'refused')).toContain('2026-03-01');
  });

  it('sees a row that a trigger turns away without an error', async () => {
    const { probes } = await probed(
      `${booking('', ['2026-01-01 00:00', '2026-04-01 00:00'])}
       create function turn_away() returns trigger language plpgsql as $$
       begin
         if new.starts >= '2026-03-01Z' then return null; end if;
         return new;
       end $$;
       create trigger turn_away before insert on booking for each row execute function turn_away()`,
    );
    expect(told(probes, 'shut-out')).toEqual(
      expect.arrayContaining(['2026-03-01', '2026-03-31 23:59:59.999999']),
    );
    expect(told(probes, 'accepted')).toContain('2026-02-28 23:59:59.999999');
  });

  it('says why where no row can be made', async () => {
    const { probes } = await probed(
      booking('shape pg_snapshot not null,', ['2026-01-01 00:00', '2026-04-01 00:00']),
    );
    expect(probes).toMatchObject({ kind: 'not-tried', reason: expect.stringContaining('shape') });
  });
});
