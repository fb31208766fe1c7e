/** Every case. */
import type { Case } from '../case.ts';
import { CONFIGURED } from './configured.ts';
import { CONVERSIONS } from './conversions.ts';
import { EXAMPLES } from './examples.ts';
import { HISTORIES } from './histories.ts';
import { MANAGERS } from './managers.ts';
import { SEEDS } from './seeds.ts';
import { PROJECTS } from './projects.ts';
import { RETENTION } from './retention.ts';
import { SESSIONS } from './sessions.ts';
import { TABLES } from './tables.ts';

/** Played again after a pass, in another time zone: the report must be the same. */
export const TWICE: readonly Case[] = [
  ...EXAMPLES,
  ...CONVERSIONS,
  ...HISTORIES,
  ...MANAGERS,
  ...SEEDS,
  ...TABLES,
];

export const CASES: readonly Case[] = [...TWICE, ...SESSIONS, ...PROJECTS, ...CONFIGURED, ...RETENTION];
