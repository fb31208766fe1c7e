/** The key `checks`: severities and options by check id. */
import { ASSERTION_PREFIX, CHECK_IDS } from './check-ids.ts';
import { CHECK_GRAMMAR } from './configuration-grammar.ts';
import type { ConfigurationReader } from './configuration-reader.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';
import type { Project } from './project.ts';
import type { CheckSettings } from './validate-settings.ts';

const DEFAULT_RUNWAY_DAYS = 90;
const DEFAULT_LOCK_BUDGET = { exclusiveMs: 1000, writerStallMs: 1000 };

export function readChecks(project: Project, reader: ConfigurationReader): CheckSettings {
  const severities = new Map<string, 'off' | 'warning' | 'error'>();
  let runwayDays = DEFAULT_RUNWAY_DAYS;
  let lockBudget = DEFAULT_LOCK_BUDGET;
  for (const [id, value] of Object.entries(project.checks ?? {})) {
    const path = ['checks', id];
    const fault = checkIdFault(id, project);
    if (fault !== undefined) {
      reader.wrongKey(path, fault);
      continue;
    }
    const { days, exclusive_ms, writer_stall_ms, severity } = readCheck(path, id, value, reader);
    runwayDays = days ?? runwayDays;
    lockBudget = {
      exclusiveMs: exclusive_ms ?? lockBudget.exclusiveMs,
      writerStallMs: writer_stall_ms ?? lockBudget.writerStallMs,
    };
    if (severity !== undefined) severities.set(id, severity);
  }
  return { severities, runwayDays, lockBudget };
}

interface CheckOptions {
  readonly severity?: 'off' | 'warning' | 'error' | undefined;
  readonly days?: number | undefined;
  readonly exclusive_ms?: number | undefined;
  readonly writer_stall_ms?: number | undefined;
}

function readCheck(path: string[], id: string, value: unknown, reader: ConfigurationReader): CheckOptions {
  if (id === 'runway') return reader.readValue(path, value, CHECK_GRAMMAR.runway) ?? {};
  if (id === 'lock-budget') return reader.readValue(path, value, CHECK_GRAMMAR['lock-budget']) ?? {};
  return reader.readValue(path, value, CHECK_GRAMMAR.other) ?? {};
}

/** Why an id is none; undefined where it is one. */
export function checkIdFault(id: string, { assertions }: Project): string | undefined {
  const known: string[] = [...CHECK_IDS, ...(assertions ?? []).map(({ name }) => ASSERTION_PREFIX + name)];
  if (known.includes(id)) return undefined;
  // Where no assertion could be read, their mistakes are reported, not what follows from them.
  if (id.startsWith(ASSERTION_PREFIX) && assertions === undefined) {
    return `${quoted(id)} is not a check: no such assertion`;
  }
  const near = nearestName(id, known);
  return `${quoted(id)} is not a check${near === undefined ? `; known: ${known.join(', ')}` : didYouMean(near)}`;
}
