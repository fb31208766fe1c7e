/** The entries of the corpus as they lie in test/fixtures/corpus: projects, what each shows, and its guilty lines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { ASSERTION_PREFIX } from '../../src/settings/check-ids.ts';
import { ROOT } from '../acceptance/program.ts';

export const CORPUS = join(ROOT, 'test', 'fixtures', 'corpus');

export const STYLES = [
  'plain SQL',
  'DO block',
  'function',
  'procedure',
  'Flyway',
  'configuration',
  'dump',
] as const;

const CHECK_ID = z
  .string()
  .refine((id) => id.startsWith(ASSERTION_PREFIX) || CHECKS.some((check) => check.id === id), {
    message: 'not a check',
  });

const ABOUT = z.strictObject({
  /** A claim in the present tense: what the migration does, not what is to be thought of it. */
  title: z.string().min(10).max(140),
  style: z.enum(STYLES),
  /** Of a faulty entry those that must fail; of a right one those that it tempts, which must judge it and pass. */
  checks: z.array(CHECK_ID).min(1),
  /** Checks that fail beside them, rightly. */
  also: z.array(CHECK_ID).optional(),
  /** Options of the program, as words of the command line; `--now today` is the machine's date. */
  args: z.array(z.string()).optional(),
  /** Paths that the base has and the head has no more. */
  removed: z.array(z.string()).optional(),
  /** By check, why no line of a file is to blame. */
  unlocated: z.partialRecord(CHECK_ID, z.string().min(10)).optional(),
  /** By check, why a right entry can't be judged by it. */
  inconclusive: z.partialRecord(CHECK_ID, z.string().min(10)).optional(),
});

/** A line that a check is to blame. */
export interface GuiltyLine {
  readonly check: string;
  /** Relative to the project. */
  readonly file: string;
  readonly line: number;
}

export interface Entry {
  readonly kind: 'bad' | 'good';
  readonly slug: string;
  /** `bad/rows-left-behind`. */
  readonly name: string;
  readonly folder: string;
  readonly about: z.infer<typeof ABOUT>;
  readonly hasBase: boolean;
  readonly guilty: readonly GuiltyLine[];
}

/** An entry, or what is wrong with its folder. */
export type EntryFound = Entry | { readonly name: string; readonly malformed: string };

/** Every entry, the faulty ones first, by name. */
export const readCorpus = (folder = CORPUS): readonly EntryFound[] =>
  (['bad', 'good'] as const).flatMap((kind) =>
    readdirSync(join(folder, kind), { withFileTypes: true })
      .map((found) => found.name)
      .sort()
      .map((slug) => readEntry(join(folder, kind, slug), kind, slug)),
  );

function readEntry(folder: string, kind: 'bad' | 'good', slug: string): EntryFound {
  const name = `${kind}/${slug}`;
  try {
    const about = ABOUT.parse(JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')));
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Error('its name is not in kebab-case');
    const entry: Entry = {
      kind,
      slug,
      name,
      folder,
      about,
      hasBase: existsSync(join(folder, 'base')),
      guilty: [
        ...guiltyLines(join(folder, 'head')),
        ...guiltyLines(join(folder, 'base')).filter(({ file }) => about.removed?.includes(file)),
      ],
    };
    requireSense(entry);
    return entry;
  } catch (error) {
    return { name, malformed: error instanceof Error ? error.message : String(error) };
  }
}

/** What each kind of entry must say, and what only the other may. */
function requireSense({ kind, about, guilty, hasBase }: Entry): void {
  if (about.removed && !hasBase) throw new Error('something is removed that no base has');
  if (kind === 'good') {
    if (guilty.length > 0 || about.also || about.unlocated) throw new Error('a right entry has no guilt');
    return;
  }
  if (about.inconclusive) throw new Error('a faulty entry fails: it need not say what is inconclusive');
  for (const check of about.checks) {
    const isMarked = guilty.some((line) => line.check === check);
    if (isMarked === (about.unlocated?.[check] !== undefined))
      throw new Error(`either a line is marked "guilty: ${check}", or "unlocated" says why there is none`);
  }
  const stray = guilty.find((line) => ![...about.checks, ...(about.also ?? [])].includes(line.check));
  if (stray)
    throw new Error(`${stray.file}:${stray.line} blames ${stray.check}, which about.json does not name`);
}

/** `-- guilty: no-row-lost`, in a configuration `# guilty: …`; several ids with commas between. */
const GUILTY = /(?:--|#) guilty: ([\w:, -]+)$/;

function guiltyLines(project: string): GuiltyLine[] {
  if (!existsSync(project)) return [];
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:sql|ya?ml)$/.test(file),
  );
  return files.sort().flatMap((file) =>
    readFileSync(join(project, file), 'utf8')
      .split('\n')
      .flatMap((text, i) =>
        (GUILTY.exec(text.trimEnd())?.[1] ?? '')
          .split(',')
          .filter((check) => check.trim() !== '')
          .map((check) => ({ check: check.trim(), file: file.replaceAll('\\', '/'), line: i + 1 })),
      ),
  );
}
