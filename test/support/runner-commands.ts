/** Reads a log as GitHub's runner does (its ActionCommandManager): which lines it obeys. */

export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

const KNOWN =
  /^(?:add-mask|add-matcher|remove-matcher|add-path|debug|echo|endgroup|error|group|internal-set-repo-path|notice|save-state|set-env|set-output|stop-commands|warning)$/;

/** Commands in their order; what stands between stop-commands and its token is none. */
export function obeyed(log: string): ObeyedCommand[] {
  const found: ObeyedCommand[] = [];
  let stoppedBy: string | undefined;
  // .NET ends a line at each of these, and its blanks are Unicode's.
  for (const line of log.split(/\r\n|\n|\r/)) {
    const command = readCommand(line);
    if (command === undefined) continue;
    if (stoppedBy !== undefined) {
      if (command.name === stoppedBy) stoppedBy = undefined;
    } else if (command.name === 'stop-commands') {
      stoppedBy = command.text;
    } else if (KNOWN.test(command.name)) {
      found.push(command);
    }
  }
  return found;
}

function readCommand(line: string): ObeyedCommand | undefined {
  const [, name, given = '', text = ''] =
    /^\s*::([^\s:]+)(?: +((?:(?!::)[^])*))?::([^]*)$/.exec(line) ??
    /##\[([^\s\]]+)(?: ([^\]]*))?\]([^]*)$/.exec(line) ??
    [];
  if (name === undefined) return undefined;
  const properties = given
    .split(/[,;]/)
    .map((pair) => /^\s*([^=]+)=([^]*)$/.exec(pair))
    .flatMap((match) => (match ? [[match[1] ?? '', unescaped(match[2] ?? '')] as const] : []));
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties), text: unescaped(text) };
}

const unescaped = (text: string): string =>
  text
    .replace(/%0D/g, '\r')
    .replace(/%0A/g, '\n')
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',')
    .replace(/%25/g, '%');
