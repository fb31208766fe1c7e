/** Preloaded into the measured program: writes the peak of its resident set, in kilobytes, to a file as it ends. */
import { readFileSync, writeFileSync } from 'node:fs';

/** What the kernel adds up for the process itself includes what it was forked from; the mark of its memory does not. */
function peakKilobytes() {
  try {
    const [, marked] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (marked !== undefined) return Number(marked);
  } catch {
    // No such file outside Linux.
  }
  return process.resourceUsage().maxRSS;
}

const { PARTITION_GUARD_PEAK_FILE: file } = process.env;
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(peakKilobytes())));
