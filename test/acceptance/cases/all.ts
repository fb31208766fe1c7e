/** Every case. */
import type { Case } from '../case.ts';
import { CONFIGURED } from './configured.ts';
import { CONVERSIONS } from './conversions.ts';
import { EXAMPLES } from './examples.ts';
import { HISTORIES } from './histories.ts';
import { MANAGERS } from './managers.ts';
import { SESSIONS } from './sessions.ts';
import { TABLES } from './tables.ts';

export const CASES: readonly Case[] = [
  ...EXAMPLES,
  ...CONVERSIONS,
  ...HISTORIES,
  ...MANAGERS,
  ...TABLES,
  ...SESSIONS,
  ...CONFIGURED,
];
