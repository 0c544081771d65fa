// The shape of what the window tells of a review as it happens. Lines and articles
// are checked where a decision is applied; here only that a record is one.
import { array, integer, literal, maxLength, minValue, nullable, number, picklist, pipe, strictObject, strictTuple, string, variant } from 'valibot';
import { HEADING_LEVELS, type LinePart } from '../core/import/review/decision';

const line = pipe(number(), integer(), minValue(1));
const lines = array(line);
const id = pipe(string(), maxLength(200));
const words = pipe(string(), maxLength(100_000));
const kind = picklist(['report', 'editorial', 'news', 'resolution', 'address', 'notice', 'continuation']);
const part = picklist(['over', 'main', 'sub', 'occasion', 'date', 'speaker', 'salutation', 'label', 'paragraph', 'row', ...HEADING_LEVELS.map((level) => `heading-${level}` as const)] satisfies readonly LinePart[]);

const decision = variant('kind', [
  strictObject({ kind: literal('join'), before: line, after: line }),
  strictObject({ kind: literal('apart'), before: line, after: line }),
  strictObject({ kind: literal('leave'), question: words }),
  strictObject({ kind: literal('doubt'), question: words, places: array(strictObject({ line, sentence: words })) }),
  strictObject({ kind: literal('notes'), question: words, line }),
  strictObject({ kind: literal('pair'), question: words, line, at: pipe(number(), integer(), minValue(0)), mark: pipe(string(), maxLength(2)) }),
  strictObject({ kind: literal('send'), lines, article: id, before: nullable(line) }),
  strictObject({ kind: literal('open'), lines, id, as: kind }),
  strictObject({ kind: literal('noise'), lines }),
  strictObject({ kind: literal('text'), lines, id }),
  strictObject({ kind: literal('part'), lines, part }),
  strictObject({ kind: literal('article-kind'), article: id, to: kind }),
  strictObject({ kind: literal('order'), article: id, to: pipe(number(), integer(), minValue(0)) }),
]);

export const REVIEW_STEP = strictTuple([
  pipe(string(), maxLength(64)),
  variant('kind', [
    strictObject({ kind: literal('decide'), label: words, decisions: array(decision) }),
    strictObject({ kind: literal('undo') }),
    strictObject({ kind: literal('redo') }),
    strictObject({ kind: literal('finished'), articles: nullable(array(id)) }),
  ]),
]);
