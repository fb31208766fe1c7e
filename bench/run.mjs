/** Runs one benchmark by its name: `npm run bench -- validate --rows 10000,100000 --runs 3`. */
const BENCHMARKS = {
  archive: './archive/bench.ts',
  apply: './apply/bench.ts',
  inspect: './inspect/bench.ts',
  manager: './manager/bench.ts',
  startup: './startup/bench.ts',
  validate: './validate/bench.ts',
};

const [name = '', ...args] = process.argv.slice(2);
const file = BENCHMARKS[name];
if (!file) {
  console.error(`"${name}" is not a benchmark; known: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 64;
} else if (process.features.typescript === undefined || process.features.typescript === false) {
  console.error(
    `Node ${process.versions.node} does not run TypeScript; "npm run bench" brings one that does.`,
  );
  process.exitCode = 64;
} else {
  const { run } = await import(file);
  process.exitCode = await run(args);
}
