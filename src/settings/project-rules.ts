/** What no single key can tell: names given twice, SQL that does not parse, calls without values for an interval. */
import type { IntervalName } from '../domain/interval.ts';
import { ASSERTION_PREFIX } from './check-ids.ts';
import { checkIdFault } from './check-settings.ts';
import type { Path } from './configuration-document.ts';
import type { ConfigurationReader } from './configuration-reader.ts';
import { manageCallMistakes } from './manage-call-rules.ts';
import { quoted } from './nearest-name.ts';
import type { Project } from './project.ts';
import { parseSql } from './sql-statements.ts';
import { isSameTable, parseTableName } from './table-name.ts';

/** Reports every mistake of these kinds. */
export async function judgeProject(options: {
  readonly project: Project;
  readonly intervals: readonly IntervalName[];
  readonly reader: ConfigurationReader;
}): Promise<void> {
  const { project, reader } = options;
  judgeNames(project, reader);
  judgeTables(project, reader);
  for (const [i, { check, table }] of (project.waivers ?? []).entries()) {
    const fault = checkIdFault(check, project);
    if (fault !== undefined) reader.wrong(['waivers', i, 'check'], fault);
    else if (table && check.startsWith(ASSERTION_PREFIX)) {
      reader.wrong(
        ['waivers', i, 'table'],
        'a rule of your own may read any table: leave table out of its waiver',
      );
    }
  }
  await judgeAssertions(project, reader);
  await judgeSeeds(project, reader);
  await judgeCalls(options);
}

function judgeNames(project: Project, reader: ConfigurationReader): void {
  const judge = (names: readonly string[] | undefined, pathOf: (index: number) => Path): void => {
    for (const [i, name] of (names ?? []).entries()) {
      if (names?.indexOf(name) !== i) reader.wrong(pathOf(i), `${quoted(name)} is given twice`);
    }
  };
  judge(project.intervals, (i) => ['intervals', i]);
  judge(project.environments, (i) => ['environments', i]);
  const names = project.assertions?.map(({ name }) => name);
  judge(names, (i) => ['assertions', i, 'name']);
}

function judgeTables({ tables = [] }: Project, reader: ConfigurationReader): void {
  for (const [i, { name, successor = [] }] of tables.entries()) {
    if (tables.findIndex((other) => isSameTable(other.name, name)) !== i) {
      reader.wrong(['tables', i, 'name'], `the table ${quoted(name.name)} is listed twice`);
    }
    for (const [j, table] of successor.entries()) {
      if (isSameTable(table, name)) {
        reader.wrong(['tables', i, 'successor', j], `${quoted(name.name)} is named as its own successor`);
      }
    }
  }
}

async function judgeAssertions({ assertions = [] }: Project, reader: ConfigurationReader): Promise<void> {
  for (const [i, { sql }] of assertions.entries()) {
    const path = ['assertions', i, 'sql'];
    const parsed = await parseSql(sql);
    if (parsed.kind === 'refused') {
      reader.wrong(path, `the assertion's sql is not SQL: ${parsed.message}`);
    } else if (parsed.statements.length !== 1 || !parsed.statements.every((node) => 'SelectStmt' in node)) {
      reader.wrong(path, "the assertion's sql must be one SELECT, and nothing else");
    }
  }
}

async function judgeSeeds({ seedSql = {} }: Project, reader: ConfigurationReader): Promise<void> {
  for (const [table, sql] of Object.entries(seedSql)) {
    const name = parseTableName(table);
    if (!name.ok) reader.wrongKey(['seed', table], name.fault);
    const parsed = await parseSql(sql);
    if (parsed.kind === 'refused') {
      reader.wrong(['seed', table], `the seed of ${quoted(table)} is not SQL: ${parsed.message}`);
    } else if (parsed.statements.length === 0) {
      reader.wrong(['seed', table], `the seed of ${quoted(table)} holds no statement`);
    }
  }
}

async function judgeCalls(options: {
  readonly project: Project;
  readonly intervals: readonly IntervalName[];
  readonly reader: ConfigurationReader;
}): Promise<void> {
  const { project, intervals, reader } = options;
  const keep = project.retention?.keep;
  const judge = async (
    key: 'call' | 'retention',
    madeFor: readonly IntervalName[] | undefined,
  ): Promise<void> => {
    const sql = project.manage?.[key];
    if (sql === undefined) return;
    const mistakes = await manageCallMistakes({ key: `manage.${key}`, sql, intervals: madeFor, keep });
    for (const mistake of mistakes) reader.wrong(['manage', key], mistake);
  };
  await judge('call', intervals);
  await judge('retention', undefined);
}
