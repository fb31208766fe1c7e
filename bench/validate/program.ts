/** The program as users run it: one process of `dist/cli.js`, from its start to its end. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export interface ProgramRun {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Rows whose fate was told, all scenarios together. */
  readonly accounted: number;
}

/** @param folder for what the run writes; its caller removes it. */
export function runProgram(root: string, folder: string, rows: number): ProgramRun {
  const peakFile = join(folder, 'peak');
  const report = join(folder, 'report.json');
  const startedAt = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      join(root, 'bench', 'validate', 'peak-memory.mjs'),
      join(root, 'dist', 'cli.js'),
      'validate',
      ...['--server', 'embedded', '--rows', String(rows), '--json', report],
    ],
    {
      cwd: join(root, 'examples', 'empty-database'),
      env: { ...process.env, PARTITION_GUARD_PEAK_FILE: peakFile },
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  if (status !== 0) throw new Error(`the program ended with ${status}:\n${stdout}${stderr}`);
  const { scenarios } = JSON.parse(readFileSync(report, 'utf8')) as {
    scenarios: { rows: { after: number } }[];
  };
  return {
    seconds,
    peakMegabytes: Number(readFileSync(peakFile, 'utf8')) / 1024,
    accounted: scenarios.reduce((sum, { rows: { after } }) => sum + after, 0),
  };
}
