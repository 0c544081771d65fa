// What a 稿次 (stage) allows of open placeholders and doubts (DESIGN, "Open
// placeholders and doubts"): a 工作稿 prints them, the stages up to 市委审定稿 ask
// once, the last three refuse. The stages that ask go out in December, before the
// year's figures exist: blocking those would only make people type ××.
import type { Node } from 'prosemirror-model';
import type { Diagnostic, TextStretch } from '../diagnostic';
import { isPrinted } from './conserved-text';
import { emptyFieldText, fieldName, isLevelUntold, renderField } from './fields';
import { FIELD_PATHS, type Article, type Edition, type EditionKind, type Meeting, type Package } from './package';
import { isWorkingStage, placeholderText } from './placeholder';
import type { FieldAttrs, PlaceholderAttrs } from './schema';
import { eachTextblock } from './textblocks';
import { wordEnd, wordStart } from './word-edges';

/** The stages of the trade (TYPESETTING 4.3) in the usual order, after the numbered 工作稿; any of them may be passed over, and any other name does too. */
export const STAGES = ['征求意见稿', '主席会议稿', '常委会审议稿（草案）', '市委审定稿', '大会稿', '审议修改稿', '见报稿'] as const;

/** Those that refuse. */
const FINAL: readonly string[] = STAGES.slice(-3);

/** `print`: a warning, printed as it stands. `ask`: an error that --accept answers. `refuse`: no answer helps. */
export type StagePolicy = 'print' | 'ask' | 'refuse';

/** What of a stage's name is left after `name`: empty, or a number alone (大会稿（二）, 大会稿 2). */
const NUMBER_ONLY = /^\s*[（(]?第?[0-9一二三四五六七八九十]*[稿次]?[）)]?\s*$/;

/** Policy of a stage by name; a numbered 大会稿（二） is a 大会稿, any unknown name asks. */
export function stagePolicy(stage: string | null): StagePolicy {
  if (isWorkingStage(stage)) return 'print';
  const name = (stage ?? '').trim();
  return FINAL.some((final) => name.startsWith(final) && NUMBER_ONLY.test(name.slice(final.length))) ? 'refuse' : 'ask';
}

/** Whether a stage is one of the trade's, numbered or in another's words (区委审定稿, 常委会审议稿), not a name of the user's own. */
export function isKnownStage(stage: string): boolean {
  return isWorkingStage(stage) || /^(?:征求意见稿|主席会议稿|常委会审议稿|.{0,6}审定稿|大会稿|审议修改稿|见报稿)/.test(stage.trim());
}

/** The 稿次 as it stands under a title: in brackets, those inside left out, for two pairs in one another are read with difficulty (常委会审议稿（草案）). null where there is none. */
export function stageInBrackets(stage: string | null): string | null {
  const name = (stage ?? '').replace(/[（）()]/g, '').trim();
  return name === '' ? null : `（${name}）`;
}

/** What 待办 counts at a place: 待填 (a placeholder) or 待核 (a doubt). */
export interface OpenPlace extends TextStretch {
  readonly kind: 'placeholder' | 'doubt';
  /** What the list shows: a doubt's words, a placeholder among its neighbours. */
  readonly text: string;
  /** What a template says belongs there; null where nobody said. */
  readonly note: string | null;
}

/** Characters quoted on each side of a placeholder, so that a list of them can be read; more where they would cut a word. */
const CONTEXT = 8;

type Where = Pick<OpenPlace, 'article' | 'block' | 'field'> & { readonly edition: EditionKind | null; readonly meeting: Meeting | null };

/** What stands between two offsets of a textblock: text, values of the record where it is given, □ for another atom. */
function excerpt(block: Node, from: number, to: number, meeting: Meeting | null): string {
  return block.textBetween(Math.max(0, from), Math.min(to, block.content.size), '', (leaf) => {
    if (meeting === null || leaf.type.name !== 'field') return '□';
    const { path, form } = leaf.attrs as FieldAttrs;
    return renderField(path, form, meeting) ?? emptyFieldText(path);
  });
}

/** A doubt may stand on a value of the record: a speaker's name is one. */
function shown(inline: Node, meeting: Meeting | null): string {
  if (inline.type.name !== 'field' || meeting === null) return inline.text ?? '';
  const { path, form } = inline.attrs as FieldAttrs;
  return renderField(path, form, meeting) ?? emptyFieldText(path);
}

/** Doubts and placeholders of one textblock; `base` is added to offsets (cells of a table run on). */
function openInBlock(block: Node, base: number, { edition, meeting, ...at }: Where, out: OpenPlace[]): void {
  let offset = base;
  let doubt: { from: number; text: string } | null = null;
  const flush = (): void => {
    if (doubt !== null) out.push({ ...at, kind: 'doubt', from: doubt.from, to: offset, text: doubt.text, note: null });
    doubt = null;
  };
  block.forEach((inline) => {
    const printed = edition === null || isPrinted(inline.marks, edition);
    const doubted = printed && inline.marks.some((mark) => mark.type.name === 'doubt');
    if (!doubted) flush();
    else if (doubt === null) doubt = { from: offset, text: shown(inline, meeting) };
    else doubt.text += shown(inline, meeting);
    if (printed && inline.type.name === 'placeholder') {
      const { type, note } = inline.attrs as PlaceholderAttrs;
      const here = offset - base;
      // One letter a position, as offsets count.
      const whole = block.textBetween(0, block.content.size, '', '\ufffc');
      const text = excerpt(block, wordStart(whole, here - CONTEXT), here, meeting) + placeholderText(type, null) + excerpt(block, here + 1, wordEnd(whole, here + 1 + CONTEXT), meeting);
      out.push({ ...at, kind: 'placeholder', from: offset, to: offset + 1, text, note });
    }
    offset += inline.nodeSize;
  });
  flush();
}

/**
 * Everything open in an article, or in what an edition prints of it: its fields in printed order, then its blocks. With a
 * `meeting` what is quoted shows the record's values.
 */
export function openPlaces(article: Article, edition: EditionKind | null = null, meeting: Meeting | null = null): OpenPlace[] {
  const out: OpenPlace[] = [];
  for (const field of FIELD_PATHS) {
    article.fields[field]?.forEach((block) => openInBlock(block, 0, { article: article.id, block: null, field, edition, meeting }, out));
  }
  article.doc.forEach((block, _offset, index) => {
    const at = { article: article.id, block: index, field: null, edition, meeting };
    eachTextblock(block, (node, base) => openInBlock(node, base, at, out));
  });
  return out;
}

/**
 * One `placeholder-open` diagnostic a place, in what an edition prints, with the severity
 * of the package's stage: warning where it prints, error where it asks or refuses; of a newspaper
 * before 见报稿 that it does not say its stage.
 */
export function stageDiagnostics(pkg: Package, edition: Pick<Edition, 'kind' | 'articles'>): Diagnostic[] {
  const policy = stagePolicy(pkg.stage);
  const out: Diagnostic[] = [];
  for (const article of pkg.articles) {
    if (!edition.articles.includes(article.id)) continue;
    for (const { kind, text, note, ...place } of openPlaces(article, edition.kind, pkg.meeting)) {
      const what = `${kind === 'placeholder' ? '待填' : '待核'}“${text}”`;
      const where = place.field === null ? `第${(place.block ?? 0) + 1}段` : '标题区';
      out.push({
        severity: policy === 'print' ? 'warning' : 'error',
        code: 'placeholder-open',
        message: policy === 'refuse' ? `${where}还有${what}，${pkg.stage ?? ''}不能带着它输出` : `${where}还有${what}`,
        at: { ...place, line: null, excerpt: text },
        suggestion: policy === 'refuse' ? '填好或核实后再输出' : policy === 'ask' ? '确认后输出：待填处印作××，存疑处照印' : note === null ? null : `填：${note}`,
      });
    }
    if (policy !== 'print') out.push(...lackingOf(article, edition.kind, pkg, policy));
  }
  if (edition.kind === 'newspaper') out.push(...unprintedStage(pkg.stage));
  return [...new Map(out.map((one) => [one.at === null ? one.message : one, one])).values()];
}

/** A newspaper bears no 稿次: who holds a page of a 征求意见稿 cannot tell it from what is to be printed. */
function unprintedStage(stage: string | null): Diagnostic[] {
  if (stage === null || /^(?:见报|公开)稿/.test(stage.trim())) return [];
  return [{ severity: 'warning', code: 'stage-unprinted', message: `报纸上不印稿次：文稿现在是“${stage}”`, at: null, suggestion: '见报前请把稿次定为见报稿' }];
}

/** What the meeting record lacks and this article shows, once a value: it would be printed as 未填. A 工作稿 has the hint of the typesetter. */
function lackingOf(article: Article, edition: EditionKind, { meeting, stage }: Pick<Package, 'meeting' | 'stage'>, policy: StagePolicy): Diagnostic[] {
  const paths = new Set<string>();
  const look = (doc: Node): void => doc.descendants((node) => {
    if (node.type.name !== 'field' || !isPrinted(node.marks, edition)) return;
    const { path, form } = node.attrs as FieldAttrs;
    if (renderField(path, form, meeting) === null) paths.add(isLevelUntold(path, meeting) ? '地名（省、市、县、区）' : fieldName(path));
  });
  for (const field of FIELD_PATHS) if (article.fields[field] !== null) look(article.fields[field]);
  look(article.doc);
  return [...paths].map((name): Diagnostic => ({
    severity: 'error', code: 'placeholder-open', message: policy === 'refuse' ? `会议信息缺“${name}”，${stage ?? ''}不能带着它输出` : `会议信息缺“${name}”，会印作未填`, at: null,
    suggestion: '在“会议信息”中补上',
  }));
}
