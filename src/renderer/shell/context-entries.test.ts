import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands';
import { CONTEXT_GROUPS } from './context-entries';

describe('the menu at a right click', () => {
  it.each(Object.entries(CONTEXT_GROUPS))('of %s has commands that there are, each once', (_place, groups) => {
    const ids = groups.flat();
    expect(ids.filter((id) => !COMMANDS.some((command) => command.id === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
