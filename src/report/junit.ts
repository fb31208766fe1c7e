/** The run's result as JUnit XML: a suite a scenario, a case a check. What is not proven is never green. */
import { formatLocation } from '../domain/location.ts';
import type { CheckResult, RunResult, ScenarioResult } from '../domain/result.ts';
import { type Verdict, verdictThatCounts } from '../domain/verdict.ts';
import { clip } from './printable.ts';
import { labelOf, scenarioTitle } from './words.ts';
import { xml, type XmlElement } from './xml-text.ts';

const MESSAGE_LENGTH = 1_000;
const TEXT_LENGTH = 20_000;

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly outcome: Outcome;
  readonly element: XmlElement;
}

export function renderJunit(result: RunResult): string {
  const suites = result.scenarios.map((scenario) => suiteOf(scenario, result));
  const told = suites.flatMap(({ cases }) => cases);
  const all = showsVerdict(told, result.verdict) ? suites : [...suites, untold(result)];
  const document = xml({
    name: 'testsuites',
    attributes: {
      name: 'partition-guard',
      ...totals(all.flatMap(({ cases }) => cases)),
      time: seconds(result.durationMs),
    },
    content: all.map(({ element }) => element),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}

interface Suite {
  readonly cases: readonly Case[];
  readonly element: XmlElement;
}

function suiteOf(scenario: ScenarioResult, result: RunResult): Suite {
  const name = scenarioTitle(labelOf(scenario));
  const cases = scenario.checks.map((check) => caseOf(check, name, result));
  const untold = whatNoCaseTells(scenario, cases);
  return suite(name, untold === undefined ? cases : [...cases, untold], { scenario, result });
}

function suite(
  name: string,
  cases: readonly Case[],
  { scenario, result }: { readonly scenario?: ScenarioResult; readonly result: RunResult },
): Suite {
  const notes = scenario ? scenario.notes : result.notes;
  const element = {
    name: 'testsuite',
    attributes: {
      name,
      ...totals(cases),
      time: seconds(scenario?.durationMs ?? result.durationMs),
      timestamp: result.startedAt.toISOString(),
    },
    content: [
      { name: 'properties', content: propertiesOf(scenario, result) },
      ...cases.map((one) => one.element),
      ...(notes.length > 0 ? [{ name: 'system-out', content: clip(notes.join('\n'), TEXT_LENGTH) }] : []),
    ],
  };
  return { cases, element };
}

const totals = (cases: readonly Case[]) => {
  const of = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
  };
};

function propertiesOf(scenario: ScenarioResult | undefined, result: RunResult): XmlElement[] {
  const { shard } = result;
  const facts: readonly (readonly [string, string | number])[] = [
    ['partition-guard', result.toolVersion],
    ['postgresql', scenario?.server ?? result.server.version],
    ['server', result.server.kind],
    ['seed', result.seed],
    ['rows', result.rows],
    ['verdict', scenario?.verdict ?? result.verdict],
    ...(shard && shard.of > 1 ? [['shard', `${shard.index}/${shard.of}`] as const] : []),
    ...(scenario
      ? (['before', 'after', 'lost', 'duplicated', 'changed'] as const).map(
          (key) => [`rows.${key}`, scenario.rows[key]] as const,
        )
      : []),
  ];
  return facts.map(([name, value]) => ({ name: 'property', attributes: { name, value } }));
}

function caseOf(check: CheckResult, scenario: string, { failOn }: RunResult): Case {
  const outcome = outcomeOf(check, failOn);
  return testCase({
    scenario,
    name: check.id,
    outcome,
    message: check.message,
    details: detailsOf(check),
    ...(check.location ? { place: check.location } : {}),
  });
}

/** As the check counts: a warning that fails nothing is passed, and told. */
const outcomeOf = (check: CheckResult, failOn: RunResult['failOn']): Outcome =>
  check.verdict === 'not-applicable' ? 'skipped' : OUTCOMES[verdictThatCounts(check, failOn ?? 'error')];

const OUTCOMES = { pass: 'passed', inconclusive: 'error', fail: 'failure' } as const;

function testCase(given: {
  readonly scenario: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly details: string;
  readonly place?: CheckResult['location'];
}): Case {
  const { outcome, place } = given;
  const message = clip(given.message.replace(/\s+/g, ' ').trim(), MESSAGE_LENGTH);
  const details = clip(given.details, TEXT_LENGTH);
  const told: Readonly<Record<Outcome, readonly XmlElement[]>> = {
    passed: details === '' ? [] : [{ name: 'system-out', content: details }],
    skipped: [{ name: 'skipped', attributes: { message } }],
    failure: [{ name: 'failure', attributes: { message, type: given.name }, content: details }],
    error: [{ name: 'error', attributes: { message, type: 'inconclusive' }, content: details }],
  };
  const element = {
    name: 'testcase',
    attributes: { name: given.name, classname: given.scenario, file: place?.file, line: place?.line },
    content: told[outcome],
  };
  return { outcome, element };
}

const detailsOf = ({ verdict, severity, message, remedy, location, evidence }: CheckResult): string =>
  [
    verdict === 'fail' && severity === 'warning' ? `warning: ${message}` : message,
    ...(location ? [`at ${formatLocation(location)}`] : []),
    ...(evidence.statement === undefined ? [] : [evidence.statement]),
    ...evidence.examples.map((example) => `- ${example}`),
    ...(remedy === '' ? [] : [`→ ${remedy}`]),
  ]
    .filter((line) => line !== '')
    .join('\n');

const RANK: Readonly<Record<Outcome, number>> = { passed: 0, skipped: 0, error: 1, failure: 2 };
const NEEDED: Readonly<Record<Verdict, number>> = { pass: 0, inconclusive: 1, fail: 2 };

/** Readers take a file without cases for a green one. */
const showsVerdict = (cases: readonly Case[], verdict: Verdict): boolean =>
  cases.some(({ outcome }) => RANK[outcome] >= NEEDED[verdict]);

/** A scenario whose verdict is worse than what its checks show is told by a case of its own. */
function whatNoCaseTells(scenario: ScenarioResult, cases: readonly Case[]): Case | undefined {
  const { verdict } = scenario;
  if (showsVerdict(cases, verdict)) return undefined;
  return testCase({
    scenario: scenarioTitle(labelOf(scenario)),
    name: 'scenario',
    outcome: verdict === 'fail' ? 'failure' : 'error',
    message: verdict === 'fail' ? 'The scenario failed.' : 'The scenario could not be judged.',
    details: '',
  });
}

/** The verdict of a run in which no case shows it, as where no scenario was played. */
const untold = (result: RunResult): Suite =>
  suite(
    'partition-guard',
    [
      testCase({
        scenario: 'partition-guard',
        name: 'run',
        outcome: result.verdict === 'fail' ? 'failure' : 'error',
        message: result.verdict === 'fail' ? 'The run failed.' : 'Nothing was proven.',
        details: '',
      }),
    ],
    { result },
  );

const seconds = (durationMs: number): string => (durationMs / 1000).toFixed(3);
