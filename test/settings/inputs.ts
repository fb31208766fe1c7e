/** Inputs for tests of the settings room: a configuration's text, options, and how both fail. */
import { OperatorError } from '../../src/domain/operator-error.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import { validateSettings } from '../../src/settings/resolve-settings.ts';
import type { RawOptions, ValidateSettings } from '../../src/settings/validate-settings.ts';

export const TODAY = parseInstant('2026-11-22') ?? 0n;

export const settingsOf = (configText?: string, options: RawOptions = {}): Promise<ValidateSettings> =>
  validateSettings({ cwd: '/project', configText, options, today: TODAY });

/** The lines of the error that the inputs end in; empty where they are right. */
export async function mistakesOf(configText?: string, options: RawOptions = {}): Promise<string[]> {
  try {
    await settingsOf(configText, options);
    return [];
  } catch (error) {
    if (error instanceof OperatorError && error.exitStatus === 64 && error.hint !== '')
      return error.message.split('\n');
    throw error;
  }
}
