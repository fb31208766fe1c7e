/** Run as a program: connects to the target named, and tells who it is there and which packages were loaded for it. */
import { registerHooks } from 'node:module';

const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url)?.[1];
    if (name !== undefined) loaded.add(name);
    return next(url, context);
  },
});

const { withTarget } = await import('../../src/deploy/target.ts');
const secrets: string[] = [];
const said: Record<string, unknown> = {};
try {
  const request = {
    url: process.argv[2] ?? '',
    env: process.env,
    onWarning: () => undefined,
    onSecret: (secret: string) => void secrets.push(secret),
  };
  said['user'] = await withTarget(request, async ({ facts }) => facts.user);
} catch (error) {
  const { message, hint } = error as { message: string; hint?: string };
  said['error'] = `${message}\n${hint ?? ''}`;
}
process.stdout.write(JSON.stringify({ ...said, secrets: [...new Set(secrets)], loaded: [...loaded] }));
