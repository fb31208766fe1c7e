/** Run as a program: opens a throwaway server, tells what happens a line at a time, and ends as its argument says. */
import { type ServerKind, withServer } from '../../src/postgres/server.ts';

const [ending, kind, mark] = process.argv.slice(2);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

await withServer(
  {
    kind: JSON.parse(kind ?? '{"kind":"embedded"}') as ServerKind,
    expectedBytes: 1024 * 1024,
    onProgress: (text) => tell(`progress: ${text}`),
    ...(mark === undefined ? {} : { trace: { mark, onOpening: () => Promise.resolve() } }),
  },
  async (server) => {
    if (kind !== undefined) await server.createDatabase(`${server.databasePrefix}held`, {});
    tell(`ready: ${server.connection('postgres', 'admin').host}`);
    if (ending === 'throw') throw new Error('thrown on purpose');
    if (ending === 'wait') await new Promise<never>(() => undefined);
  },
);
tell('ended');
