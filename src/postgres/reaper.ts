/** A small process that outlives ours: when we are gone, it ends the server we started and removes its folder. */
import { spawn } from 'node:child_process';
import { minimalEnvironment } from './program.ts';

/**
 * Reads process ids, one a line, until its input ends, which it does when we end, however we do. Only processes whose
 * command line names the folder are touched, so that a number given to somebody else's process meanwhile is safe.
 * The command line is read, not the working folder: root in a container may not see the latter.
 */
const SCRIPT = String.raw`
trap '' HUP INT TERM
folder=$1
pids=
while read -r pid; do pids="$pids $pid"; done
pids="$pids $(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)"
belongs() {
  if [ -r /proc/self/cmdline ]; then line=$(tr '\000' ' ' < "/proc/$1/cmdline") 2>/dev/null
  else line=$(ps -o command= -p "$1"); fi
  case $line in *"$folder"*) return 0 ;; esac
  return 1
}
signal() { for pid in $pids; do belongs "$pid" && kill "-$1" "$pid"; done; }
anyone() { for pid in $pids; do belongs "$pid" && return 0; done; return 1; }
nap() { sleep 0.02 || sleep 1; }
signal QUIT
tries=0
while anyone && [ $tries -lt 250 ]; do tries=$((tries + 1)); nap; done
signal KILL
tries=0
while [ -d "$folder" ] && [ ! -L "$folder" ] && [ $tries -lt 250 ]; do
  rm -rf "$folder" && break
  tries=$((tries + 1)); nap
done
`;

export interface Reaper {
  /** Puts a process into its care. */
  readonly adopt: (pid: number) => void;
  /** Lets it do its work now; resolves when that is done. */
  readonly finish: () => Promise<void>;
}

/** Starts the reaper of a folder, which need not exist yet. */
export async function startReaper(folder: string): Promise<Reaper> {
  const shell = spawn('sh', ['-c', SCRIPT, 'partition-guard-reaper', folder], {
    cwd: '/',
    env: minimalEnvironment('/'),
    // A session of its own: neither Ctrl-C in the terminal nor the end of our process group reaches it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  shell.stdin.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    shell.once('spawn', resolve);
    shell.once('error', reject);
  });
  return {
    adopt: (pid) => void shell.stdin.write(`${pid}\n`),
    finish: async () => {
      shell.stdin.end();
      await ended;
    },
  };
}
