/** Calls that change the interval, under names and in forms of their own. */
import type { Case } from '../case.ts';
import { MANAGER, MANAGER_FILE } from '../sql.ts';

const SHIPPED = { [`migrations/${MANAGER_FILE}`]: MANAGER } as const;
const CHANGE = ['--scenario', 'change:monthly->quarterly', '--scenario', 'rerun'] as const;

const METER = `create table meter_value (
    meter bigint not null,
    read_on date not null,
    kwh numeric(12, 3) not null,
    primary key (meter, read_on)
) partition by range (read_on);
`;

/** A manager by weeks or months, which leaves what is there alone: right where one interval alone is used. */
const premake = (header: string, atEachStep: string): string => `${METER}
${header}
language plpgsql
as $$
declare
    lower_bound date := date_trunc('year', now() at time zone 'UTC');
    window_end date := lower_bound + interval '2 years';
begin
    while lower_bound < window_end loop
        execute format(
            'create table if not exists %I partition of meter_value for values from (%L) to (%L)',
            'meter_value_' || to_char(lower_bound, 'YYYYMMDD'), lower_bound, (lower_bound + step)::date
        );
        ${atEachStep}
        lower_bound := lower_bound + step;
    end loop;
end
$$;
`;

export const MANAGERS: readonly Case[] = [
  {
    name: 'finds the manager by itself, for another table too',
    project: {
      files: {
        ...SHIPPED,
        'migrations/V2__meter.sql': METER,
        'partition-guard.yml': `tables: [{ name: meter_value }]
manage:
  call: SELECT manage_partitions('meter_value', :frequency, :interval_months)
`,
      },
    },
    args: CHANGE,
    verdict: 'pass',
    tables: ['public.meter_value'],
    says: ['change monthly → quarterly'],
  },
  {
    name: 'calls a procedure of another name with :interval_name',
    project: {
      files: {
        ...SHIPPED,
        'migrations/V2__lay_out.sql': `create procedure lay_out(cadence text)
language plpgsql
as $$
begin
    perform manage_partitions(
        'amenity_booking_',
        case cadence when 'monthly' then 12 when 'quarterly' then 4 else 1 end,
        case cadence when 'monthly' then 1 when 'quarterly' then 3 else 12 end
    );
    commit;
end
$$;
`,
        'partition-guard.yml': 'manage: { call: "CALL lay_out(:interval_name)" }\n',
      },
    },
    args: CHANGE,
    verdict: 'pass',
    says: ['change monthly → quarterly'],
  },
  {
    name: 'calls a procedure that commits, for weeks too',
    project: {
      files: {
        'migrations/V1__meter.sql': premake('create procedure premake(step interval)', 'commit;'),
        'partition-guard.yml': 'intervals: weekly\nmanage: { call: "CALL premake(:interval)" }\n',
      },
    },
    verdict: 'pass',
    scenarios: ['fresh', 'upgrade', 'rerun'],
  },
  {
    name: 'sees a call that commits inside a function',
    project: {
      files: {
        'migrations/V1__meter.sql': premake('create function premake(step interval) returns void', 'commit;'),
        'partition-guard.yml': 'intervals: monthly\nmanage: { call: "SELECT premake(:interval)" }\n',
      },
    },
    verdict: 'fail',
    findings: {
      rerun: ['migration-applies', 'interval-applied (inconclusive)'],
    },
    location: { check: 'migration-applies', file: 'migrations/V1__meter.sql', line: 'commit;' },
  },
  {
    name: 'sees a manager that always raises',
    project: {
      files: {
        'migrations/V1__meter.sql': premake(
          'create function premake(step interval) returns void',
          `raise exception 'no partition for % today', step using errcode = 'object_not_in_prerequisite_state';`,
        ),
        'partition-guard.yml':
          'intervals: [monthly, yearly]\nmanage: { call: "SELECT premake(:interval)" }\n',
      },
    },
    args: ['--scenario', 'change:monthly->yearly'],
    verdict: 'fail',
    findings: {
      'change:monthly->yearly': ['migration-applies', 'interval-applied (inconclusive)'],
    },
    says: ['no partition for 1 mon today'],
    location: { check: 'migration-applies', file: 'migrations/V1__meter.sql', line: 'raise exception' },
  },
  {
    name: 'sees a role that a call leaves set',
    project: {
      files: {
        'migrations/V1__meter.sql': `create role meter_keeper;
${premake('create procedure premake(step interval)', `perform set_config('role', 'meter_keeper', false);`)}
grant meter_keeper to current_user;
grant create, usage on schema public to meter_keeper;
alter table meter_value owner to meter_keeper;
`,
        'partition-guard.yml': 'intervals: monthly\nmanage: { call: "CALL premake(:interval)" }\n',
      },
    },
    args: ['--scenario', 'rerun'],
    verdict: 'fail',
    findings: { rerun: ['no-lock-leak'] },
  },
];
