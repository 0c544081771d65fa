// Head words → fields of the meeting record ("typed once, changed once"), only
// where the field renders exactly the words that stand there: what prints does
// not change by one character (DESIGN, `field`).
import type { Node } from 'prosemirror-model';
import { FIELD_FORMS, renderField } from '../model/fields';
import type { FieldPath, Meeting } from '../model/package';
import { schema } from '../model/schema';

/** Paths of the record that each head field may show whole, or as its beginning. */
const CANDIDATES: Readonly<Partial<Record<FieldPath, readonly string[]>>> = {
  'deck.main': ['title'],
  'head.occasion': ['occasion'],
  'head.date': ['opens', 'closes'],
  'head.speaker': ['speaker'],
  'head.salutation': ['salutation'],
};

/** Inline content of a head field of one line: a field atom and what follows it, or plain text. */
export function boundContent(path: FieldPath, text: string, meeting: Meeting): Node[] {
  for (const candidate of CANDIDATES[path] ?? []) {
    for (const form of FIELD_FORMS.get(candidate) ?? []) {
      const value = renderField(candidate, form, meeting);
      if (value === null || !text.startsWith(value)) continue;
      const rest = text.slice(value.length);
      // Only a mark may follow (各位委员：); a value that is a part of a longer word is not that value.
      if (rest !== '' && !/^[：:！!，]$/.test(rest)) continue;
      const atom = schema.nodes.field.create({ path: candidate, form });
      return rest === '' ? [atom] : [atom, schema.text(rest)];
    }
  }
  return text === '' ? [] : [schema.text(text)];
}
