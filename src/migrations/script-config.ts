/** A migration's own configuration, `<file>.sql.conf`: the settings that change how it is played. */
import type { Mistake } from './mistake.ts';

export interface ScriptConfig {
  /** Undefined: as its statements need. */
  readonly executeInTransaction?: boolean;
  readonly placeholderReplacement: boolean;
  /** A name that a TextDecoder knows; UTF-8 where it is not said. */
  readonly encoding?: string;
}

export const DEFAULT_SCRIPT_CONFIG: ScriptConfig = { placeholderReplacement: true };

/** Reads `key=value` lines; `#` opens a comment. */
export function parseScriptConfig(
  text: string,
  file: string,
): { readonly config: ScriptConfig; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  let config = DEFAULT_SCRIPT_CONFIG;
  text.split(/\r?\n/).forEach((source, index) => {
    const wrong = (message: string): void =>
      void mistakes.push(mistakeAt({ file, line: index + 1, message }));
    const trimmed = source.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    const at = trimmed.indexOf('=');
    const key = (at < 0 ? trimmed : trimmed.slice(0, at)).trim().replace(/^flyway\./, '');
    const value = at < 0 ? '' : trimmed.slice(at + 1).trim();
    if (key === 'executeInTransaction' || key === 'placeholderReplacement' || key === 'shouldExecute') {
      if (value !== 'true' && value !== 'false') wrong(`${key} must be true or false`);
      else if (key !== 'shouldExecute') config = { ...config, [key]: value === 'true' };
      else if (value === 'false') wrong('shouldExecute=false is not followed: every migration is played');
    } else if (key === 'encoding') {
      if (isEncoding(value)) config = { ...config, encoding: value };
      else wrong(`the encoding "${value.slice(0, 60)}" is not known`);
    } else {
      wrong(`the setting "${key.slice(0, 60)}" is not known`);
    }
  });
  return { config, mistakes };
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

const mistakeAt = ({ file, line, message }: { file: string; line: number; message: string }): Mistake => ({
  file,
  line,
  message,
  code: 'script-configuration-wrong',
  hint: 'Known here are executeInTransaction, placeholderReplacement, shouldExecute=true and encoding.',
});
