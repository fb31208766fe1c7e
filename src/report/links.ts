/** Addresses on GitHub: the line of a file at the judged commit, the commit, the workflow run, a check's page. */
import type { Location } from '../domain/location.ts';
import { pageOf } from './words.ts';

/** Undefined where there is no repository: then places are plain text. */
export interface RepositoryLinks {
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name` of what holds the commit: a fork's own name. */
  readonly repository: string;
  /** The pull request's head commit. */
  readonly sha: string;
  /** The workflow run, where the whole report is. */
  readonly runUrl?: string;
}

/** Where this project's own pages are read, ending in a slash; undefined as long as they have no public address. */
const PROJECT_PAGES: string | undefined = undefined;

/** Longer addresses are told as plain text: they would take the room of what they lead to. */
const LONGEST = 500;

/** The line of a file on the server; undefined where the file is not inside the repository. */
export function lineAddress(
  { file, line }: Location,
  links: RepositoryLinks | undefined,
): string | undefined {
  const path = pathInRepository(file)?.map(encodePart).join('/');
  const commit = links && baseOf(links);
  if (commit === undefined || path === undefined || !links) return undefined;
  const anchor = Number.isSafeInteger(line) && line > 0 ? `#L${line}` : '';
  return short(`${commit}/blob/${links.sha}/${path}${anchor}`);
}

/** The judged commit on the server. */
export function commitAddress(links: RepositoryLinks): string | undefined {
  const base = baseOf(links);
  return base === undefined ? undefined : short(`${base}/commit/${links.sha}`);
}

/** The workflow run, where it is an address of the web. */
export const runAddress = (links: RepositoryLinks | undefined): string | undefined =>
  links?.runUrl === undefined ? undefined : webAddress(links.runUrl);

/** A check's page as an address, where this project's pages have one. */
export const pageAddress = (check: string, pages: string | undefined = PROJECT_PAGES): string | undefined =>
  pages === undefined ? undefined : inert(`${pages}${pageOf(check)}`);

/** The parts of a path below the repository's root; undefined for one that leads out of it, or to nothing. */
export function pathInRepository(file: string): string[] | undefined {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.');
  const leadsOut = /^(?:[/\\]|[A-Za-z]:|~)/.test(file) || parts.includes('..');
  return leadsOut || parts.length === 0 ? undefined : parts;
}

function baseOf({ serverUrl, repository, sha }: RepositoryLinks): string | undefined {
  const server = webAddress(serverUrl);
  if (server === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return /^[0-9a-f]{7,64}$/i.test(sha) ? `${server.replace(/\/+$/, '')}/${repository}` : undefined;
}

/** As the address parser writes it, with what markdown reads made inert; undefined for all but http and https. */
function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return short(inert(`${origin}${pathname}${search}`));
}

const short = (address: string): string | undefined => (address.length > LONGEST ? undefined : address);

/** Halves of surrogate pairs, which no address can hold, become the sign for what can't be shown. */
const encodePart = (part: string): string => inert(encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));

const inert = (address: string): string =>
  address.replace(
    /[!'()*<>[\]\\`|"{}^\s~$]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
