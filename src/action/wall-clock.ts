/** The time that GitHub is asked by: the one clock of what the action does around a run. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../github/patience.ts';

export const wallClock: Clock = { nowMs: () => Date.now(), sleep: (ms) => delay(ms) };
