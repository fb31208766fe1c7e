/** Lines on standard output that a runner obeys, with their texts escaped so that they end where they should. */

export type CommandName =
  'add-mask' | 'debug' | 'endgroup' | 'error' | 'group' | 'notice' | 'stop-commands' | 'warning';

/** @param properties such as the file and line of an annotation. */
export function workflowCommand(
  name: CommandName,
  text: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeData(text)}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
