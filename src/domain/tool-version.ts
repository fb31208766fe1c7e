/** This program's own version, as package.json has it. */
export const TOOL_VERSION = '0.1.0';
