/** The secrets that a run is given, as they become known, and the texts without them. */
import { createRedactor, knownForms, type Redact } from './domain/redaction.ts';

/** Variables that hold a secret, whoever set them. */
const VARIABLES = [
  'PARTITION_GUARD_TARGET',
  'PARTITION_GUARD_PREVIOUS_TARGET',
  'PARTITION_GUARD_WEBHOOK',
  'PGPASSWORD',
  'PGSSLPASSWORD',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];

export class KnownSecrets {
  readonly #secrets = new Set<string>();
  #redact: Redact = createRedactor([]);

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.add(...VARIABLES.map((name) => env[name]));
    // A key where its file's path belongs.
    const key = env['PGSSLKEY'];
    if (key?.includes('PRIVATE KEY')) this.add(key);
  }

  /** @param secrets passwords, tokens and addresses; what is undefined or empty is none. */
  add(...secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets) if (secret) this.#secrets.add(secret);
    this.#redact = createRedactor([...this.#secrets]);
  }

  /** What a runner is to mask in its log. */
  forms(): readonly string[] {
    return knownForms([...this.#secrets]);
  }

  readonly redact: Redact = (text) => this.#redact(text);
}
