/** The shapes of GitHub's event files, as far as they are read: parsed at the door, since others wrote what is in them. */
import { z } from 'zod';

/** Zeros stand for no commit: a branch that is made or deleted by the push. */
const SHA = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** owner/name. A name of dots alone would climb in an address. */
const FULL_NAME = z.string().regex(/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/);
const NUMBER = z.number().int().positive();

const HEAD_REPOSITORY = z.object({ id: NUMBER, full_name: FULL_NAME });

const REPOSITORY = z.object({
  id: NUMBER,
  full_name: FULL_NAME,
  default_branch: z.string().min(1).optional(),
});

export const PULL_REQUEST_EVENT = z.object({
  action: z.string().default(''),
  repository: REPOSITORY,
  pull_request: z.object({
    number: NUMBER,
    head: z.object({ sha: SHA, repo: HEAD_REPOSITORY.nullable() }),
    base: z.object({ sha: SHA, ref: z.string().min(1) }),
  }),
});

export const MERGE_GROUP_EVENT = z.object({
  repository: REPOSITORY,
  merge_group: z.object({ head_sha: SHA, head_ref: z.string(), base_sha: SHA, base_ref: z.string() }),
});

export const PUSH_EVENT = z.object({
  repository: REPOSITORY,
  ref: z.string().min(1),
  before: SHA,
  after: SHA,
  deleted: z.boolean().default(false),
});

export const WORKFLOW_RUN_EVENT = z.object({
  repository: REPOSITORY,
  workflow_run: z.object({
    id: NUMBER,
    run_attempt: NUMBER.default(1),
    event: z.string(),
    conclusion: z.string().nullish(),
    head_sha: SHA,
    head_branch: z.string().nullish(),
    html_url: z.string().optional(),
    head_repository: HEAD_REPOSITORY.nullish(),
    pull_requests: z
      .array(
        z.object({
          number: NUMBER,
          head: z.object({ sha: SHA, repo: z.object({ id: NUMBER }) }),
          base: z.object({ repo: z.object({ id: NUMBER }) }),
        }),
      )
      .nullish()
      .transform((list) => list ?? []),
  }),
});

/** Something is there, whatever it is. */
const THERE = z
  .unknown()
  .transform((value) => value !== undefined && value !== null)
  .catch(true);

/** Every other event: what all have, where it is as GitHub writes it. Nothing of it is needed. */
export const OTHER_EVENT = z.object({
  repository: REPOSITORY.optional().catch(undefined),
  schedule: z.string().optional().catch(undefined),
  /** Of a review, of a comment on a line. */
  pull_request: THERE,
  /** GitHub calls a comment on a pull request one on an issue. */
  issue: z
    .object({ pull_request: THERE })
    .transform(({ pull_request: isThere }) => isThere)
    .catch(false),
});

export const isFullName = (text: string): boolean => FULL_NAME.safeParse(text).success;
export const isSha = (text: string): boolean => SHA.safeParse(text).success;
