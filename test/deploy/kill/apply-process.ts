/** A process of its own that applies a folder to a target, once it is told to on standard input; to be killed. */
import { createInterface } from 'node:readline';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { applyProject } from './apply-project.ts';

const [, , cwd = '.'] = process.argv;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

await loadSqlParser();
for await (const target of createInterface({ input: process.stdin })) {
  const result = await applyProject(cwd, target, say);
  say(`ended ${result.outcome}`);
}
