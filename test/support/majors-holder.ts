/** Run as a program in a folder with migrations that do not end: opens two servers at once, and says so when both are there. */
import { playMajors } from '../../src/validation/play-majors.ts';
import { majorsRun, silentEvents } from './majors-run.ts';

let opened = 0;
const majors = process.argv.slice(2).map(Number);

await playMajors(
  await majorsRun({
    cwd: process.cwd(),
    majors,
    servers: majors.length,
    onOpened: () => {
      opened += 1;
      if (opened === majors.length) process.stdout.write('ready\n');
      return silentEvents;
    },
  }),
);
