// The text of a deck or head field as a reader sees it: values of the meeting
// record filled in, hard breaks as nothing. For titles of windows, files, covers
// and metadata; what is printed comes from flow.
import type { FieldDoc, Meeting } from './package';
import { emptyFieldText, renderField } from './fields';

/** Text of a field; '' where the article has none. */
export function fieldText(field: FieldDoc | undefined, meeting: Meeting): string {
  let text = '';
  field?.descendants((node) => {
    if (node.isText) text += node.text ?? '';
    else if (node.type.name === 'field') {
      const { path, form } = node.attrs as { path: string; form: string };
      text += renderField(path, form, meeting) ?? emptyFieldText(path);
    }
  });
  return text;
}
