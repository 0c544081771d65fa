import { expect, it } from 'vitest';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { Command } from '../shell/command';
import { COMMANDS } from '../shell/commands';
import { deskCommand } from './desk-commands';
import type { MakeupDesk } from './makeup-desk';

function pressed(id: string, over: Partial<Command> = {}): { readonly said: string; readonly dialog: Observable<string | null>; readonly ran: number } {
  const found = COMMANDS.find((one) => one.id === id)!;
  const dialog = new Observable<string | null>('makeup');
  const [said, selected] = [new Observable(''), new Observable({ page: 1, article: 'a1' })];
  let ran = 0;
  const command: Command = { ...found, enabled: () => true, run: () => {
    ran++;
    if (found.title.endsWith('…')) dialog.set(id);
  }, ...over };
  deskCommand(command, { dialog } as unknown as Workspace, { said, selected } as unknown as MakeupDesk);
  return { said: said.get(), dialog, ran };
}

it('a dialog about the paper opens in the place of the desk, which comes back with its block', () => {
  const { dialog, said } = pressed('paper');
  expect([dialog.get(), said]).toEqual(['paper', '']);
  dialog.set(null);
  expect(dialog.get()).toBe('makeup:a1');
});

it('what is about the file runs where it is', () => {
  const { ran, said } = pressed('export', { run: () => {} });
  expect([ran, said]).toEqual([0, '']);
});

it('what is about a text says where it is used, with its key; what cannot run says so', () => {
  expect(pressed('find').said).toBe('“查找”在稿件里用：先按 Esc 回到稿件，再按 Ctrl+F。');
  expect(pressed('find').dialog.get()).toBe('makeup');
  expect(pressed('paper', { enabled: () => false }).said).toBe('“报纸信息”现在用不了。');
});

it('the ids that it names are commands of the window', () => {
  const known = new Set(COMMANDS.map(({ id }) => id));
  for (const id of ['paper', 'edition', 'meeting', 'history', 'counts', 'print', 'stage', 'notices', 'shortcuts', 'save-as', 'export', 'export-word', 'export-text', 'export-text-gb18030', 'export-page', 'export-all', 'send-to-paper-gb18030', 'new-window', 'next-window', 'close-window', 'quit']) expect(known.has(id), id).toBe(true);
});
