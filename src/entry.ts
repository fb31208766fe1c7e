/** The bundle's three doors. Each loads only what lies behind it. */
import { setFlagsFromString } from 'node:v8';

/**
 * WebAssembly is compiled quickly, and stays so: the SQL parser reads a few small texts, which never bring back what
 * optimising it costs (half a second of processor time, half a gigabyte).
 */
function compileQuickly(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}

/** @param argv the words after the program's name. */
export async function runCli(argv: readonly string[]): Promise<void> {
  compileQuickly();
  await (await import('./cli.ts')).main(argv);
}

export async function runAction(): Promise<void> {
  compileQuickly();
  await (await import('./action.ts')).main();
}

export async function runPost(): Promise<void> {
  await (await import('./post.ts')).main();
}
