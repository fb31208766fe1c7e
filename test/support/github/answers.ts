/** Answers in the shapes that GitHub's description asks for, with as little in them as it allows. */

const API = 'https://api.github.com';

export interface FakeUser {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

export interface FakeComment {
  readonly id: number;
  readonly pullRequest: number;
  body: string;
  /** null: the account was deleted. */
  readonly author: FakeUser | null;
  readonly createdMs: number;
  updatedMs: number;
}

export interface FakePullRequest {
  readonly number: number;
  head: string;
  readonly branch: string;
  readonly base: string;
  /** owner/name of the repository that holds the head; null where it was deleted. */
  readonly headRepository: string | null;
  state: 'open' | 'closed';
  isLocked: boolean;
  /** The commits that it became, by a merge, a squash or a rebase. */
  mergedAs?: readonly string[];
}

export const date = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, '');

export function userAnswer({ login, id, type }: FakeUser): Record<string, unknown> {
  const url = `${API}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${API}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** What GET /user adds. */
export const ownUserAnswer = (user: FakeUser): Record<string, unknown> => ({
  ...userAnswer(user),
  name: null,
  company: null,
  blog: '',
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 0,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: date(0),
  updated_at: date(0),
});

export const commentAnswer = (comment: FakeComment, repository: string): Record<string, unknown> => ({
  id: comment.id,
  node_id: `IC_${comment.id}`,
  url: `${API}/repos/${repository}/issues/comments/${comment.id}`,
  html_url: commentUrl(comment, repository),
  issue_url: `${API}/repos/${repository}/issues/${comment.pullRequest}`,
  body: comment.body,
  user: comment.author === null ? null : userAnswer(comment.author),
  created_at: date(comment.createdMs),
  updated_at: date(comment.updatedMs),
  author_association: 'NONE',
  performed_via_github_app: null,
});

export const commentUrl = ({ pullRequest, id }: FakeComment, repository: string): string =>
  `https://github.com/${repository}/pull/${pullRequest}#issuecomment-${id}`;

export function repositoryAnswer(
  fullName: string,
  isFork: boolean,
  isArchived = false,
): Record<string, unknown> {
  const [owner = '', name = ''] = fullName.split('/');
  const url = `${API}/repos/${fullName}`;
  const addresses = [
    ...'archive assignees blobs branches collaborators comments commits compare contents contributors'.split(
      ' ',
    ),
    ...'deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events'.split(
      ' ',
    ),
    ...'issues keys labels languages merges milestones notifications pulls releases stargazers statuses'.split(
      ' ',
    ),
    ...'subscribers subscription tags teams trees'.split(' '),
  ];
  return {
    id: repositoryId(fullName),
    node_id: `R_${repositoryId(fullName)}`,
    name,
    full_name: fullName,
    private: false,
    owner: userAnswer({ login: owner, id: repositoryId(owner), type: 'User' }),
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: isFork,
    url,
    ...Object.fromEntries(addresses.map((one) => [`${one}_url`, `${url}/${one}`])),
    git_url: `git:github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: `https://github.com/${fullName}.git`,
    svn_url: `https://github.com/${fullName}`,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 1,
    default_branch: 'main',
    open_issues: 0,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: isArchived,
    disabled: false,
    pushed_at: date(0),
    created_at: date(0),
    updated_at: date(0),
  };
}

/** The same number for the same name. */
export const repositoryId = (name: string): number =>
  1000 + [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7);

/** @param isWhole with what only GET /pulls/{number} tells. */
export function pullRequestAnswer(
  pull: FakePullRequest,
  { repository, isArchived, isWhole }: { repository: string; isArchived: boolean; isWhole: boolean },
): Record<string, unknown> {
  const { number, head, branch, base, headRepository, state } = pull;
  const url = `${API}/repos/${repository}/pulls/${number}`;
  const html = `https://github.com/${repository}/pull/${number}`;
  const issue = `${API}/repos/${repository}/issues/${number}`;
  const author = userAnswer({ login: 'contributor', id: 77, type: 'User' });
  const side = (fullName: string | null, sha: string, ref: string): Record<string, unknown> => ({
    label: `${fullName?.split('/')[0] ?? 'unknown'}:${ref}`,
    ref,
    sha,
    user: author,
    repo: fullName === null ? null : repositoryAnswer(fullName, fullName !== repository, isArchived),
  });
  const link = (href: string): { readonly href: string } => ({ href });
  const addresses = {
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${url}/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${API}/repos/${repository}/statuses/${head}`,
  };
  return {
    url,
    id: 5000 + number,
    node_id: `PR_${number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    ...addresses,
    number,
    state,
    locked: pull.isLocked,
    title: 'Monthly to quarterly partitions',
    user: author,
    body: null,
    labels: [],
    milestone: null,
    created_at: date(0),
    updated_at: date(0),
    closed_at: state === 'closed' ? date(0) : null,
    merged_at: pull.mergedAs === undefined ? null : date(0),
    merge_commit_sha: pull.mergedAs?.at(-1) ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(headRepository, head, branch),
    base: side(repository, 'b'.repeat(40), base),
    _links: {
      self: link(url),
      html: link(html),
      issue: link(issue),
      comments: link(addresses.comments_url),
      review_comments: link(addresses.review_comments_url),
      review_comment: link(addresses.review_comment_url),
      commits: link(addresses.commits_url),
      statuses: link(addresses.statuses_url),
    },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: false,
    ...(isWhole
      ? {
          merged: false,
          mergeable: true,
          rebaseable: true,
          mergeable_state: 'clean',
          merged_by: null,
          comments: 0,
          review_comments: 0,
          maintainer_can_modify: false,
          commits: 1,
          additions: 1,
          deletions: 0,
          changed_files: 1,
        }
      : {}),
  };
}
