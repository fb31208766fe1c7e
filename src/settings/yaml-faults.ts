/** What is wrong with a configuration file as YAML, before its keys are looked at. */
import { type Alias, type Document, isScalar, type Node, type ParsedNode, visit, type YAMLMap } from 'yaml';
import { quoted } from './nearest-name.ts';

export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** The most that is read of each; a configuration stays far below. */
const MAX_DEPTH = 20;
const MAX_ALIASES = 100;
const MAX_KEYS = 1000;

export function yamlFaults(document: Document.Parsed<ParsedNode>): YamlFault[] {
  const tooDeep = document.errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION').slice(0, 1);
  const errors = tooDeep.length > 0 ? tooDeep : [...document.errors, ...document.warnings];
  const faults = errors.map(({ code, message, pos }) => ({
    offset: pos[0],
    message: MEANING[code] ?? `not YAML that can be read: ${quoted(message).slice(1, -1)}`,
  }));
  if (faults.length > 0) return faults;
  const { version } = document.directives.yaml;
  if (version !== '1.2') return [{ offset: 0, message: 'YAML 1.2 is read, not another version' }];
  return faultsOfNodes(document);
}

const MEANING: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second YAML document (---); one is read',
  TAB_AS_INDENT: 'a tab in the indentation; YAML is indented with blanks',
  RESOURCE_EXHAUSTION: 'nested too deeply',
};

function faultsOfNodes(document: Document.Parsed<ParsedNode>): YamlFault[] {
  const faults: YamlFault[] = [];
  let aliases = 0;
  const add = (node: Node, message: string): symbol => {
    faults.push({ offset: node.range?.[0] ?? 0, message });
    return visit.SKIP;
  };
  visit(document, {
    Map: (_key, node, path) => {
      if (path.length > 2 * MAX_DEPTH) return add(node, 'nested too deeply');
      faults.push(...keyFaults(node));
      return undefined;
    },
    Seq: (_key, node, path) => (path.length > 2 * MAX_DEPTH ? add(node, 'nested too deeply') : undefined),
    Pair: (_key, { key, value }) => {
      // A key that is a map or list itself is reported with its map, and not entered.
      return isScalar(key) || value === undefined ? undefined : visit.SKIP;
    },
    Alias: (_key, node, path) => {
      aliases++;
      if (aliases === MAX_ALIASES + 1) return add(node, `more than ${MAX_ALIASES} aliases`);
      const fault = aliasFault(node, document, path);
      return fault === undefined ? undefined : add(node, fault);
    },
  });
  return faults;
}

function aliasFault(
  alias: Alias,
  document: Document.Parsed<ParsedNode>,
  path: readonly unknown[],
): string | undefined {
  const anchored = alias.resolve(document);
  if (!anchored) return `the alias ${quoted(`*${alias.source}`)} has no anchor before it`;
  return path.includes(anchored) ? `the alias ${quoted(`*${alias.source}`)} holds itself` : undefined;
}

function keyFaults(map: YAMLMap): YamlFault[] {
  const seen = new Set<string>();
  if (map.items.length > MAX_KEYS) {
    return [{ offset: map.range?.[0] ?? 0, message: `more than ${MAX_KEYS} keys in one map` }];
  }
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key) || key.value === null) {
      return { offset: map.range?.[0] ?? 0, message: 'a key that is not a plain name' };
    }
    const name = String(key.value);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return { offset: key.range?.[0] ?? 0, message: `key ${quoted(name)} is given twice` };
  });
}
