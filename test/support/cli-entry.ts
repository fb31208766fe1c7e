/** The command line, run from its sources as a program of its own. */
import { runCli } from '../../src/entry.ts';

await runCli(process.argv.slice(2));
