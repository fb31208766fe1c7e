/** Names in a sentence: the first five, and how many more there are. */
import { thousands } from '../../domain/wording.ts';

export const listedUpToFive = (names: readonly string[]): string =>
  names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${thousands(names.length - 5)} more`;
