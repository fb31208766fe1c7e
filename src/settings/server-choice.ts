/** Which server is to be taken: the choice, and what narrows it, from the command line or the file. */
import type { ConfigurationReader } from './configuration-reader.ts';
import type { Mistakes } from './mistakes.ts';
import { optionLabel } from './option-reader.ts';
import type { FileOptions } from './project.ts';
import type { readOptions } from './raw-options.ts';
import type { RawInputs, ServerChoice } from './validate-settings.ts';

/** What rules over several options are given: where a value stands says where its mistake is told. */
export interface JudgedOptions {
  readonly inputs: RawInputs;
  readonly options: ReturnType<typeof readOptions>;
  readonly fileOptions: FileOptions;
  readonly mistakes: Mistakes;
  readonly reader: ConfigurationReader;
}

export function serverOf(given: JudgedOptions): ServerChoice {
  const { options, fileOptions } = given;
  const server = options.server ?? fileOptions.server ?? { kind: 'auto' };
  judgeAllowance(given, server);
  const image = imageOf(given, server);
  if (server.kind === 'url') {
    const allowed = options['allow-server'];
    return { ...server, ...(allowed === undefined ? {} : { allowed }) };
  }
  return image === undefined ? server : { kind: 'testcontainers', image };
}

/** Whoever names an image wants a container; an image of the file's gives way to another server on the command line. */
function imageOf(given: JudgedOptions, server: ServerChoice): string | undefined {
  const { options, fileOptions, reader } = given;
  const asked = server.kind === 'url' ? 'a server by its address' : server.kind;
  const image = options.image ?? fileOptions.image;
  if (image === undefined) return undefined;
  const majors = new Set(options.postgres ?? fileOptions.postgres ?? []);
  if (majors.size > 1)
    tell(given, `an image holds one PostgreSQL, and ${[...majors].join(' and ')} are asked for`);
  if (options['server-bin'] !== undefined) {
    tell(given, 'an image is for a container, and programs of this machine are asked for');
  }
  if (server.kind === 'testcontainers' || server.kind === 'auto') return image;
  if (options.image !== undefined) tell(given, `needs the server testcontainers, and ${asked} is asked for`);
  else if (options.server === undefined) {
    reader.wrong(['image'], `an image needs server: testcontainers, and ${asked} is asked for`);
  }
  return undefined;
}

function tell({ inputs, options, mistakes, reader }: JudgedOptions, message: string): void {
  if (options.image === undefined) reader.wrong(['image'], message);
  else mistakes.inOption(optionLabel('image', inputs.optionStyle), message);
}

/** On the command line or as an input alone, the address as well: whoever proposes a change can edit the file. */
function judgeAllowance({ inputs, options, mistakes }: JudgedOptions, server: ServerChoice): void {
  if (options['allow-server'] === undefined) return;
  const label = optionLabel('allow-server', inputs.optionStyle);
  if (server.kind === 'url') {
    if (options.server !== undefined) return;
    const beside = optionLabel('server', inputs.optionStyle);
    mistakes.inOption(
      label,
      `is about an address given by ${beside}, and this one stands in the configuration file, which whoever proposes a change can edit`,
    );
    return;
  }
  mistakes.inOption(label, `is about a server given by its address, and ${server.kind} is asked for`);
}
