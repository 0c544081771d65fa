// In which form the heads of a package show a value of the meeting record: the
// form's preview then reads as the report itself does.
import { FIELD_PATHS, type Article } from '../../core/model/package';
import { schema, type FieldAttrs } from '../../core/model/schema';

/** Form of the first field of that path in the heads of the reports, then of the others; null where no head has one. */
export function usedForm(articles: readonly Article[], path: string): string | null {
  const reportsFirst = articles.toSorted((a, b) => Number(b.kind === 'report') - Number(a.kind === 'report'));
  for (const article of reportsFirst) {
    for (const place of FIELD_PATHS) {
      let found: string | null = null;
      article.fields[place]?.descendants((node) => {
        if (found === null && node.type === schema.nodes.field && (node.attrs as FieldAttrs).path === path) found = (node.attrs as FieldAttrs).form;
      });
      if (found !== null) return found;
    }
  }
  return null;
}
