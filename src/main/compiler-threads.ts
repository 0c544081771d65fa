// How many of Chromium's background threads V8's compilers may hold at once. On Linux a window asks for an installed
// font family by a task of the same pool of threads and waits for its answer (content's FontServiceThread). A compiler
// whose heap is full holds its thread until the window's own thread collects garbage, which a window that waits cannot:
// with two compilers of one kind and more of the other all three threads of a machine with up to four processors may be
// held, and the window stands still for ever. It did, in about one start of a hundred, as the first page was opened.
// One thread each, and one kind less, leaves the font its thread. Proof: test/soak/starts.soak.ts.
import { app } from 'electron';

/** V8's flags; the pool has never less than three threads (content/renderer/render_process_impl.cc). */
const FLAGS = ['--concurrent-maglev-max-threads=1', '--concurrent-turbofan-max-threads=1', '--no-concurrent-sparkplug'];

/** Leaves a thread of the pool free of compilers. Must run before the app is ready; what `--js-flags` said on the command line comes behind. */
export function boundCompilers(): void {
  const given = app.commandLine.getSwitchValue('js-flags');
  app.commandLine.appendSwitch('js-flags', [...FLAGS, given].join(' ').trim());
}
