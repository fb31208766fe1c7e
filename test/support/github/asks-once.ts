/** A program that asks for one pull request and says what came of it: for what only a process of its own can show. */
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '../../../src/github/client.ts';

const [apiUrl = '', token = ''] = process.argv.slice(2);
const clock = { nowMs: () => Date.now(), sleep: async (ms: number) => delay(ms) };
const client = createClient({ apiUrl, token, clock, jitterSeed: '1', limits: { retries: 0 } });
const path = ['repos', 'your-organisation', 'bookings', 'pulls', 7];
const answer = await client.openSession().ask({ method: 'GET', path });
process.stdout.write(JSON.stringify(answer.kind === 'ok' ? { kind: 'ok' } : answer));
