/** Builds dist/: TypeScript to JavaScript, then one bundle behind two doors, the same bytes from the same sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const require = createRequire(import.meta.url);

for (const folder of ['build', 'dist']) rmSync(at(folder), { recursive: true, force: true });
run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
writeFileSync(at('build', 'package.json'), '{ "type": "module" }\n');
run(
  require.resolve('@vercel/ncc/dist/ncc/cli.js'),
  'build',
  'build/entry.js',
  '-o',
  'dist/bundle',
  '--license',
  'licenses.txt',
  '-q',
);

// The SQL parser is WebAssembly beside its loader, and the loader asks where it lies in the way of CommonJS.
const parser = join(require.resolve('libpg-query'), '..', 'libpg-query.wasm');
cpSync(parser, at('dist', 'bundle', 'libpg-query.wasm'));
const banner = `import { fileURLToPath as __toPath } from 'node:url';
const __filename = __toPath(import.meta.url);
const __dirname = __toPath(new URL('.', import.meta.url)).slice(0, -1);
`;
for (const file of readdirSync(at('dist', 'bundle'))) {
  if (!/^(\d+\.)?index\.js$/.test(file)) continue;
  const text = readFileSync(at('dist', 'bundle', file), 'utf8');
  if (/\b__dirname\b|\b__filename\b/.test(text)) writeFileSync(at('dist', 'bundle', file), banner + text);
}

// What dockerode reads of it is for building images, which nothing here does.
for (const file of readdirSync(at('dist', 'bundle'))) {
  if (/^(proto|xds|protoc-gen-validate|build|lib)$|\.(exe|node|proto)$/.test(file)) {
    rmSync(at('dist', 'bundle', file), { recursive: true, force: true });
  }
}

mkdirSync(at('dist'), { recursive: true });
writeFileSync(at('dist', 'package.json'), '{ "type": "module" }\n');
writeFileSync(
  at('dist', 'index.js'),
  "import { runAction } from './bundle/index.js';\n\nawait runAction();\n",
);
writeFileSync(
  at('dist', 'cli.js'),
  "#!/usr/bin/env node\nimport { runCli } from './bundle/index.js';\n\nawait runCli(process.argv.slice(2));\n",
);
