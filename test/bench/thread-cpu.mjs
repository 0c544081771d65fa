// What a window's two threads have worked, its own and the page worker's: what a frame costs on a machine whose
// processors others want too, where the clock counts their work. Linux alone tells it (/proc/PID/task/TID/schedstat,
// Documentation/scheduler/sched-stats.rst: the first number is nanoseconds on a processor).
import { readdirSync, readFileSync } from 'node:fs';

/** A reader of milliseconds of processor for the process of a window; null where the system does not tell. */
export function threadCpu(pid) {
  const read = (file) => readFileSync(`/proc/${pid}/task/${file}`, 'utf8');
  const spent = () => {
    let sum = 0;
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      try {
        if (Number(thread) === pid || read(`${thread}/comm`).startsWith('DedicatedWorker')) sum += Number(read(`${thread}/schedstat`).split(' ')[0]) / 1e6;
      } catch (error) {
        // A thread that ended between the two readings.
        if (!['ENOENT', 'ESRCH'].includes(error.code)) throw error;
      }
    }
    return sum;
  };
  try {
    return spent() > 0 ? spent : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
