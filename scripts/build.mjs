/**
 * Builds dist/, or the folder that is named: TypeScript to JavaScript, then one bundle behind three doors, the same bytes
 * from the same sources.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = process.argv[2] === undefined ? join(root, 'dist') : resolve(process.argv[2]);
const require = createRequire(import.meta.url);
const run = (cwd, script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

// Below the project, so that packages are found; of one depth, since the bundler numbers modules by where they lie.
mkdirSync(join(root, 'build'), { recursive: true });
const build = mkdtempSync(join(root, 'build', 'sources-'));
const bundle = join(out, 'bundle');
try {
  run(root, require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', build);
  writeFileSync(join(build, 'package.json'), '{ "type": "module" }\n');
  rmSync(out, { recursive: true, force: true });
  const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js');
  run(build, ncc, 'build', 'entry.js', '-o', bundle, '--license', 'licenses.txt', '-q');
} finally {
  rmSync(build, { recursive: true, force: true });
}

// The SQL parser is WebAssembly beside its loader, and the loader asks where it lies in the way of CommonJS.
cpSync(join(require.resolve('libpg-query'), '..', 'libpg-query.wasm'), join(bundle, 'libpg-query.wasm'));
const banner = `import { fileURLToPath as __toPath } from 'node:url';
const __filename = __toPath(import.meta.url);
const __dirname = __toPath(new URL('.', import.meta.url)).slice(0, -1);
`;
for (const file of readdirSync(bundle)) {
  if (!/^(\d+\.)?index\.js$/.test(file)) continue;
  const text = readFileSync(join(bundle, file), 'utf8');
  if (/\b__dirname\b|\b__filename\b/.test(text)) writeFileSync(join(bundle, file), banner + text);
}

// What dockerode reads of it is for building images, and a browser is for logging in by hand: nothing here does either.
for (const file of readdirSync(bundle)) {
  if (/^(proto|xds|protoc-gen-validate|build|lib|xdg-open)$|\.(exe|node|proto)$/.test(file)) {
    rmSync(join(bundle, file), { recursive: true, force: true });
  }
}

/** A door is a file that runs one export of the bundle. */
const door = (name, call, first = '') => {
  const [runs] = call.split('(');
  writeFileSync(join(out, name), `${first}import { ${runs} } from './bundle/index.js';\n\nawait ${call};\n`);
};
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
door('index.js', 'runAction()');
door('post.js', 'runPost()');
door('cli.js', 'runCli(process.argv.slice(2))', '#!/usr/bin/env node\n');
