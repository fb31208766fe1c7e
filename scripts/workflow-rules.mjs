/** The house's own rules for workflow files: what a linter of their syntax does not look for. */
import { parse } from 'yaml';

/** How recipes name the action of this repository; `./` is the checkout itself. */
const OURS = /^(?:your-organisation\/partition-guard@|\.\/$)/;
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/** What somebody who opens a pull request, an issue or a branch can write freely. */
const GIVEN_BY_STRANGERS =
  /\$\{\{[^}]*\b(?:github\.(?:event|head_ref|ref_name|actor)|inputs\.|steps\.[\w-]+\.outputs|needs\.[\w-]+\.outputs)[^}]*\}\}/;

/**
 * @param text a workflow file.
 * @param action the parsed action.yml, whose inputs and outputs may be named.
 * @returns findings as `{ line, message }`, in order of line.
 */
export function findWorkflowBreaches(text, action) {
  const workflow = parse(text);
  const findings = [];
  const lineOf = (part) => text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
  const tell = (part, message) => findings.push({ line: lineOf(part), message });
  if (Object.keys(workflow.permissions ?? { unset: true }).length > 0)
    tell('permissions:', 'permissions are to be {} for the workflow, and given to each job');
  for (const [name, job] of Object.entries(workflow.jobs ?? {})) {
    if (job.permissions === undefined) tell(`  ${name}:`, `job ${name} names no permissions`);
    if (job['timeout-minutes'] === undefined) tell(`  ${name}:`, `job ${name} has no timeout-minutes`);
    if (isHalfQueued(job.concurrency))
      tell('queue:', `job ${name}: queue is max or single, and goes with cancel-in-progress: false`);
    for (const step of job.steps ?? []) {
      if (step.uses !== undefined) judgeUse(step, { text, action, tell });
      if (typeof step.run === 'string' && GIVEN_BY_STRANGERS.test(step.run))
        tell(step.run.split('\n')[0], 'an expression stands in a shell line: pass it through env');
    }
    if (isSkippedInSilence(job)) {
      tell(
        `  ${name}:`,
        `job ${name} is skipped where one that it needs fails, which counts as passed: begin its if with always() or !cancelled()`,
      );
    }
    judgeOutputs(text, { name, job, action, tell });
  }
  return findings.sort((a, b) => a.line - b.line);
}

function judgeUse(step, { text, action, tell }) {
  if (step.uses !== './' && !PINNED.test(step.uses))
    tell(step.uses, `${step.uses} is not pinned by a commit of 40 digits`);
  else if (step.uses !== './' && !new RegExp(`${step.uses} # \\S`).test(text))
    tell(step.uses, `${step.uses} does not say in a comment which release it is`);
  if (step.uses.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
    tell(step.uses, 'the token stays in the checkout: set persist-credentials: false');
  if (!OURS.test(step.uses)) return;
  for (const input of Object.keys(step.with ?? {}))
    if (!(input in action.inputs)) tell(`${input}:`, `the action has no input ${input}`);
}

/** The linter does not know the key: what GitHub says of it is looked at here. */
const isHalfQueued = (concurrency) =>
  concurrency?.queue !== undefined &&
  !(['max', 'single'].includes(concurrency.queue) && concurrency['cancel-in-progress'] === false);

/** These do something to a target, and are to be skipped where what they need has failed. */
const ON_TARGETS = ['plan', 'apply', 'maintain'];

/** A verdict of ours that others wait for: GitHub lets a pull request in whose required job was skipped. */
const isSkippedInSilence = ({ needs, if: condition, steps = [] }) =>
  needs !== undefined &&
  steps.some(({ uses = '', with: inputs }) => OURS.test(uses) && !ON_TARGETS.includes(inputs?.mode)) &&
  !/always\(\)|!cancelled\(\)/.test(condition ?? '');

/** Outputs of this action that a later step of the job reads. */
function judgeOutputs(text, { name, job, action, tell }) {
  const ours = (job.steps ?? []).filter((step) => step.id !== undefined && OURS.test(step.uses ?? ''));
  for (const { id } of ours)
    for (const [found, output] of text.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g')))
      if (!(output in action.outputs)) tell(found, `the action has no output ${output} (job ${name})`);
}
