// Alt pressed and let go with nothing in between, as menu rows are entered on Windows
// and Linux. Any other key or button, the wheel, or leaving the window (Alt+Tab) makes
// it part of something else; so does an input method that has it. A Mac has no such key.

/** Calls `pressed` with the key's release; answers how to stop. */
export function hearAltAlone(pressed: (event: KeyboardEvent) => void): () => void {
  if (navigator.platform.startsWith('Mac')) return () => {};
  let isAlone = false;
  const down = (event: KeyboardEvent): void => {
    // Held down it repeats; with Shift or Ctrl held it switches the keyboard.
    isAlone = event.key === 'Alt' && !event.ctrlKey && !event.shiftKey && !event.metaKey && !event.isComposing && (isAlone || !event.repeat);
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key === 'Alt' && isAlone && !event.isComposing) pressed(event);
    isAlone = false;
  };
  const other = (): void => {
    isAlone = false;
  };
  window.addEventListener('keydown', down, true);
  window.addEventListener('keyup', up, true);
  for (const name of ['pointerdown', 'wheel', 'blur', 'compositionstart'] as const) window.addEventListener(name, other, true);
  return () => {
    window.removeEventListener('keydown', down, true);
    window.removeEventListener('keyup', up, true);
    for (const name of ['pointerdown', 'wheel', 'blur', 'compositionstart'] as const) window.removeEventListener(name, other, true);
  };
}
