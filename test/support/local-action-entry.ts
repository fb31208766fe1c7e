/** The action's sources as a runner on one's own machine starts them: it wants an export of this name. */
export { runAction as run } from '../../src/entry.ts';
