/** Options as text, from the command line or an action's inputs, read into what they mean. */
import type { Mistakes } from './mistakes.ts';
import { notEmpty, OptionReader } from './option-reader.ts';
import {
  parseDate,
  parseImage,
  parseServer,
  parseSeverity,
  parseShard,
  parseWholeNumber,
  POSTGRES_MAJOR,
  ROWS,
  SEED,
} from './option-values.ts';
import { readReports } from './report-options.ts';
import { parseScenarioName } from './scenario-name.ts';
import type { RawInputs } from './validate-settings.ts';

/** Only what was given and is right; what is wrong is among the mistakes. */
export function readOptions({ options, optionStyle = 'flag' }: RawInputs, mistakes: Mistakes) {
  const reader = new OptionReader(optionStyle, mistakes);
  return {
    migrations: reader.many('migrations', options.migrations, notEmpty),
    base: reader.one('base', options.base, notEmpty),
    server: reader.one('server', options.server, parseServer),
    'server-bin': reader.one('server-bin', options.serverBin, notEmpty),
    image: reader.one('image', options.image, parseImage),
    'allow-server': reader.one('allow-server', options.allowServer, notEmpty),
    postgres: reader.many('postgres', options.postgres, (text) => parseWholeNumber(text, POSTGRES_MAJOR)),
    rows: reader.one('rows', options.rows, (text) => parseWholeNumber(text, ROWS)),
    seed: reader.one('seed', options.seed, (text) => parseWholeNumber(text, SEED)),
    now: reader.one('now', options.now, parseDate),
    scenario: reader.many('scenario', options.scenario, parseScenarioName),
    shard: reader.one('shard', options.shard, parseShard),
    'fail-on': reader.one('fail-on', options.failOn, parseSeverity),
    ...readReports(options, reader),
  };
}
