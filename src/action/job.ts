/** The job that the action runs in: its inputs, its secrets and its log, made of what the runner hands over. */
import { randomUUID } from 'node:crypto';
import { KnownSecrets } from '../known-secrets.ts';
import { Inputs } from './inputs.ts';
import { Log } from './log.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Job {
  readonly env: Environment;
  /** The checkout. */
  readonly cwd: string;
  readonly inputs: Inputs;
  readonly secrets: KnownSecrets;
  readonly log: Log;
}

export function openJob(env: Environment, write: (text: string) => unknown): Job {
  const inputs = new Inputs(env);
  const secrets = new KnownSecrets(env);
  const server = inputs.text('server');
  secrets.add(inputs.text('token'), inputs.text('target'), server?.includes('://') ? server : undefined);
  const log = new Log({ write, redact: secrets.redact, token: randomUUID() });
  return { env, cwd: env['GITHUB_WORKSPACE'] || process.cwd(), inputs, secrets, log };
}

/** Before anything else is printed. */
export const maskSecrets = ({ log, secrets }: Job): void => log.mask(secrets.forms());
