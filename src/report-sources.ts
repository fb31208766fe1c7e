/** Finds JSON reports by files, folders and patterns, and reads them; a folder may be a stranger's. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { OperatorError } from './domain/operator-error.ts';
import type { RunResult } from './domain/result.ts';
import { thousands } from './domain/wording.ts';
import { LONGEST_REPORT, readJsonReport } from './report/read-json.ts';

const MOST_FILES = 2_000;
const MOST_BYTES = 256_000_000;
const MOST_ENTRIES = 20_000;
const DEEPEST = 16;

export interface ReportSource {
  /** As it is told: relative to the folder the program runs in. */
  readonly name: string;
  /** The whole path. */
  readonly file: string;
}

/**
 * @param paths files, folders (all `*.json` in them, at any depth), and patterns with `*`, `**` and `?`.
 * @throws OperatorError with a line for each path that leads to nothing, or for the first that is not to be walked.
 */
export async function findReports(paths: readonly string[], cwd: string): Promise<ReportSource[]> {
  const found: ReportSource[] = [];
  const mistakes: string[] = [];
  for (const path of paths) {
    const files = await filesAt(path, cwd);
    if (typeof files === 'string') mistakes.push(`${path}: ${files}`);
    else found.push(...files.map((file) => ({ name: nameOf(file, cwd), file })));
  }
  if (found.length > MOST_FILES) throw notWalked(`more than ${thousands(MOST_FILES)} reports are given`);
  const twice = found.filter(({ file }, i) => found.findIndex((other) => other.file === file) !== i);
  mistakes.push(...new Set(twice.map(({ name }) => `${name}: is given twice`)));
  if (mistakes.length > 0) {
    throw new OperatorError(mistakes.join('\n'), {
      code: 'reports-not-found',
      hint: 'Name the JSON reports, each once, or the folders that they are in.',
    });
  }
  return found;
}

/** @throws OperatorError with the lines of every report that can't be read. */
export async function readReports(sources: readonly ReportSource[]): Promise<RunResult[]> {
  const results: RunResult[] = [];
  const refused: OperatorError[] = [];
  let room = MOST_BYTES;
  for (const source of sources) {
    try {
      room -= (await stat(source.file)).size;
      if (room < 0)
        throw unreadable(source, `is one too many: all are longer than ${thousands(MOST_BYTES)} bytes`);
      results.push(readJsonReport(await textOf(source), source.name));
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      refused.push(error);
      if (room < 0) break;
    }
  }
  const [first] = refused;
  if (!first) return results;
  throw new OperatorError(refused.map(({ message }) => message).join('\n'), {
    code: first.code,
    hint: first.hint,
  });
}

async function textOf(source: ReportSource): Promise<string> {
  const { size } = await stat(source.file);
  if (size > LONGEST_REPORT) throw unreadable(source, `is longer than ${thousands(LONGEST_REPORT)} bytes`);
  const bytes = await readFile(source.file).catch((cause: Error) => {
    throw unreadable(source, `can't be read: ${cause.message}`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(source, 'holds bytes that are not UTF-8');
  }
}

const unreadable = ({ name }: ReportSource, what: string): OperatorError =>
  new OperatorError(`${name}: ${what}`, {
    code: 'report-unreadable',
    hint: 'Give reports as this version of partition-guard writes them with --json.',
  });

const nameOf = (file: string, cwd: string): string => {
  const name = relative(cwd, file).split(sep).join('/');
  return name === '' || name.startsWith('../') ? file : name;
};

/** Whole paths in the order of their names; or what is wrong with the path. */
async function filesAt(path: string, cwd: string): Promise<string[] | string> {
  const whole = resolve(cwd, path);
  const there = await stat(whole).catch(() => undefined);
  if (there?.isFile()) return [whole];
  if (there?.isDirectory()) {
    const files = (await filesBelow(whole)).filter((file) => file.endsWith('.json'));
    return files.length > 0 ? files : 'holds no *.json';
  }
  if (there) return 'is neither a file nor a folder';
  if (!/[*?]/.test(path)) return 'there is no such file or folder';
  const files = await filesLike(path, cwd);
  return files.length > 0 ? files : 'no file is named like that';
}

async function filesLike(path: string, cwd: string): Promise<string[]> {
  const parts = path.split(/[\\/]/);
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const folder = resolve(cwd, fixed.join('/') || (path.startsWith('/') ? '/' : '.'));
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return [];
  const pattern = patternOf(parts.slice(fixed.length));
  return (await filesBelow(folder)).filter((file) =>
    pattern.test(relative(folder, file).split(sep).join('/')),
  );
}

function patternOf(parts: readonly string[]): RegExp {
  const source = parts.map((part, i) => {
    if (part === '**') return i === parts.length - 1 ? '.*' : '(?:[^/]+/)*';
    const one = part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replace(/\?/g, '[^/]');
    return i === parts.length - 1 ? one : `${one}/`;
  });
  return new RegExp(`^${source.join('')}$`);
}

/**
 * Nothing is left out in silence: it could be what fails. Links are not followed, because what was unpacked there may
 * lead anywhere.
 */
async function filesBelow(folder: string, walk: Walk = { seen: 0, depth: 0 }): Promise<string[]> {
  if (walk.depth > DEEPEST) throw notWalked(`${folder}: lies more than ${DEEPEST} folders deep`);
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: Error) => {
    throw notWalked(`${folder}: can't be read: ${cause.message}`);
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    walk.seen += 1;
    if (walk.seen > MOST_ENTRIES) throw notWalked(`more than ${thousands(MOST_ENTRIES)} files are there`);
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory()) {
      walk.depth += 1;
      files.push(...(await filesBelow(path, walk)));
      walk.depth -= 1;
    } else if (entry.name.endsWith('.json')) throw notWalked(`${path}: is a link, or no file`);
  }
  return files;
}

interface Walk {
  seen: number;
  depth: number;
}

const notWalked = (message: string): OperatorError =>
  new OperatorError(message, {
    code: 'reports-not-found',
    hint: 'Name the JSON reports one by one, or a folder that holds nothing else.',
  });
