/** Where majors pass alike and leave other partitions: nothing is wrong by itself, and somebody should know. */
import type { Layout } from '../domain/layout.ts';
import { boundToJson } from '../domain/range.ts';
import type { ScenarioResult } from '../domain/result.ts';
import { majorOf } from './only-on.ts';
import { listed, listedUpTo, scenarioTitle } from './words.ts';

const MOST_NAMES = 5;

/** One for all scenarios; nothing where a result is of one server. */
export function layoutNotes(scenarios: readonly ScenarioResult[]): string[] {
  const passed = scenarios.filter(({ verdict, server }) => verdict === 'pass' && server !== undefined);
  const names = [...new Set(passed.map(({ name }) => name))];
  const uneven = names.filter((name) => {
    const own = passed.filter((scenario) => scenario.name === name);
    return new Set(own.map(({ after }) => shapeOf(after))).size > 1;
  });
  if (uneven.length === 0) return [];
  const concerned = passed.filter(({ name }) => uneven.includes(name));
  const servers = new Set(concerned.flatMap(({ server }) => server ?? []));
  const majors = [...new Set([...servers].map(majorOf))];
  const told = listedUpTo(uneven.map(scenarioTitle), MOST_NAMES);
  return [
    `The partitions afterwards are not the same on PostgreSQL ${listed(majors)}, though each passes: ${told}.`,
  ];
}

/** Tables, bounds and names, without what is in them. */
const shapeOf = (layouts: readonly Layout[]): string =>
  JSON.stringify(
    layouts
      .map(({ table, partitions }) => [
        table,
        ...partitions
          .map((one) =>
            one.kind === 'default'
              ? `${one.name} default`
              : `${one.name} ${boundToJson(one.range.lower) ?? ''} ${boundToJson(one.range.upper) ?? ''}`,
          )
          .sort(),
      ])
      .sort(),
  );
