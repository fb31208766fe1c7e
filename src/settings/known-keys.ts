/** The keys of the configuration file, level by level, and what to say of one that is not among them. */
import { CHECK_IDS } from './check-ids.ts';
import type { Path } from './configuration-document.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';

const TOP_LEVEL = 'top level';

/** Keys by the map they are in. */
const LEVELS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    TOP_LEVEL,
    [
      ...[
        'migrations',
        'base',
        'server',
        'image',
        'postgres',
        'rows',
        'seed',
        'now',
        'scenario',
        'shard',
        'fail-on',
      ],
      ...['json', 'markdown', 'html', 'sarif', 'junit'],
      ...['placeholders', 'tables', 'manage', 'audit', 'intervals', 'checks', 'waivers', 'assertions'],
      ...['environments', 'maintenance_window', 'retention'],
    ],
  ],
  ['tables', ['name', 'key', 'successor', 'range']],
  ['manage', ['call', 'retention']],
  ['audit', ['table', 'partition']],
  ['checks.runway', ['severity', 'days']],
  ['checks.lock-budget', ['severity', 'exclusive_ms', 'writer_stall_ms']],
  ['waivers', ['check', 'table', 'reason', 'until']],
  ['assertions', ['name', 'sql', 'expect']],
  ['retention', ['keep', 'then']],
]);

export const isTopLevelKey = (key: string): boolean => LEVELS.get(TOP_LEVEL)?.includes(key) ?? false;

/** @param level the path of the map that holds the key. */
export function unknownKey(key: string, level: Path): string {
  const place = level
    .filter((segment) => typeof segment !== 'number')
    .map(String)
    .join('.');
  const here = place === '' ? TOP_LEVEL : place;
  const shown = `unknown key ${quoted(key)}${place === '' ? '' : ` in ${place}`}`;
  if (place === '' && key === 'allow-server') {
    return `${shown}: a server that looks like production is allowed on the command line or as an input only`;
  }
  if (place === '' && key === 'config') return `${shown}: the file is named on the command line only`;
  if (place === '' && key === 'server-bin')
    return `${shown}: programs to run are named by the option alone, never by a file of the checkout`;
  const own = LEVELS.get(here) ?? (place.startsWith('checks.') ? ['severity'] : []);
  const others = [...LEVELS].filter(([level]) => level !== here);
  others.push(['checks', CHECK_IDS]);
  const home = others.find(([, keys]) => keys.includes(key))?.[0];
  if (home !== undefined) return `${shown} — it belongs ${whereOf(home)}`;
  const near = nearestName(key, own);
  if (near !== undefined) return `${shown}${didYouMean(near)}`;
  const elsewhere = nearestName(
    key,
    others.flatMap(([, keys]) => keys),
  );
  const owner = others.find(([, keys]) => elsewhere !== undefined && keys.includes(elsewhere))?.[0];
  if (owner === undefined) return `${shown}; known: ${own.join(', ')}`;
  return `${shown}${didYouMean(elsewhere)} (${whereOf(owner).replace(/^at the /, '')})`;
}

const whereOf = (level: string): string => (level === TOP_LEVEL ? 'at the top level' : `in ${level}`);
