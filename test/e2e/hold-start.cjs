// Read by Electron's main before the program (-r): the program hears that Electron is ready only when Playwright says
// that it has its hold of it (`__playwright_run`). Without this the window loads while Playwright attaches to it, and on
// a busy machine one start of thirty then waits for ever for an answer that went to nobody, with a program that is
// well and idle. Playwright has such a file of its own (playwright-core/lib/server/electron/loader.js), which also sets
// two dozen switches of Chromium: ours must be the program's own (network.test.ts).
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
let words = [];
let isHeld = true;
let letGo;
const held = new Promise((resolve) => {
  letGo = resolve;
});

app.emit = (event, ...args) => {
  if (event !== 'ready' || !isHeld) return emit(event, ...args);
  words = args;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => !isHeld;
app.whenReady = () => held;

globalThis.__playwright_run = async () => {
  await ready;
  isHeld = false;
  letGo();
  emit('ready', ...words);
};
