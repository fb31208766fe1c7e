/** Joins the results of all shares of a run, and of runs on several majors, into one; nothing is lost or doubled in silence. */
import { OperatorError } from '../domain/operator-error.ts';
import type { RunResult, ScenarioResult, Share } from '../domain/result.ts';
import { worstVerdict } from '../domain/verdict.ts';
import { differencesOf, withoutMajor } from './merge-differences.ts';
import { layoutNotes } from './layout-notes.ts';
import { otherThanRunway, runwayNotes } from './runway-notes.ts';
import { unevenNotes } from './uneven-notes.ts';
import { listed, listedUpTo } from './words.ts';

/** What one result says of one server. */
interface Part {
  readonly server: string;
  readonly share: Share;
  /** Without their server. */
  readonly scenarios: readonly ScenarioResult[];
  readonly result: RunResult;
}

/**
 * The same whatever the order of the results.
 * @throws OperatorError with a line for each mistake: what differs, what is missing, what is there twice.
 */
export function mergeResults(results: readonly [RunResult, ...RunResult[]]): RunResult {
  const parts = results.flatMap(partsOf).sort(byServerAndShare);
  const servers = [...new Set(parts.map(({ server }) => server))];
  const groups = servers.map((server) => parts.filter((part) => part.server === server));
  const mistakes = [
    ...differencesOf(results),
    ...results.flatMap(unjoined),
    ...groups.flatMap((group) => shareMistakes(group, servers.length > 1)),
  ];
  if (mistakes.length > 0) throw refused(mistakes);
  const [first = results[0]] = parts.map(({ result }) => result);
  const names = [...new Set(groups.flatMap(([part]) => part?.share.scenarios ?? []))];
  const scenarios = names.flatMap((name) =>
    groups.flatMap((group) => played(group, name, servers.length > 1)),
  );
  const inOrder = [...new Set(parts.map(({ result }) => result))];
  return {
    ...first,
    verdict: scenarios.length === 0 ? 'inconclusive' : worstVerdict(verdictsIn(inOrder, scenarios)),
    startedAt: new Date(Math.min(...inOrder.map(({ startedAt }) => startedAt.getTime()))),
    durationMs: inOrder.reduce((sum, { durationMs }) => sum + durationMs, 0),
    server: { kind: first.server.kind, version: listed(servers) },
    shard: { index: 1, of: 1, scenarios: names },
    replayOptions: servers.length > 1 ? withoutMajor(first.replayOptions) : first.replayOptions,
    tables: [...new Set(inOrder.flatMap(({ tables }) => tables))],
    scenarios,
    notes: [
      ...new Set([
        ...runwayNotes(scenarios),
        ...unevenNotes(scenarios),
        ...layoutNotes(scenarios),
        ...inOrder.flatMap(ownNotes),
      ]),
    ],
  };
}

/** A file may hold whatever somebody wrote: where no check of any scenario judged anything, nothing is proven. */
export function withoutUnprovenPass(result: RunResult): RunResult {
  const checks = result.scenarios.flatMap((scenario) => scenario.checks);
  if (checks.some(({ verdict }) => verdict !== 'not-applicable')) return result;
  return {
    ...result,
    verdict: worstVerdict([result.verdict, 'inconclusive']),
    notes: [...result.notes, 'No check of any scenario judged anything: nothing is proven.'],
  };
}

/** Those that are not made anew of all scenarios. */
const ownNotes = (result: RunResult): string[] => {
  const earlier = [...unevenNotes(result.scenarios), ...layoutNotes(result.scenarios)];
  return otherThanRunway(result).filter((note) => !earlier.includes(note));
};

const verdictsIn = (results: readonly RunResult[], scenarios: readonly ScenarioResult[]) =>
  [...results, ...scenarios].map(({ verdict }) => verdict);

/** One for each server of a result that is joined already. */
function partsOf(result: RunResult): Part[] {
  const servers = new Set(result.scenarios.flatMap(({ server }) => server ?? []));
  const share = result.shard ?? { index: 1, of: 1, scenarios: namesOf(result.scenarios) };
  if (servers.size === 0) {
    return [{ server: result.server.version, share, scenarios: result.scenarios, result }];
  }
  return [...servers].map((server) => {
    const own = result.scenarios.filter((scenario) => scenario.server === server);
    return {
      server,
      share: { index: 1, of: 1, scenarios: namesOf(own) },
      scenarios: own.map(withoutServer),
      result,
    };
  });
}

const namesOf = (scenarios: readonly ScenarioResult[]): string[] => scenarios.map(({ name }) => name);

function withoutServer(scenario: ScenarioResult): ScenarioResult {
  const copy: { server?: string } & ScenarioResult = { ...scenario };
  delete copy.server;
  return copy;
}

/** What is joined must still hold all that it was joined of, each of one server. */
function unjoined({ scenarios, shard }: RunResult): string[] {
  const joined = scenarios.filter(({ server }) => server !== undefined);
  if (joined.length === 0) return [];
  const names = new Set(namesOf(joined));
  const lacking = (shard?.scenarios ?? []).filter((name) => !names.has(name));
  return [
    ...(joined.length < scenarios.length ? ['a joined report holds scenarios of no server'] : []),
    ...(shard && shard.of > 1 ? ['a joined report says that it is a share'] : []),
    ...(lacking.length > 0 ? [`a joined report lacks ${scenariosOf(lacking)}`] : []),
  ];
}

function byServerAndShare(a: Part, b: Part): number {
  const [left, right] = [a, b].map(({ server }) => server.split('.').map(Number));
  for (const [i, number] of (left ?? []).entries()) {
    const difference = number - (right?.[i] ?? -1);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return a.server < b.server ? -1 : a.server > b.server ? 1 : a.share.index - b.share.index;
}

/** @param group the parts of one server, by share. */
function shareMistakes(group: readonly Part[], isOneOfSeveral: boolean): string[] {
  const [first] = group;
  if (!first) return [];
  const on = ` on PostgreSQL ${first.server}`;
  const sizes = [...new Set(group.map(({ share }) => share.of))];
  if (sizes.length > 1)
    return [`shares of ${listed(sizes.map(String))} are given${on}: they are not of one run`];
  const [of = 1] = sizes;
  const nameOf = (index: number): string =>
    of === 1 ? `the whole run${on}` : `the share ${index}/${of}${on}`;
  const twice = new Set(
    group.map(({ share }) => share.index).filter((index, i, all) => all.indexOf(index) !== i),
  );
  const given = new Set(group.map(({ share }) => share.index));
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !given.has(index));
  const hint = isOneOfSeveral ? ': shares of one run are of one version of the server' : '';
  const lists = new Set(group.map(({ share }) => JSON.stringify(share.scenarios)));
  return [
    ...[...twice].map((index) => `${nameOf(index)} is given twice`),
    ...(missing.length > 0 ? [`${missingShares(missing, of)}${on}${are(missing)} missing${hint}`] : []),
    ...(lists.size > 1
      ? [`the shares${on} are not of the same scenarios`]
      : group.flatMap((part) => contents(part, nameOf))),
  ];
}

function missingShares(missing: readonly number[], of: number): string {
  const told = missing.map((index) => `${index}/${of}`);
  return `the share${missing.length === 1 ? '' : 's'} ${listedUpTo(told, 9)}`;
}

const are = (items: readonly unknown[]): string => (items.length === 1 ? ' is' : ' are');

/** A share is every Nth scenario: no more, no less. */
function contents({ share, scenarios }: Part, nameOf: (index: number) => string): string[] {
  const due = share.scenarios.filter((_, i) => i % share.of === share.index - 1);
  const names = namesOf(scenarios);
  const lacking = due.filter((name) => !names.includes(name));
  const strange = names.filter((name, i) => !due.includes(name) || names.indexOf(name) !== i);
  return [
    ...(lacking.length > 0 ? [`${nameOf(share.index)} lacks ${scenariosOf(lacking)}`] : []),
    ...(strange.length > 0
      ? [`${nameOf(share.index)} holds ${scenariosOf(strange)}, which it has no part in`]
      : []),
  ];
}

const scenariosOf = (names: readonly string[]): string =>
  `the scenario${names.length === 1 ? '' : 's'} ${listedUpTo(names, 5)}`;

/** The scenario of that name on the group's server, where it was played there. */
function played(group: readonly Part[], name: string, isOneOfSeveral: boolean): ScenarioResult[] {
  return group.flatMap(({ server, scenarios }) =>
    scenarios
      .filter((scenario) => scenario.name === name)
      .map((scenario) => (isOneOfSeveral ? { ...scenario, server } : scenario)),
  );
}

const refused = (mistakes: readonly string[]): OperatorError =>
  new OperatorError([...new Set(mistakes)].join('\n'), {
    code: 'reports-do-not-fit',
    hint: 'Give the JSON reports of all shares of one run, each once, and where majors are compared those of each major.',
  });
