/** What of the server and the majors can't be asked for together. */
import type { ConfigurationReader } from './configuration-reader.ts';
import type { Mistakes } from './mistakes.ts';
import { optionLabel, type OptionStyle } from './option-reader.ts';
import type { FileOptions } from './project.ts';
import type { readOptions } from './raw-options.ts';
import { listedNumbers } from './option-values.ts';

export interface ServerRules {
  readonly options: ReturnType<typeof readOptions>;
  readonly fileOptions: FileOptions;
  readonly style: OptionStyle | undefined;
  readonly mistakes: Mistakes;
  readonly reader: ConfigurationReader;
}

/** A mistake is told where somebody asked for the narrower of the two. */
export function judgeServer({ options, fileOptions, style, mistakes, reader }: ServerRules): void {
  const server = options.server ?? fileOptions.server ?? { kind: 'auto' };
  const majors = new Set(options.postgres ?? fileOptions.postgres ?? []);
  const shard = options.shard ?? fileOptions.shard ?? { of: 1 };
  const wrong = (names: readonly ('server-bin' | 'postgres')[], message: string): void => {
    const given = names.find((name) => options[name] !== undefined);
    if (given !== undefined) mistakes.inOption(optionLabel(given, style), message);
    else reader.wrong(['postgres'], message);
  };
  const bin = options['server-bin'] !== undefined;
  if (bin && server.kind !== 'auto' && server.kind !== 'embedded') {
    const asked = server.kind === 'url' ? 'the one at an address' : 'one in Docker';
    const how = options.server === undefined ? ': say so by --server embedded' : '';
    wrong(['server-bin'], `a folder of programs is for a server of our own, and ${asked} is asked for${how}`);
  }
  if (majors.size < 2) return;
  const told = listedNumbers([...majors]);
  if (bin) wrong(['server-bin'], `one build is of one major, and PostgreSQL ${told} are asked for`);
  else if (server.kind === 'url') {
    wrong(['postgres'], `a server at an address is of one major, and PostgreSQL ${told} are asked for`);
  }
  if (shard.of > 1) {
    wrong(
      ['postgres'],
      `a share is of one major's scenarios, and PostgreSQL ${told} are asked for: give each major a run of its own, and join all by merge`,
    );
  }
}
