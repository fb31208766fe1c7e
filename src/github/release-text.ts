/** The digest of a release inside of a text of GitHub's: the one thing that says what was validated or deployed. */

const DIGEST = /\bsha256:[0-9a-f]{64}\b/;
/** What GitHub takes for the description of a status. */
const LONGEST = 140;

/** The first in it; undefined where there is none. */
export const releaseIn = (text: string): string | undefined => DIGEST.exec(text)?.[0];

/**
 * @param words what came of it, short; they are cut before the digest is.
 * @returns a description that GitHub takes, with the whole digest.
 */
export function describeRelease(words: string, release: string): string {
  const end = endWith(release);
  const room = LONGEST - end.length;
  return `${words.length > room ? `${words.slice(0, room - 1)}…` : words}${end}`;
}

const endWith = (release: string): string => ` · release ${release}`;

/** Whether describeRelease takes them whole. */
export const fits = (words: string, release: string): boolean =>
  words.length + endWith(release).length <= LONGEST;

/** As people are shown it. */
export const shortRelease = (release: string): string => release.slice(0, 'sha256:'.length + 12);
