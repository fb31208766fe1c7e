/**
 * A process with GitHub's own description in it: for each port that its parent names it opens a proxy before it, which
 * refuses what the description doesn't allow. It is one of its own because it loads for seconds, and once is enough.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Two packages of the command line's own: what it starts takes twice as long to start.
const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli'));
const { createServer } = require('@stoplight/prism-http-server');
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');

const DESCRIPTION = fileURLToPath(new URL('../../fixtures/github/api.github.com.slim.json', import.meta.url));
const silent = () => undefined;
const logger = {
  info: silent,
  warn: silent,
  error: silent,
  debug: silent,
  success: silent,
  child: () => logger,
};
const loading = getHttpOperationsFromSpec(DESCRIPTION);

process.on('message', async (port) => {
  const config = {
    isProxy: true,
    upstream: new URL(`http://127.0.0.1:${port}`),
    upstreamProxy: undefined,
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: true,
    mock: { dynamic: false },
  };
  const server = createServer(await loading, { cors: false, config, components: { logger } });
  process.send({ port, url: await server.listen(0, '127.0.0.1') });
});
process.on('disconnect', () => process.exit());
