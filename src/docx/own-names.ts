// What our own Word files call things, said once for the writer (write/) and for the
// reader of our own files (own/): names of styles, tags of content controls, names of
// bookmarks, and the part that holds what Word has no words for. Styles are told by
// their names, for other programs give them other ids when they save.
import type { FieldPath } from '../core/model/package';

/** Namespace of the custom XML part, and its version. */
export const OWN_NAMESPACE = 'urn:banxin:docx:1';

/** How content controls are tagged: `banxin:placeholder:figure`. Word allows 64 characters. */
export const OWN_TAG = 'banxin:';

/** Bookmarks of ours; the underscore hides them in Word's list. The number is the key in the custom XML part. */
export const OWN_BOOKMARK = '_bx';

interface NamedStyle {
  readonly id: string;
  readonly name: string;
}

/** Paragraph styles of the deck and head fields. */
export const FIELD_STYLES: Readonly<Record<FieldPath, NamedStyle>> = {
  'deck.over': { id: 'BxOver', name: '引题' },
  'deck.main': { id: 'Title', name: 'Title' },
  'deck.sub': { id: 'Subtitle', name: 'Subtitle' },
  'head.occasion': { id: 'BxOccasion', name: '题注行' },
  'head.date': { id: 'BxDate', name: '日期行' },
  'head.speaker': { id: 'BxSpeaker', name: '报告人' },
  'head.salutation': { id: 'Salutation', name: 'Salutation' },
};

/** Stand-alone headings by level, 0 to 5. */
export const HEADING_STYLES: readonly NamedStyle[] = [
  { id: 'BxPart', name: '部分标题' }, ...[1, 2, 3, 4, 5].map((n) => ({ id: `Heading${n}`, name: `heading ${n}` })),
];

/** Paragraphs that begin with a run-in heading, by level, 0 to 5. */
export const RUN_IN_STYLES: readonly NamedStyle[] = [0, 1, 2, 3, 4, 5].map((n) => ({ id: `BxRunIn${n}`, name: `段首标题 ${n}` }));

/** The other paragraph styles of an article. */
export const BLOCK_STYLES = {
  body: { id: 'BodyText', name: 'Body Text' },
  signature: { id: 'Signature', name: 'Signature' },
  table: { id: 'BxTable', name: '表格文字' },
  /** Cells of a column of short words, centred. */
  tableShort: { id: 'BxTableShort', name: '表格短字' },
  tableHead: { id: 'BxTableHead', name: '表头文字' },
  label: { id: 'BxLabel', name: '栏目' },
  /** Holds two tables apart, and ends what ends with one: no block of the article. */
  between: { id: 'BxBetween', name: '表格间隔' },
} as const satisfies Record<string, NamedStyle>;

/** Paragraph styles of what the program makes: no text of an article. */
export const MADE_STYLES = {
  /** 稿次 under the title: the package says which it is. */
  stage: { id: 'BxStage', name: '稿次字样' },
  abridged: { id: 'BxAbridged', name: '摘要字样' },
  coverSeries: { id: 'BxCoverSeries', name: '封面 会议' },
  coverTitle: { id: 'BxCoverTitle', name: '封面 标题' },
  coverWork: { id: 'BxCoverWork', name: '封面 工作报告' },
  coverOccasion: { id: 'BxCoverOccasion', name: '封面 题注' },
  coverSpeaker: { id: 'BxCoverSpeaker', name: '封面 报告人' },
  coverFoot: { id: 'BxCoverFoot', name: '封面 落款' },
  contentsTitle: { id: 'TOCHeading', name: 'TOC Heading' },
  contents1: { id: 'TOC1', name: 'toc 1' },
  contents2: { id: 'TOC2', name: 'toc 2' },
  annexTitle: { id: 'BxAnnexTitle', name: '名词解释标题' },
  annexEntry: { id: 'BxAnnexEntry', name: '名词解释' },
} as const satisfies Record<string, NamedStyle>;

/** A line's end that the booklet chose, not the author: a break in this character style is no text. */
export const SET_BREAK_STYLE: NamedStyle = { id: 'BxSetBreak', name: '版面换行' };

/** The words by which a mark's character style is named, in their order: 标记·主题句·楷体. */
export const MARK_WORDS: Readonly<Record<'lead' | 'theme' | 'kai' | 'hei' | 'strong', string>> = { lead: '句首', theme: '主题句', kai: '楷体', hei: '黑体', strong: '加重' };

const MARK_PREFIX = '标记·';

/** Name of the character style for these marks. */
export function markStyleName(marks: readonly (keyof typeof MARK_WORDS)[]): string {
  return MARK_PREFIX + marks.map((mark) => MARK_WORDS[mark]).join('·');
}

/** The marks of a character style by its name; null where it is none of ours. `heading 2 Char` is a run-in heading's. */
export function marksOfStyle(name: string): readonly (keyof typeof MARK_WORDS)[] | null {
  if (/^(?:heading|标题) ?[1-4] (?:char|字符)$/i.test(name)) return ['lead'];
  if (!name.startsWith(MARK_PREFIX)) return null;
  // 标记·句首·楷体 5: how a run-in heading of level 5 looks under these marks
  const words = name.slice(MARK_PREFIX.length).replace(/ [0-5]$/, '').split('·');
  const marks = (Object.keys(MARK_WORDS) as (keyof typeof MARK_WORDS)[]).filter((mark) => words.includes(MARK_WORDS[mark]));
  return marks.length === words.length ? marks : null;
}
