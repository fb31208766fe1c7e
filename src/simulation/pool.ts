/** Runs tasks a few at a time, results in the order of the tasks; the first failure stops what has not begun. */

export async function inParallel<T>(tasks: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    for (let i = next++; i < tasks.length && !failed; i = next++) {
      const task = tasks[i];
      if (!task) return;
      try {
        results[i] = await task();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, tasks.length) }, work));
  const rejected = ended.find((e) => e.status === 'rejected');
  if (rejected) throw rejected.reason;
  return results;
}
