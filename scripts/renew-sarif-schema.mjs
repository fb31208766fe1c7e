/**
 * Renews the tests' copy of the official JSON schema of SARIF 2.1.0, from a package that carries it.
 * Descriptions are left out: nothing is judged by them, and they are most of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@microsoft/jest-sarif@1.0.0-beta.0';
const SCHEMA = 'package/lib/schemas/sarif-2.1.0-rtm.5.json';
const TARGET = fileURLToPath(new URL('../test/fixtures/sarif/sarif-2.1.0.schema.json', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'sarif-schema-'));
try {
  const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
  const archive = run('npm', 'pack', '--silent', PACKAGE).trim();
  run('tar', '-xzf', archive, SCHEMA);
  const schema = JSON.parse(readFileSync(join(folder, SCHEMA), 'utf8'));
  writeFileSync(TARGET, `${JSON.stringify(withoutDescriptions(schema))}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A property may be called "description" too: only texts go. */
function withoutDescriptions(value) {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'description' || typeof inner !== 'string')
      .map(([key, inner]) => [key, withoutDescriptions(inner)]),
  );
}
