/** Where places of a report lead to: the repository and the commit that were judged. */
import type { GitHubRun } from '../github/event.ts';
import type { RepositoryLinks } from '../report/links.ts';

export function linksOf({
  event,
  repository,
  serverUrl,
  headSha,
  runUrl,
}: GitHubRun): RepositoryLinks | undefined {
  const own = repository === undefined ? undefined : `${repository.owner}/${repository.name}`;
  const name = headRepositoryOf(event) ?? own;
  if (name === undefined || headSha === undefined) return undefined;
  return { serverUrl, repository: name, sha: headSha, ...(runUrl === undefined ? {} : { runUrl }) };
}

/** A fork's own name, where the commit is a fork's. */
function headRepositoryOf(event: GitHubRun['event']): string | undefined {
  switch (event.kind) {
    case 'pull-request':
      return event.pullRequest.headRepository;
    case 'workflow-run':
      return event.headRepository;
    case 'merge-group':
    case 'push':
    case 'schedule':
    case 'workflow-dispatch':
    case 'other':
      return undefined;
  }
}
