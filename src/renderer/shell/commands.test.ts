import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands';

const twice = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe('W4: the table of commands', () => {
  it('each has an id and a title of its own', () => {
    expect(twice(COMMANDS.map(({ id }) => id))).toEqual([]);
    expect(twice(COMMANDS.map(({ title, menu }) => `${menu} › ${title}`))).toEqual([]);
  });
  it('each has a shortcut, and desktops keep theirs (a terminal, the consoles, the locked screen, QQ’s pictures)', () => {
    expect(COMMANDS.filter(({ shortcut }) => shortcut === null).map(({ id }) => id)).toEqual([]);
    const taken = /^Ctrl\+Alt\+(?:F\d+|T|L|A|Z|Delete|Arrow\w+)$/;
    expect(COMMANDS.filter(({ shortcut }) => taken.test(shortcut ?? '')).map(({ id }) => id)).toEqual([]);
  });
  it('no two share a shortcut, and none takes a key of an input method, of the menu bar or of typing', () => {
    const shortcuts = COMMANDS.flatMap(({ shortcut }) => (shortcut === null ? [] : [shortcut]));
    expect(twice(shortcuts)).toEqual([]);
    expect(shortcuts.filter((shortcut) => ['Ctrl+Space', 'Shift+Space', 'Ctrl+.', 'Ctrl+Shift+F', 'F10'].includes(shortcut) || /^(?:Shift\+)?.$/.test(shortcut))).toEqual([]);
  });
});
