/** What the runner takes from files: outputs, the job summary, and what this step leaves for its clean-up. */
import type { Environment } from './job.ts';

/** Loaded when it is first needed: it brings an HTTP client along. */
const core = () => import('@actions/core');

export async function setOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
  const { setOutput } = await core();
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** Nothing where the runner gave no file for it. */
export async function writeSummary(env: Environment, markdown: string): Promise<void> {
  if (!env['GITHUB_STEP_SUMMARY']) return;
  const { summary } = await core();
  await summary.addRaw(markdown, true).write();
}

/** For the clean-up after the job; nothing where there will be none. */
export async function saveForPost(env: Environment, name: string, value: string): Promise<void> {
  if (!env['GITHUB_STATE']) return;
  const { saveState } = await core();
  saveState(name, value);
}
