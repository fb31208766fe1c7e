/** Run as a program: opens a throwaway server, tells what happens a line at a time, and ends as its argument says. */
import { withServer } from '../../src/postgres/server.ts';

const [ending] = process.argv.slice(2);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

await withServer(
  { kind: { kind: 'embedded' }, expectedBytes: 1024 * 1024, onProgress: (text) => tell(`progress: ${text}`) },
  async (server) => {
    tell(`ready: ${server.connection('postgres', 'admin').host}`);
    if (ending === 'throw') throw new Error('thrown on purpose');
    if (ending === 'wait') await new Promise<never>(() => undefined);
  },
);
tell('ended');
