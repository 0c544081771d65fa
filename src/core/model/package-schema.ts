// The shapes that the JSON of a package must have before it is used (DESIGN, "The
// file"; documents apart: read-doc.ts). Objects are loose: a field that we do not
// know stays on the record and is written back. Numbers that the engine loops or
// divides by are bounded here, so that no hostile master asks for endless pages.
// Loaded with the package reader alone: a cold export of raw text pays nothing.
import * as v from 'valibot';

const text = v.nullable(v.string());
/** Ids are file names and parts of change paths. */
const id = v.pipe(v.string(), v.regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]{1,120}$/u));
const length = v.pipe(v.number(), v.finite(), v.minValue(-100_000), v.maxValue(100_000));
const positive = v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(100_000));
const amount = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
/** Indents and blank lines of a style. */
const ems = v.pipe(v.number(), v.minValue(-50), v.maxValue(50));
const lines = v.pipe(v.number(), v.minValue(0), v.maxValue(200));
const count = v.nullable(amount(0, 1_000_000_000));

const role = v.picklist(['song', 'biaosong', 'hei', 'kai', 'fangsong', 'times']);
const kinsoku = v.picklist(['none', 'basic', 'gb', 'strict']);
const punctuation = v.picklist(['quanjiao', 'kaiming', 'banjiao', 'plain']);

const style = {
  role: v.optional(role),
  latin: v.optional(v.picklist(['body', 'times', 'hei'])),
  size: v.optional(positive),
  embolden: v.optional(length),
  punctuation: v.optional(punctuation),
  hanLatinGap: v.optional(length),
  align: v.optional(v.picklist(['justify', 'left', 'center', 'right'])),
  indent: v.optional(ems),
  left: v.optional(ems),
  right: v.optional(ems),
  title: v.optional(v.boolean()),
  spread: v.optional(v.boolean()),
  // 占行 is whole (T-35): a line of half a row would leave the grid.
  gridLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  linesBefore: v.optional(lines),
  linesAfter: v.optional(lines),
  keepWithNext: v.optional(lines),
};

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** One red and no other: what is little magenta and yellow beside much cyan or black is none. */
const red = v.pipe(
  v.strictObject({ name: v.pipe(v.string(), v.regex(/^[^\p{Cc}]{1,60}$/u)), cmyk: v.strictTuple([share, share, share, share]) }),
  v.check(({ cmyk: [c, m, y, k] }) => m >= 0.5 && y >= 0.3 && c <= 0.2 && k <= 0.3, '套红只能是红：品红、黄为主，青、黑不多'),
);
const border = v.picklist(['wenwu', 'single', 'double', 'thick', 'dots', 'wave', 'chain']);
const dress = v.looseObject({ border: v.optional(border), tint: v.optional(amount(1, 40)), red: v.optional(v.boolean()) });

const look = {
  id: v.string(), name: v.string(), size: positive, punctuation, kinsoku, hanLatinGap: length, hanging: v.boolean(), openCommas: v.boolean(), tighten: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.05))),
  indentOpener: v.picklist(['trim', 'keep']), red: v.optional(red),
};

const page = { id: v.string(), name: v.string(), width: positive, height: positive, lines: amount(1, 1000), pitch: positive, firstBaseline: length, top: length };
const columns = { characters: positive, em: positive };
const draft = { every: amount(0, 100), gap: length, header: length, margin: length };
const folio = { place: v.picklist(['outside', 'centre', 'none']), belowTypeArea: length, inset: length, dash: v.boolean() };
const sheet = { kind: v.literal('sheet'), ...page, inner: length, endAtStop: amount(0, 1000) };
const sizes = v.pipe(v.array(v.pipe(v.number(), v.minValue(4), v.maxValue(400))), v.minLength(1), v.maxLength(100));
const headlines = { ladder: sizes, news: sizes };
/** Columns of a newspaper's page at the most: twice the broadsheet's 8 (N-01). A make-up's search grows with them; from 24 on it takes minutes. */
const MOST_COLUMNS = 16;
const paper = { kind: v.literal('paper'), ...page, left: length, em: positive, columns: amount(1, MOST_COLUMNS), characters: positive, gap: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) };
const booklet = { cover: v.boolean(), number: text, collect: v.boolean(), contents: v.boolean(), annex: v.boolean(), multiple: amount(1, 64) };

/** What a look, master and booklet are made of: read-preset.ts asks for exactly these, a package for at least these. */
export const ENTRIES = { style, look, columns, folio, draft, sheet, paper, headlines, booklet };

/** What a later version adds to a style is kept unread, but a colour: nothing prints in another than black and the look's one red (套红). */
const kept = v.pipe(v.looseObject(style), v.check((one) => !('color' in one) && !('colour' in one), '样式不能写颜色：只印黑和样式里那一种套红（red），标题套红在排版台里设'));

export const LookSchema = v.looseObject({ ...look, styles: v.record(v.string(), kept) });

export const MasterSchema = v.variant('kind', [
  v.looseObject({ ...sheet, columns: v.looseObject(columns), folio: v.looseObject(folio), draft: v.optional(v.looseObject(draft)) }),
  v.looseObject({ ...paper, headlines: v.optional(v.looseObject(headlines)) }),
]);

export const MeetingSchema = v.looseObject({
  place: text, organisation: v.looseObject({ full: text, short: text }), term: count, reportTerm: count, session: count, opens: text, closes: text,
  venue: text, speaker: text, chair: text, expected: count, present: count, salutation: text,
  superior: v.exactOptional(text),
});

export const editionKind = v.picklist(['booklet', 'newspaper', 'speech']);

export const WRONG_MASTER = '版面与版式的种类不合';

/** A newspaper has a paper's master, the others a sheet's. */
export function mastersKind({ kind: of, master }: { readonly kind: string; readonly master: { readonly kind: string } }): boolean {
  return (of === 'newspaper') === (master.kind === 'paper');
}

const area = v.looseObject({ column: amount(0, 99), columns: amount(1, 100), row: amount(0, 999), rows: amount(1, 1000) });
const broken = v.looseObject({ area, into: amount(1, 200), beside: v.optional(v.boolean()) });
const pageNumber = amount(1, 100_000);

/** Whether it can stand on the edition's pages layoutFault says when they are made up. */
const LayoutSchema = v.looseObject({
  pages: v.pipe(v.array(v.looseObject({
    number: pageNumber, mastheadRows: amount(0, 1000),
    pieces: v.array(v.looseObject({
      article: v.string(), variant: v.picklist(['report', 'news', 'box']), deck: v.nullable(area), body: v.array(broken), box: v.nullable(broken),
      from: v.nullable(pageNumber), to: v.nullable(pageNumber), fitted: v.optional(amount(-1000, 1000)), upright: v.optional(v.boolean()), headline: v.optional(v.picklist([1, 2])), pinned: v.optional(v.boolean()),
    })),
  })), v.maxLength(400)),
});

const art = v.looseObject({ asset: id, width: amount(1, 100_000), height: amount(1, 100_000) });

const EditionRecord = v.looseObject({
  id, kind: editionKind, name: v.string(), articles: v.array(v.string()), date: text,
  phase: v.nullable(v.picklist(['opening', 'during', 'closing'])), look: LookSchema, master: MasterSchema,
  paper: v.nullable(v.looseObject({
    name: v.string(), issue: text, publisher: text, registration: text, editors: v.array(v.looseObject({ role: v.string(), name: v.string() })),
    contact: text, firstPage: amount(1, 10_000), pageNames: v.array(v.string()),
    jump: v.looseObject({ forward: v.string(), back: v.string(), numerals: v.picklist(['han', 'digits']) }),
    style: v.optional(v.picklist(['interlocked', 'modular'])), border: v.optional(border),
    nameArt: v.optional(art), labelArt: v.optional(art), flower: v.optional(art), nameRed: v.optional(v.boolean()), lunar: v.optional(v.boolean()), tail: v.optional(v.string()),
    pagesToday: v.optional(v.string()), pageWording: v.optional(v.string()), counting: v.optional(v.looseObject({ number: amount(1, 10_000_000), date: v.string(), days: v.picklist(['daily', 'sixdays', 'workdays', 'weekly']) })),
  })),
  layout: v.optional(LayoutSchema), important: v.optional(v.array(v.string())), dress: v.optional(v.record(v.string(), dress)),
  booklet: v.nullable(v.looseObject(booklet)),
  abridgedNote: v.boolean(), printedAt: v.optional(text), redline: v.optional(v.looseObject({ from: v.string(), to: v.string(), renumbered: v.optional(v.array(v.looseObject({ article: v.string(), block: v.number(), was: v.string() }))) })), faces: v.record(v.string(), v.looseObject({ name: v.string(), hash: v.string() })),
});

export const EditionSchema = v.pipe(
  EditionRecord,
  v.check((whole) => mastersKind(whole), WRONG_MASTER),
);

const kind = v.picklist(['report', 'editorial', 'news', 'resolution', 'address', 'notice', 'continuation']);

/** The documents inside are read by read-doc.ts. */
export const ArticleSchema = v.looseObject({ id, kind, label: text, fields: v.record(v.string(), v.unknown()), doc: v.unknown() });

export const VersionSchema = v.looseObject({ id, name: v.string(), date: v.string(), note: v.optional(v.string()), meeting: MeetingSchema, articles: v.array(ArticleSchema) });

export const CommentsSchema = v.array(v.looseObject({
  id, article: v.string(), entries: v.array(v.looseObject({ by: v.string(), at: v.string(), text: v.string() })), done: v.boolean(),
  quote: v.optional(v.string()),
}));

export const IgnoredSchema = v.array(v.looseObject({ code: v.string(), quote: v.string() }));

export const ReasonsSchema = v.record(v.string(), v.string());

const words = amount(1, 10_000_000);

export const TargetsSchema = v.record(v.string(), v.looseObject({
  words: v.nullable(words), sections: v.array(v.looseObject({ heading: v.string(), index: amount(0, 1_000_000), words })),
}));

export const FiguresSchema = v.record(v.string(), v.looseObject({ office: v.string(), basis: v.string(), checker: v.string(), date: v.string(), confirmed: text }));

export const PromisesSchema = v.record(v.string(), v.looseObject({ status: v.nullable(v.picklist(['done', 'partly', 'unmentioned', 'renamed'])), result: text }));

const picture = { asset: id, file: v.optional(v.string()), caption: v.string(), width: amount(1, 100_000), height: amount(1, 100_000) };

export const PicturesSchema = v.record(v.string(), v.looseObject({
  ...picture, columns: v.nullable(amount(1, 12)), place: v.optional(v.union([v.picklist(['left', 'foot']), v.looseObject({ column: amount(0, 40), row: amount(0, 1_000) })])), more: v.optional(v.pipe(v.array(v.looseObject(picture)), v.maxLength(20))),
}));

/** What is asked of any version's banxin.json before it is migrated. */
export const HeadSchema = v.looseObject({ format: v.literal('banxin'), version: amount(1, 1_000_000) });

/** banxin.json: the order of the parts stands here. */
export const ManifestSchema = v.looseObject({
  format: v.literal('banxin'), version: amount(1, 1_000_000), id, name: v.string(), stage: text, articles: v.array(id), editions: v.array(id), versions: v.array(id),
});

/** The first thing wrong with `value` in Chinese, as `path：what`, or null; `value` itself is not changed. */
export function shapeError(schema: v.GenericSchema, value: unknown): string | null {
  const result = v.safeParse(schema, value, { abortEarly: true, message: said });
  if (result.success) return null;
  const issue = result.issues[0];
  const path = v.getDotPath(issue);
  // A name that has no place here, not one that is missing.
  if (issue.path?.at(-1)?.origin === 'key' && issue.received !== 'undefined') return `${path ?? ''}：没有这一项`;
  return path === null ? issue.message : `${path}：${issue.message}`;
}

/** JSON's types as people call them; what else is expected (values, limits) stands as it is. */
const TYPES: Readonly<Record<string, string>> = { string: '文字', number: '数', boolean: 'true 或 false', Object: '对象', Array: '列表', null: 'null' };

function said({ type, expected, received }: v.BaseIssue<unknown>): string {
  if (type === 'integer') return `应为整数，写的是 ${received}`;
  if (received === 'undefined') return '缺少这一项';
  const wanted = expected === null ? '' : expected.replace(/[A-Za-z]+/g, (word) => TYPES[word] ?? word);
  return wanted === '' ? `写的是 ${received}` : `应为 ${wanted}，写的是 ${received}`;
}
