import { describe, expect, it } from 'vitest';
import { readSettings, SettingsStore } from './writing-settings';

describe('what was remembered of writing', () => {
  const first = readSettings(null);
  it('at first all help is on and 200 characters are a minute', () => {
    expect(first).toEqual({ quotes: true, ellipsis: true, dash: true, headings: true, offers: true, readingRate: 200 });
  });
  it.each<[string, string, object]>([
    ['what is no JSON', '{', first],
    ['what is no record', '7', first],
    ['one switched off', '{"dash":false}', { ...first, dash: false }],
    ['a rate that nobody reads', '{"readingRate":5}', first],
    ['another rate', '{"readingRate":180}', { ...first, readingRate: 180 }],
  ])('%s', (_, text, wanted) => {
    expect(readSettings(text)).toEqual(wanted);
  });
  it('a change is kept', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    new SettingsStore(storage).change({ quotes: false });
    expect(new SettingsStore(storage).settings.get()).toEqual({ ...first, quotes: false });
  });
  it('two windows keep each other\'s changes, and hear of them', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const [one, other] = [new SettingsStore(storage), new SettingsStore(storage)];
    one.change({ quotes: false });
    other.change({ dash: false });
    one.heard('banxin.panes');
    expect(one.settings.get()).toEqual({ ...first, quotes: false });
    one.heard([...kept.keys()][0] ?? null);
    expect([one.settings.get(), other.settings.get()]).toEqual([{ ...first, quotes: false, dash: false }, { ...first, quotes: false, dash: false }]);
  });
});
