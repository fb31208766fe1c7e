/** A maintenance as a program of its own, to be killed: its settings are the first argument, as JSON. */
import { run } from './maintenance-settings.ts';

const { command, migrator, asked } = JSON.parse(process.argv[2] ?? '') as {
  command: Parameters<typeof run>[0];
  migrator: Parameters<typeof run>[1]['migrator'];
  asked: Parameters<typeof run>[2];
};
await run(command, { migrator } as Parameters<typeof run>[1], {
  ...asked,
  onProgress: (text) => process.stdout.write(`${text}\n`),
});
