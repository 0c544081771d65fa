import { describe, expect, it } from 'vitest';
import { FIELD_FORMS, renderField } from '../../core/model/fields';
import { EMPTY_MEETING } from '../../core/model/package';
import { fieldChoices } from './field-choice';

describe('values of the record to put into a text', () => {
  it('every path is offered under a name of its own', () => {
    const choices = fieldChoices(EMPTY_MEETING);
    expect(choices.map(({ path }) => path)).toEqual([...FIELD_FORMS.keys()]);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
    expect(choices.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  });

  it('forms read as they will stand, by an example where the record lacks the value', () => {
    const term = fieldChoices({ ...EMPTY_MEETING, term: 9 }).find(({ path }) => path === 'term');
    expect(term?.forms.map(({ text }) => text)).toEqual(['9', '九', '九届', '第九届']);
    const empty = fieldChoices(EMPTY_MEETING);
    expect(empty.find(({ path }) => path === 'opens')?.forms.map(({ text }) => text)).toContain('例：2027年1月12日');
    // No form is without an example.
    expect(empty.flatMap(({ forms }) => forms).filter(({ text }) => text === '例：')).toEqual([]);
  });

  it('a form that reads like another is offered once', () => {
    for (const { path, forms } of fieldChoices(EMPTY_MEETING)) {
      expect(new Set(forms.map(({ text }) => text)).size).toBe(forms.length);
      for (const { form } of forms) expect(FIELD_FORMS.get(path)).toContain(form);
    }
    expect(renderField('term', 'di', EMPTY_MEETING)).toBeNull();
  });
});
