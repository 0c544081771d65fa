// Keys of the writing area that are not commands of the menu: what Enter,
// Backspace and Tab do in an article's text and in a deck field. ProseMirror runs
// no key binding while composing, and the input method has the keys then anyway.
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Command, Plugin } from 'prosemirror-state';
import type { Meeting } from '../../core/model/package';
import { plainField } from './field-atoms';
import { enter, hardBreak, nextTask, unhead } from './text-commands';

/** Everything that the base keymap has, and the article's own. */
export function articleKeys(meeting: () => Meeting): readonly Plugin[] {
  const { Backspace: back, ...rest } = baseKeymap;
  return [
    keymap({ Enter: enter, 'Shift-Enter': hardBreak, Tab: nextTask, Backspace: chainCommands(plainField(meeting), unhead, back ?? none) }),
    keymap(rest),
  ];
}

/** A field is one paragraph: Enter makes a line of it, and nothing joins or splits. Tab goes on to the next field. */
export function fieldKeys(meeting: () => Meeting): readonly Plugin[] {
  const { Backspace: back, ...rest } = baseKeymap;
  return [keymap({ Enter: hardBreak, 'Shift-Enter': hardBreak, Backspace: chainCommands(plainField(meeting), back ?? none) }), keymap(rest)];
}

const none: Command = () => false;
