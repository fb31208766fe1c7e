/** The options of a run that playing one of its scenarios again needs; no address of a server, which may hold a password. */
import type { RawOptions } from './settings/validate-settings.ts';

export function replayOptions(config: string | undefined, options: RawOptions): string[] {
  const one = (flag: string, value: string | undefined): string[] =>
    value === undefined ? [] : [flag, value];
  const many = (flag: string, values: readonly string[] | undefined): string[] =>
    (values ?? []).flatMap((value) => [flag, value]);
  return [
    ...one('--config', config),
    ...many('--migrations', options.migrations),
    ...one('--base', options.base),
    ...one('--server', options.server?.includes('://') ? undefined : options.server),
    ...one('--server-bin', options.serverBin),
    ...one('--image', options.image),
    ...many('--postgres', options.postgres),
    ...one('--now', options.now),
  ];
}
