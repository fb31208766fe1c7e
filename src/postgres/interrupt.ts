/** What is to be undone when the program is interrupted: runs it, then ends the process with the signal's status. */

type Cleanup = () => Promise<void>;

const STATUS_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type InterruptSignal = keyof typeof STATUS_BY_SIGNAL;
const SIGNALS = Object.keys(STATUS_BY_SIGNAL) as InterruptSignal[];

const cleanups = new Set<Cleanup>();
let interrupted = false;

/** True from the first interrupting signal on: what fails now fails because everything is being stopped. */
export const isInterrupted = (): boolean => interrupted;

/**
 * To be awaited before anything is started: once interrupted it never resolves. What is being taken away would else be
 * made again behind the back of whoever takes it away; initdb makes its folder's parents, too.
 */
export const unlessInterrupted = (): Promise<void> =>
  interrupted ? new Promise(() => undefined) : Promise.resolve();

/** Has `cleanup` run on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
export function onInterrupt(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, interrupt);
  cleanups.add(cleanup);
  return () => {
    if (!cleanups.delete(cleanup) || cleanups.size > 0) return;
    for (const signal of SIGNALS) process.removeListener(signal, interrupt);
  };
}

function interrupt(signal: NodeJS.Signals): void {
  const status = STATUS_BY_SIGNAL[signal as InterruptSignal];
  // A second signal does not wait: what is left then is taken away by the reapers.
  if (interrupted) process.exit(status);
  interrupted = true;
  void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => process.exit(status));
}
