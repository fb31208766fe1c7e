/** The run's findings as SARIF 2.1.0, within what GitHub's code scanning takes. */
import type { CheckResult, RunResult } from '../domain/result.ts';
import { verdictThatCounts } from '../domain/verdict.ts';
import { shortName } from '../domain/wording.ts';
import { type Finding, findingsOf } from './findings.ts';
import { fingerprints } from './fingerprint.ts';
import { clip, printable } from './printable.ts';
import type { RuleText } from './rule-text.ts';
import { capitalised, pageOf, scenarioTitle } from './words.ts';

/** GitHub takes 25,000 results a run and shows the first 5,000. */
const MOST_RESULTS = 5_000;
/** Of rules without a result; those with one all stand. */
const MOST_RULES = 1_000;
/** GitHub takes 10 MB when compressed: less than that before, whatever compresses badly. */
const MOST_BYTES = 8_000_000;
const MOST_SCENARIOS = 50;
const MOST_TABLES = 100;
const TEXT_LENGTH = 1_000;
const NAME_LENGTH = 200;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const CONFIGURATION_FILE = 'partition-guard.yml';

type Level = 'error' | 'warning' | 'note';

/** @param rules what is known of the checks; one that is not among them is told by its id. */
export function renderSarif(result: RunResult, rules: readonly RuleText[] = []): string {
  const findings = findingsOf(result);
  const told = tell(result, findings, rules);
  const document = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'partition-guard', ...version(result.toolVersion), rules: told.rules },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          SRCROOT: {
            description: { text: 'The folder that the program ran in: the root of the repository.' },
          },
        },
        invocations: [invocationOf(result, findings.length - told.results.length)],
        logicalLocations: tablesOf(result).map(tableOf),
        results: told.results,
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Results and their rules, the gravest first, as far as there is room; then the rules that found nothing. */
function tell(result: RunResult, findings: readonly Finding[], known: readonly RuleText[]) {
  const texts = new Map(known.map((rule) => [ruleId(rule), rule]));
  const rules = new Map<string, { readonly index: number; readonly rule: ReturnType<typeof ruleOf> }>();
  const results: ReturnType<typeof resultOf>[] = [];
  const place = placeOfTheRest(result);
  const tables = tablesOf(result);
  const kept = findings.slice(0, MOST_RESULTS);
  const prints = fingerprints(kept);
  let room = MOST_BYTES;
  const makeRule = (check: CheckResult) => {
    const id = ruleId(check);
    return rules.get(id) ?? { index: rules.size, rule: ruleOf(check, texts.get(id)) };
  };
  for (const [i, finding] of kept.entries()) {
    const made = makeRule(finding.check);
    const one = resultOf(finding, { result, index: made.index, print: prints[i] ?? '', place, tables });
    room -= bytesOf(one) + bytesOf(made.rule);
    if (room < 0) break;
    rules.set(ruleId(finding.check), made);
    results.push(one);
  }
  for (const check of result.scenarios.flatMap((scenario) => scenario.checks)) {
    if (rules.size >= MOST_RULES) break;
    rules.set(ruleId(check), makeRule(check));
  }
  return { results, rules: [...rules.values()].map(({ rule }) => rule) };
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value, null, 2)).length;

const version = (toolVersion: string) => ({
  version: text(toolVersion, NAME_LENGTH),
  ...(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(toolVersion) ? { semanticVersion: toolVersion } : {}),
});

const ruleId = ({ id }: { readonly id: string }): string => text(id, NAME_LENGTH) || 'check';

function ruleOf(check: CheckResult, known: RuleText | undefined) {
  const id = ruleId(check);
  const title = known ? text(known.title, TEXT_LENGTH) : id;
  return {
    id,
    name: id
      .split(/[^\p{L}\p{N}]+/u)
      .map(capitalised)
      .join(''),
    shortDescription: { text: title },
    fullDescription: { text: known ? text(known.why, TEXT_LENGTH) : title },
    help: { text: text(`${known ? `${known.remedy} ` : ''}See ${pageOf(known?.id ?? id)}.`, TEXT_LENGTH) },
    defaultConfiguration: { level: check.severity satisfies Level },
    properties: { tags: ['partitioning', 'postgresql'], precision: 'very-high' },
  };
}

interface Around {
  readonly result: RunResult;
  readonly index: number;
  readonly print: string;
  readonly place: string;
  readonly tables: readonly string[];
}

function resultOf({ check, scenarios }: Finding, { result, index, print, place, tables }: Around) {
  const { location, evidence } = check;
  const named = tablesNamed(check, tables);
  return {
    ruleId: ruleId(check),
    ruleIndex: index,
    level: levelOf(check, result),
    message: { text: messageOf(check) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location ? artifact(location.file) : artifact(place),
          region: { startLine: location?.line ?? 1 },
        },
        ...(named.length > 0 ? { logicalLocations: named } : {}),
      },
    ],
    partialFingerprints: {
      'partitionGuardFinding/v1': print,
      // Where there is a line, whoever uploads to GitHub adds this from the line's own text.
      ...(location ? {} : { primaryLocationLineHash: print }),
    },
    properties: {
      verdict: check.verdict,
      scenarios: scenarios
        .slice(0, MOST_SCENARIOS)
        .map((name) => clip(printable(scenarioTitle(name)), NAME_LENGTH)),
      scenarioCount: scenarios.length,
      count: evidence.count,
    },
  };
}

/** What keeps the run from passing is an error, whether it failed or could not be judged; the rest are warnings. */
const levelOf = (check: CheckResult, { failOn = 'error' }: RunResult): Level =>
  verdictThatCounts(check, failOn) === 'pass' ? 'warning' : 'error';

/** GitHub shows the first sentence where there is little room. */
function messageOf({ verdict, message, remedy, evidence }: CheckResult): string {
  const told = verdict === 'inconclusive' ? `Not judged: ${message}` : message;
  const statement = evidence.statement === undefined ? '' : ` At fault: ${clip(evidence.statement, 200)}`;
  return text(
    `${told || 'The check does not hold.'}${statement}${remedy ? ` → ${remedy}` : ''}`,
    TEXT_LENGTH,
  );
}

/** In a message, brackets are links and braces are arguments (SARIF 2.1.0, 3.11.5 and 3.11.6). */
const text = (words: string, length: number): string =>
  clip(printable(words), length)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');

/** A path as a relative reference, or as a file's address where it is absolute. */
function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const path = clip(file.replaceAll('\\', '/'), 2 * TEXT_LENGTH);
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` };
  return { uri: encoded === '' ? CONFIGURATION_FILE : encoded, uriBaseId: 'SRCROOT' };
}

/** Code scanning shows nothing without a file: what has no place of its own stands at the change under test. */
const placeOfTheRest = ({ migrations }: RunResult): string =>
  migrations.flatMap(({ firstUnderTest }) => firstUnderTest ?? [])[0] ??
  migrations[0]?.folder ??
  CONFIGURATION_FILE;

const tablesOf = ({ tables }: RunResult): string[] => [
  ...new Set(tables.slice(0, MOST_TABLES).map((table) => clip(printable(table), NAME_LENGTH))),
];

const tableOf = (fullyQualifiedName: string) => ({ fullyQualifiedName, kind: 'table' });

/** The judged tables that a finding's words name. */
function tablesNamed({ message, evidence }: CheckResult, tables: readonly string[]) {
  const words = printable([message, ...evidence.examples].join('\n'));
  return tables.flatMap((table, index) => {
    const name = shortName(table).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}_"])${name}(?![\\p{L}\\p{N}_"])`, 'u').test(words)
      ? [{ ...tableOf(table), index }]
      : [];
  });
}

const EXIT_CODES = { pass: 0, fail: 1, inconclusive: 2 } as const;

function invocationOf(result: RunResult, left: number) {
  const notes = [
    ...result.notes.slice(0, 100),
    ...(left > 0 ? [`${left} more findings did not fit here: they are in the JSON report.`] : []),
  ];
  const end = new Date(result.startedAt.getTime() + Math.round(result.durationMs));
  return {
    executionSuccessful:
      result.scenarios.every((s) => s.verdict !== 'inconclusive') && result.verdict !== 'inconclusive',
    exitCode: EXIT_CODES[result.verdict],
    startTimeUtc: result.startedAt.toISOString(),
    endTimeUtc: end.toISOString(),
    toolExecutionNotifications: notes
      .map((note) => text(note, TEXT_LENGTH))
      .filter((note) => note !== '')
      .map((note) => ({ level: 'note' satisfies Level, message: { text: note } })),
    properties: {
      verdict: result.verdict,
      seed: result.seed,
      rows: result.rows,
      scenarios: result.scenarios.length,
      server: { kind: result.server.kind, version: clip(printable(result.server.version), NAME_LENGTH) },
      ...(result.shard && result.shard.of > 1 ? { shard: `${result.shard.index}/${result.shard.of}` } : {}),
    },
  };
}
