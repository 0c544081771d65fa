// What went wrong, in words that hold none of the text (W63): an error's class, its
// code and where in our code it was thrown. Never its message: ProseMirror's and
// ours name words of the text, the system's name files. Plain functions, for main
// and for job processes.

/** A frame of V8's stack, of a file of code: function, file without its folder, line and column. */
const FRAME = /^\s+at (?:async )?(?:([\w$.<>]+(?: \[as [\w$]+\])?) )?\(?(?:[^()]*[/\\])?([\w.-]+\.[cm]?[jt]s):(\d+):(\d+)\)?$/;
const MOST_FRAMES = 8;

/** One line of ASCII: `RangeError write-failed at save index.js:120:9 < open index.js:80:3; cause SystemError ENOSPC at …`. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const name = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  const { code } = error as { readonly code?: unknown };
  const said = typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? ` ${code}` : '';
  const frames = framesOf(error);
  const at = frames.length === 0 ? '' : ` at ${frames.join(' < ')}`;
  return `${name}${said}${at}${error.cause === undefined ? '' : `; cause ${describeFault(error.cause)}`}`;
}

function framesOf({ name, message, stack = '' }: Error): string[] {
  // The message stands before the frames, and may look like one.
  const head = stack.indexOf(message);
  const rest = stack.slice(head < 0 ? name.length : head + message.length);
  const frames = rest.split('\n').flatMap((line) => {
    const found = FRAME.exec(line);
    return found === null ? [] : [`${found[1] === undefined ? '' : `${found[1]} `}${found[2] ?? ''}:${found[3] ?? ''}:${found[4] ?? ''}`];
  });
  return frames.slice(0, MOST_FRAMES);
}
