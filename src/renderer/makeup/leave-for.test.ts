import { expect, it } from 'vitest';
import { Observable } from '../session/observable';
import { leaveFor } from './leave-for';

it('the desk is there again when the dialog that it was left for closes, and only then', () => {
  const dialog = new Observable<string | null>('makeup');
  leaveFor({ dialog }, 'picture');
  expect(dialog.get()).toBe('picture');
  dialog.set(null);
  expect(dialog.get()).toBe('makeup');
  // Left as usual, it stays closed.
  dialog.set(null);
  expect(dialog.get()).toBeNull();
});

it('another dialog opened from there is not taken away', () => {
  const dialog = new Observable<string | null>('makeup');
  leaveFor({ dialog }, 'picture');
  dialog.set('backups');
  dialog.set(null);
  expect(dialog.get()).toBeNull();
});

it('the block that was selected is known when it comes back; what opens nothing leaves the desk', () => {
  const dialog = new Observable<string | null>('makeup');
  leaveFor({ dialog }, () => dialog.set('paper'), 'a1');
  dialog.set(null);
  expect(dialog.get()).toBe('makeup:a1');
  leaveFor({ dialog }, () => {}, 'a2');
  expect(dialog.get()).toBe('makeup:a1');
  dialog.set(null);
  expect(dialog.get()).toBeNull();
});
