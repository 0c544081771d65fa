// The locale that Electron is started in. On a bare system (a container, a fresh root) none is set, and
// Chromium then takes file names for ASCII: a file with a Chinese name that is dropped on the window does
// not arrive. C.UTF-8 is built into Debian's C library; everywhere else a desktop has set its own.

/** The environment, with UTF-8 where it names no locale of that encoding. Settings of a UTF-8 locale stay as they are. */
export function withUtf8(env) {
  const set = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (process.platform !== 'linux' || /utf-?8/i.test(set)) return env;
  const { LC_ALL: _, ...others } = env;
  return { ...others, LC_CTYPE: 'C.UTF-8' };
}
