/** Which scenarios were played on some of the joined majors only: a pass says nothing of the others. */
import type { ScenarioResult } from '../domain/result.ts';
import { listedUpTo } from './words.ts';

const MOST_NAMES = 9;

/** One for each server that lacks some; nothing where a result is of one server. */
export function unevenNotes(scenarios: readonly ScenarioResult[]): string[] {
  const servers = [...new Set(scenarios.flatMap(({ server }) => server ?? []))];
  const names = [...new Set(scenarios.map(({ name }) => name))];
  return servers.flatMap((server) => {
    const played = new Set(scenarios.filter((one) => one.server === server).map(({ name }) => name));
    const lacking = names.filter((name) => !played.has(name));
    return lacking.length === 0
      ? []
      : [
          `Played on other majors, not on PostgreSQL ${server}: ${listedUpTo(lacking, MOST_NAMES)}. Nothing is known of them there.`,
        ];
  });
}
