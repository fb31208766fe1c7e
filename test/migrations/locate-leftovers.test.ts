import { describe, expect, it } from '@jest/globals';
import { type Ran, withPlaces } from '../../src/migrations/locate-leftovers.ts';
import { understand } from '../../src/migrations/read-migrations.ts';

const FLYWAY = { defaultSchema: 'public', user: 'u', database: 'd', timestamp: 't', table: 'h' };

/** Files V1, V2… of these texts. */
const read = (...texts: readonly string[]): ReturnType<typeof understand> =>
  understand(
    texts.map((text, i) => ({ folder: 'm', file: `m/V${i + 1}__x.sql`, bytes: Buffer.from(text) })),
    { cwd: '/', placeholders: {}, flyway: FLYWAY },
  );

const NOTHING = { advisoryLocks: [], openTransaction: false, changedSettings: [] };

async function placeOf(
  left: 'lock' | 'transaction' | { readonly setting: string },
  texts: readonly string[],
  ran: Ran = 'statements',
): Promise<string | undefined> {
  const migrations = await read(...texts);
  const { leftBy } = withPlaces(
    {
      ...NOTHING,
      ...(left === 'lock' ? { advisoryLocks: ['(0, 1)'] } : {}),
      ...(left === 'transaction' ? { openTransaction: true } : {}),
      ...(typeof left === 'object'
        ? { changedSettings: [{ name: left.setting, before: null, after: 'x' }] }
        : {}),
    },
    migrations,
    ran,
  );
  const place =
    left === 'lock'
      ? leftBy?.advisoryLocks
      : left === 'transaction'
        ? leftBy?.openTransaction
        : leftBy?.settings[left.setting];
  return place && `${place.file}:${place.line}`;
}

const FUNCTION = `create function f() returns void language plpgsql
set timezone = 'UTC' as $$
begin
    perform pg_advisory_lock(1);
    set local timezone = 'Asia/Tokyo';
    set timezone to 'Asia/Tokyo';
end
$$;`;

describe('the place of what stays behind', () => {
  it('is not sought where nothing does', async () => {
    const migrations = await read('select pg_advisory_lock(1);');
    expect(withPlaces(NOTHING, migrations, 'statements')).toBe(NOTHING);
  });

  it('is the line in a statement that takes a lock, comments aside', async () => {
    const text = `-- pg_advisory_lock(0)
do $$
begin
    /* pg_advisory_lock(
       0) */
    perform pg_try_advisory_lock_shared(1);
end
$$;
-- pg_advisory_lock(2)`;
    expect(await placeOf('lock', [text])).toBe('m/V1__x.sql:6');
  });

  it('is no lock of a transaction', async () => {
    expect(await placeOf('lock', ['select pg_advisory_xact_lock(1);'])).toBeUndefined();
  });

  it('is the lock that is not given back in its file', async () => {
    const balanced = 'select pg_advisory_lock(1);\nselect 1;\nselect pg_advisory_unlock(1);';
    expect(await placeOf('lock', ['select pg_advisory_lock(1);', balanced])).toBe('m/V1__x.sql:1');
    expect(await placeOf('lock', [balanced])).toBe('m/V1__x.sql:1');
  });

  it('is in what ran: the statements, or what a call reached', async () => {
    const both = [FUNCTION, 'select 1;\nselect pg_advisory_lock(1);'];
    expect(await placeOf('lock', both)).toBe('m/V2__x.sql:2');
    expect(await placeOf('lock', both, 'call')).toBe('m/V1__x.sql:4');
    expect(await placeOf('lock', ['select pg_advisory_lock(1);'], 'call')).toBeUndefined();
  });

  it('is the last begin without an end', async () => {
    expect(await placeOf('transaction', ['begin;\ncommit;\nbegin;\nselect 1;', 'begin; commit;'])).toBe(
      'm/V1__x.sql:3',
    );
  });

  it('is the setting of the session, not of the transaction or of the function', async () => {
    expect(await placeOf({ setting: 'TimeZone' }, [FUNCTION], 'call')).toBe('m/V1__x.sql:6');
    const byFunction = `create function g() returns void language plpgsql as $$
begin
    perform set_config('search_path', 'a', false);
end
$$;`;
    expect(await placeOf({ setting: 'search_path' }, [byFunction], 'call')).toBe('m/V1__x.sql:3');
    expect(await placeOf({ setting: 'lock_timeout' }, [byFunction], 'call')).toBeUndefined();
  });
});
