/** What a validation's status says in its description: the verdict, what was under test, by which rules, of which release. */
import { placesDigest } from '../migrations/under-test.ts';
import { describeRelease, fits, releaseIn } from './release-text.ts';

export interface ValidationWords {
  readonly verdict: 'pass' | 'inconclusive' | 'fail';
  readonly release: string;
  /** Places of the release's files: see placesOf. */
  readonly underTest: string;
  /** The configuration's digest, 64 hexadecimal digits. */
  readonly rules: string;
}

/** As much of a digest of rules as is told: enough to tell two configurations apart. */
const RULES_LENGTH = 16;

/** What GitHub takes; where there is no room for the places there is for their digest, with the word `pass` at least. */
export function describeValidation({ verdict, release, underTest, rules }: ValidationWords): string {
  const [first, ...shorter] = [underTest, placesDigest(underTest)].map(
    (places) => `${verdict} · tests ${places} · rules ${rules.slice(0, RULES_LENGTH)}`,
  );
  const words = [first ?? '', ...shorter].find((one) => fits(one, release));
  return describeRelease(words ?? verdict, release);
}

export interface ToldValidation {
  /** Each undefined where it does not say. */
  readonly release: string | undefined;
  readonly underTest: string | undefined;
  readonly rules: string | undefined;
}

export const readValidation = (description: string): ToldValidation => ({
  release: releaseIn(description),
  underTest: / · tests (none|=[0-9a-f]{16}|[\d,-]+) · /.exec(description)?.[1],
  rules: / · rules ([0-9a-f]{16}) · /.exec(description)?.[1],
});

export const areSameRules = (told: string | undefined, rules: string): boolean =>
  told !== undefined && told === rules.slice(0, RULES_LENGTH);
