/**
 * Writes the README's tables of inputs and outputs from action.yml, between their markers.
 * With --check it writes nothing, and fails where they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parseDocument } from 'yaml';

/** A heading of the inputs is a comment line of its own in action.yml. */
export function tablesOf(actionYaml) {
  const root = parseDocument(actionYaml).contents;
  const groups = [];
  for (const { name, value, heading } of entries(root.get('inputs'))) {
    if (heading !== undefined || groups.length === 0) groups.push({ heading: heading ?? 'Inputs', rows: [] });
    groups.at(-1).rows.push(inputRow(name, value));
  }
  const inputs = groups.map(({ heading, rows }) =>
    [`**${heading}**`, '', '| input | meaning | default |', '|---|---|---|', ...rows].join('\n'),
  );
  const outputs = entries(root.get('outputs')).map(
    ({ name, value }) => `| \`${name}\` | ${cell(value.get('description'))} |`,
  );
  return {
    inputs: inputs.join('\n\n'),
    outputs: ['| output | meaning |', '|---|---|', ...outputs].join('\n'),
  };
}

/** @returns the text with what stands between its markers made anew. */
export function withTables(readme, tables) {
  let text = readme;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [
      `<!-- ${name} of action.yml: made by npm run readme -->`,
      `<!-- end of ${name} -->`,
    ];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the README lacks the lines ${begin} and ${end}`);
    text = `${text.slice(0, from)}${begin}\n${table}\n${text.slice(to)}`;
  }
  return text;
}

function entries(map) {
  return map.items.map(({ key, value }, i) => {
    if (!isScalar(key) || !isMap(value)) throw new Error('action.yml: an input or output is no map');
    // The comment above the first entry belongs to the map, in this parser.
    const comment = key.commentBefore ?? (i === 0 ? map.commentBefore : undefined);
    return { name: key.value, value, heading: comment?.trim() };
  });
}

function inputRow(name, value) {
  const description = String(value.get('description'));
  const [, meaning = description, said] = /^([^]*?)\s*\bDefault: ([^]*?)\.?$/.exec(description) ?? [];
  const given = value.get('default');
  const byDefault = given === undefined ? said : `\`${given}\``;
  if (byDefault === undefined) throw new Error(`action.yml: the input ${name} does not say its default`);
  return `| \`${name}\` | ${cell(meaning)} | ${cell(byDefault)} |`;
}

const cell = (text) => String(text).trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const before = readFileSync(at('README.md'), 'utf8');
  const after = withTables(before, tablesOf(readFileSync(at('action.yml'), 'utf8')));
  if (process.argv.includes('--check') && after !== before) {
    console.error('README.md: its tables are not those of action.yml. Run: npm run readme');
    process.exitCode = 1;
  } else if (after !== before) writeFileSync(at('README.md'), after);
}
