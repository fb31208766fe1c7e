/** The configuration file as YAML: its value, and the line of everything in it. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Mistakes, Place } from './mistakes.ts';
import { yamlFaults } from './yaml-faults.ts';

export type Path = readonly PropertyKey[];

export interface ConfigurationDocument {
  /** The top level; empty where the file is. */
  readonly entries: ReadonlyMap<string, unknown>;
  readonly placeOfKey: (path: Path) => Place;
  /** Of the value; where it has no place of its own, of the nearest thing around it. */
  readonly placeOf: (path: Path) => Place;
}

export const MAX_CONFIGURATION_BYTES = 1024 * 1024;
const MAX_ALIASES = 100;
const TOP: Place = { line: 1, column: 1 };

export const EMPTY_DOCUMENT: ConfigurationDocument = {
  entries: new Map(),
  placeOf: () => TOP,
  placeOfKey: () => TOP,
};

/** Parses the text; what is no YAML, or no map, is a mistake and reads as empty. */
export function parseConfiguration(text: string, mistakes: Mistakes): ConfigurationDocument {
  if (Buffer.byteLength(text) > MAX_CONFIGURATION_BYTES) {
    mistakes.inFile(TOP, 'larger than 1 MB, and so hardly a configuration');
    return EMPTY_DOCUMENT;
  }
  const lineCounter = new LineCounter();
  // The library compares every key with every other; double keys are found below, in one pass.
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    version: '1.2',
    uniqueKeys: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = yamlFaults(document);
  for (const { offset, message } of faults) mistakes.inFile(placeAt(offset), message);
  const root = document.contents;
  if (faults.length > 0 || root === null || (isScalar(root) && root.value === null)) return EMPTY_DOCUMENT;
  if (!isMap(root)) {
    mistakes.inFile(placeAt(startOf(root) ?? 0), 'must be a map of keys, such as "rows: 100000"');
    return EMPTY_DOCUMENT;
  }
  const find = (path: Path, want: 'key' | 'value'): Place => placeAt(offsetOf(document, path, want));
  const entries = new Map<string, unknown>();
  for (const { key, value } of root.items) {
    try {
      entries.set(keyText(key), isNode(value) ? value.toJS(document, { maxAliasCount: MAX_ALIASES }) : null);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      mistakes.inFile(placeAt(startOf(key) ?? 0), 'aliases that repeat too much');
    }
  }
  return {
    entries,
    placeOf: (path) => find(path, 'value'),
    placeOfKey: (path) => find(path, 'key'),
  };
}

type YamlDocument = ReturnType<typeof parseDocument>;

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

/** Where the value or key at a path begins; where it has no place of its own, the nearest thing around it. */
function offsetOf(document: YamlDocument, path: Path, want: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(segment));
      key = pair?.key;
      node = pair?.value;
    } else {
      node = isSeq(node) ? node.items[Number(segment)] : undefined;
    }
    const wantsKey = depth === path.length - 1 && want === 'key';
    offset = (wantsKey ? undefined : startOf(node)) ?? startOf(key) ?? offset;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
