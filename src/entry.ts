/** The bundle's two doors. Each loads only what lies behind it. */

/** @param argv the words after the program's name. */
export const runCli = async (argv: readonly string[]): Promise<void> => (await import('./cli.ts')).main(argv);

export const runAction = async (): Promise<void> => (await import('./action.ts')).main();
