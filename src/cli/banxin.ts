// The command line's entry: sets V8 up for the work, then loads the commands. It holds
// nothing else: V8 compiles this file anew at each start, all others come compiled
// (scripts/cli/load-parts.cjs).
import { tuneFor } from './tune-engine';

const words = process.argv.slice(2);
tuneFor(words);
void import('./commands').then(({ runCommand }) => runCommand(words)).then((code) => process.exit(code));
