// An article → its flow: title block (deck and head fields in printed order) and
// body, blocks in their places with refs. Blocks are cached by their node and by
// what is not in the node, so that after an edit every other block of the flow is
// the same object, and all that was made of it downstream stands.
import type { Node } from 'prosemirror-model';
import { isByline } from '../model/byline';
import { hasOmission, isPrinted } from '../model/conserved-text';
import type { Variant } from '../model/layout';
import type { Article, Edition, EditionKind, Meeting } from '../model/package';
import type { Adjust, NoteAttrs, ParagraphAttrs } from '../model/schema';
import type { Look } from '../model/look';
import { stageInBrackets } from '../model/stage';
import { headOf, numberHeadings } from '../model/numbering';
import { bodyStyle, headStyle, type HeadPart, isFeatured, isVoice, type Surroundings } from './article-styles';
import { datelineOf } from './dateline';
import { type BlockContext, type BlockNumber, type BlockWish, flowParagraph, flowTable, headingStyle, NO_NUMBER, type OmittedRange } from './flow-block';
import type { Block, BlockContent, BlockOrigin, BlockRef, Flow, Paragraph, ParagraphStyle, Span, TextStyle } from './flow';
import { isNamesLine, namesStyle } from './names-line';
import { StyleSheet } from './style-sheet';
import { isAnnexTitle, isTableTitle, titleLine } from './table-title';

export interface FlowContext {
  readonly edition: Edition;
  readonly meeting: Meeting;
  readonly stage: string | null;
  readonly variant: Variant;
  /** Numbers the note anchors by term, in order of first appearance; null where none are printed. */
  readonly noteNumber: ((term: string) => number) | null;
  /** Changes when the numbers of notes do. */
  readonly notesKey: string;
}

/** Something about a block that the caller reports with its place. */
export interface FlowNotice {
  readonly ref: BlockRef;
  readonly kind: 'omitted' | 'field-empty';
  readonly from: number;
  readonly to: number;
  readonly detail: string;
}

export interface FlowedArticle {
  readonly flow: Flow;
  readonly notices: readonly FlowNotice[];
}

interface CachedBlock {
  readonly key: string;
  readonly record: string;
  readonly sheet: StyleSheet;
  readonly content: BlockContent | null;
  readonly omitted: readonly OmittedRange[];
  readonly emptyFields: readonly { readonly path: string; readonly at: number }[];
  readonly dependsOnRecord: boolean;
}

/** Printed order of the title block (TYPESETTING G-21, N-10): 引题, 主题, 副题, （稿次）, 题注, （摘要）, date, speaker, salutation. */
const HEAD_ORDER: readonly HeadPart[] = [
  'label', 'deck.over', 'deck.main', 'deck.sub', 'stage', 'head.occasion', 'abridged', 'head.date', 'head.speaker', 'head.salutation',
];

/** The last line of the title block, the salutation apart; null where there is none. */
function lastOfHead(article: Article, generated: (part: 'label' | 'abridged' | 'stage') => string | null): HeadPart | null {
  const stands = (part: HeadPart): boolean =>
    part === 'label' || part === 'abridged' || part === 'stage' ? generated(part) !== null : part !== 'head.salutation' && (article.fields[part]?.firstChild?.content.size ?? 0) > 0;
  return HEAD_ORDER.findLast(stands) ?? null;
}

/** What a line names that is no heading: the table after it, or all that follows; `listed`: members of a 名单; null: nothing. */
type Names = 'table' | 'rest' | { readonly characters: number } | null;

/** Makes flows and remembers them; its life is the Typesetter's. */
export class Flower {
  private readonly sheets = new WeakMap<Look, StyleSheet>();
  private readonly blocks = new WeakMap<Node, CachedBlock[]>();
  private readonly refs = new WeakMap<Node, BlockRef[]>();
  private readonly wrapped = new WeakMap<BlockContent, Map<BlockRef, Block>>();
  private readonly generated = new Map<string, { readonly paragraph: Paragraph; readonly style: ParagraphStyle }>();
  private readonly namedRefs = new Map<string, BlockRef>();
  private nextRef = 1;

  /** The styles of a look; the same object for the same look. */
  sheet(look: Look): StyleSheet {
    let sheet = this.sheets.get(look);
    if (sheet === undefined) this.sheets.set(look, (sheet = new StyleSheet(look)));
    return sheet;
  }

  /** A paragraph made by the program (page furniture, jump lines, contents). `what` names it in sources. */
  generate(what: string, text: string, style: ParagraphStyle): Block {
    return this.compose(what, [{ text, style: style.text }], style);
  }

  /** The same, of several stretches that look different. */
  compose(what: string, parts: readonly { readonly text: string; readonly style: TextStyle }[], style: ParagraphStyle): Block {
    const key = `${what}\n${parts.map((part) => part.text).join('\n')}`;
    let cached = this.generated.get(key);
    if (cached === undefined || cached.style !== style) {
      const spans: Span[] = [];
      let text = '';
      for (const part of parts) {
        if (part.text === '') continue;
        spans.push({ from: text.length, to: text.length + part.text.length, style: part.style, source: { kind: 'generated', what }, glue: null });
        text += part.text;
      }
      cached = { style, paragraph: { kind: 'paragraph', text, spans, style, looseness: 0, breakBefore: false, heading: null } };
      this.generated.set(key, cached);
    }
    return this.block(this.named(`generated ${what}`), cached.paragraph);
  }

  /** The flow of an article in its surroundings; `origins` receives who each ref is. */
  flow(article: Article, context: FlowContext, origins: Map<BlockRef, BlockOrigin>): FlowedArticle {
    const sheet = this.sheet(context.edition.look);
    const notices: FlowNotice[] = [];
    const block: BlockContext = {
      sheet, edition: context.edition.kind, redline: context.edition.redline !== undefined, meeting: context.meeting, stage: context.stage, noteNumber: context.noteNumber,
    };
    const record = recordKey(context);
    const kind = block.redline ? `${block.edition} redline` : block.edition;
    const head: Block[] = [];
    const around: Surroundings = { variant: context.variant, edition: context.edition.kind };
    const omits = context.edition.abridgedNote && hasOmission(article, context.edition.kind);
    const generated = (part: 'label' | 'abridged' | 'stage'): string | null =>
      part === 'label' ? article.label : part === 'stage' ? (article.kind === 'report' ? stageLine(context.edition, context.stage) : null) : omits ? '（摘要）' : null;
    const isFeature = isFeatured(article, around);
    const last = context.edition.kind === 'newspaper' ? null : lastOfHead(article, generated);
    for (const part of HEAD_ORDER) {
      // Behind the title block stands a blank row, whichever of its lines is the last (G-21).
      const own = headStyle(sheet, part, article, around);
      const style = part === last ? sheet.closing(own, headStyle(sheet, 'head.speaker', article, around).linesAfter) : own;
      if (part === 'label' || part === 'abridged' || part === 'stage') {
        const text = generated(part);
        if (text === null) continue;
        const made = this.generate(part, text, style);
        origins.set(made.ref, { kind: 'generated', what: part });
        head.push(made);
        continue;
      }
      const paragraph = article.fields[part]?.firstChild ?? null;
      if (paragraph === null || paragraph.content.size === 0) continue;
      const key = `${kind} ${context.variant} ${part}${part === last ? ' last' : isFeature ? ' feature' : ''}`;
      const cached = this.cached(paragraph, key, record, sheet, () => {
        const flowed = flowParagraph(paragraph, NO_NUMBER, style, null, 0, { lines: 0, breakBefore: false }, block);
        const text = part === 'head.speaker' && flowed.paragraph !== null ? spaceName(flowed.paragraph) : flowed.paragraph;
        return { ...flowed, content: text };
      });
      const ref = this.named(`${article.id} ${part}`);
      origins.set(ref, { kind: 'field', article: article.id, field: part });
      this.push(head, notices, ref, cached);
    }
    const body: Block[] = [];
    const plain = bodyStyle(sheet, article, around);
    const isOwnVoice = isVoice(article, around);
    const seen = new Map<Node, number>();
    const labels = numberHeadings(article.doc);
    const were = new Map(context.edition.redline?.renumbered?.filter((one) => one.article === article.id).map((one) => [one.block, one.was]));
    article.doc.forEach((node, _offset, index) => {
      const wish = wishOf(node, context.edition.id);
      const number: BlockNumber = { now: labels[index] ?? null, was: were.get(index) ?? null };
      const next = article.doc.maybeChild(index + 1);
      const isListed = context.edition.kind === 'newspaper' && context.variant !== 'box' && node.type.name !== 'table' && isNamesLine(node.textContent, article.kind === 'notice');
      const { master } = context.edition;
      const names: Names = isListed && master.kind === 'paper' ? { characters: master.characters } : isTableTitle(node, next) ? 'table' : isAnnexTitle(node, next) ? 'rest' : null;
      const key = `${kind} ${context.variant}${isOwnVoice ? ' voice' : ''} ${number.now ?? ''}${number.was === null ? '' : `<${number.was}`} ${wish.lines} ${wish.breakBefore ? 1 : 0}${names === null ? '' : typeof names === 'string' ? ` ${names}` : ` listed ${names.characters}`}`;
      const cached = this.cached(node, key, record, sheet, () => this.make(node, number, wish, block, context.variant, names, plain));
      const ref = this.refOf(node, seen);
      origins.set(ref, { kind: 'block', article: article.id, index });
      this.push(body, notices, ref, cached);
    });
    return { flow: { article: article.id, head, body }, notices };
  }

  private make(node: Node, number: BlockNumber, wish: BlockWish, context: BlockContext, variant: Variant, names: Names, plain: ParagraphStyle): Omit<CachedBlock, 'key' | 'record' | 'sheet'> {
    if (node.type.name === 'table') {
      const { table, ...rest } = flowTable(node, wish.breakBefore, context);
      return { ...rest, content: table };
    }
    const head = headOf(node);
    const isRow = names !== null && typeof names !== 'string';
    let style = node.type.name === 'heading' && head !== null ? context.sheet.paragraph(headingStyle(head.level)) : plain;
    const align = node.type.name === 'paragraph' ? (node.attrs as ParagraphAttrs).align : null;
    // A byline's blanks are ems (TYPESETTING 2.4): none is wider where a name goes to a second line.
    if (node.type.name === 'paragraph' && head === null && isByline(node.textContent)) style = context.sheet.variant(plain, 'left', plain.indent);
    if (align !== null) style = align === 'right' ? context.sheet.paragraph('signature') : context.sheet.variant(style, align);
    if (isRow) style = namesStyle(plain, names.characters, context.sheet);
    else if (names !== null) style = titleLine(style, names === 'table', context.sheet);
    const flowed = flowParagraph(node, number, style, node.type.name === 'heading' ? null : head, 0, wish, context);
    if ((names === 'table' || isRow) && flowed.paragraph !== null) return { ...flowed, content: { ...flowed.paragraph, heading: null } };
    const dated = variant === 'news' && head === null && flowed.paragraph !== null ? markDateline(flowed.paragraph, context.sheet.inside('dateline', style.text)) : flowed.paragraph;
    return { ...flowed, content: dated };
  }

  private cached(
    node: Node, key: string, record: string, sheet: StyleSheet, make: () => Omit<CachedBlock, 'key' | 'record' | 'sheet'>,
  ): CachedBlock {
    let list = this.blocks.get(node);
    if (list === undefined) this.blocks.set(node, (list = []));
    const at = list.findIndex((entry) => entry.key === key && entry.sheet === sheet);
    const old = at < 0 ? undefined : list[at];
    if (old !== undefined && (!old.dependsOnRecord || old.record === record)) return old;
    const fresh: CachedBlock = { key, record, sheet, ...make() };
    if (at < 0) list.push(fresh);
    else list[at] = fresh;
    return fresh;
  }

  private push(into: Block[], notices: FlowNotice[], ref: BlockRef, cached: CachedBlock): void {
    for (const { from, to } of cached.omitted) notices.push({ ref, kind: 'omitted', from, to, detail: '' });
    for (const { path, at } of cached.emptyFields) notices.push({ ref, kind: 'field-empty', from: at, to: at + 1, detail: path });
    if (cached.content !== null) into.push(this.block(ref, cached.content));
  }

  private block(ref: BlockRef, content: BlockContent): Block {
    let byRef = this.wrapped.get(content);
    if (byRef === undefined) this.wrapped.set(content, (byRef = new Map()));
    let block = byRef.get(ref);
    if (block === undefined) byRef.set(ref, (block = { ref, content }));
    return block;
  }

  /** A node may stand twice in a document (paste of the same slice): the second place has a ref of its own. */
  private refOf(node: Node, seen: Map<Node, number>): BlockRef {
    const occurrence = seen.get(node) ?? 0;
    seen.set(node, occurrence + 1);
    let list = this.refs.get(node);
    if (list === undefined) this.refs.set(node, (list = []));
    return (list[occurrence] ??= this.nextRef++);
  }

  private named(name: string): BlockRef {
    let ref = this.namedRefs.get(name);
    if (ref === undefined) this.namedRefs.set(name, (ref = this.nextRef++));
    return ref;
  }
}

/**
 * The 稿次 in brackets as a booklet and a 大字稿 have it under the title, a booklet on its cover too; null where there is none,
 * and in a newspaper. A 改稿本 and a 花脸稿 name it in their headers.
 */
export function stageLine({ kind, master, redline }: Edition, stage: string | null): string | null {
  return kind === 'newspaper' || redline !== undefined || master.kind !== 'sheet' || master.draft !== undefined ? null : stageInBrackets(stage);
}

/** What a block's record-dependent text is made from, as a key: record, stage, and the notes' numbers. */
function recordKey(context: FlowContext): string {
  return `${context.edition.kind} ${context.stage ?? ''} ${context.notesKey} ${JSON.stringify(context.meeting)}`;
}

function wishOf(node: Node, edition: string): BlockWish {
  const adjust = (node.attrs as { adjust?: Adjust | null }).adjust?.[edition];
  return { lines: adjust?.lines ?? 0, breakBefore: adjust?.breakBefore ?? false };
}

/** The paragraph with its 电头 in `style`; the same paragraph where it has none, or where the look sets none apart. */
export function markDateline(paragraph: Paragraph, style: TextStyle): Paragraph {
  const [first, ...others] = paragraph.spans;
  const opening = datelineOf(paragraph.text);
  if (opening === null || first === undefined || first.source.kind !== 'text' || first.style === style || first.to <= opening.length) return paragraph;
  const rest: Span = { ...first, from: opening.length, source: { kind: 'text', at: first.source.at + opening.length } };
  return { ...paragraph, spans: [{ ...first, to: opening.length, style }, rest, ...others] };
}

/** A two-character name takes 1 em between, as wide as one of three (N-21; T-37's names). */
export function spaceName(paragraph: Paragraph): Paragraph {
  const { text, spans } = paragraph;
  const first = spans[0];
  if (first === undefined || spans.length !== 1 || !/^\p{Script=Han}{2}$/u.test(text) || first.source.kind === 'generated') return paragraph;
  const half = text.codePointAt(0)! > 0xffff ? 2 : 1;
  const { source } = first;
  const second = source.kind === 'text' ? { kind: 'text' as const, at: source.at + half } : source;
  return {
    ...paragraph,
    text: `${text.slice(0, half)}\u3000${text.slice(half)}`,
    spans: [
      { ...first, to: half },
      { ...first, from: half, to: half + 1, source: { kind: 'generated', what: 'name-blank' }, glue: 'blank' },
      { ...first, from: half + 1, to: text.length + 1, source: second },
    ],
  };
}

/** Terms with their explanations, in order of first appearance (builds the 名词解释 annex and the anchors' numbers). */
export function collectNotes(articles: readonly Article[], edition: EditionKind): readonly NoteAttrs[] {
  const byTerm = new Map<string, NoteAttrs>();
  for (const article of articles) {
    article.doc.descendants((node) => {
      if (node.type.name !== 'note') return;
      if (!isPrinted(node.marks, edition)) return;
      const attrs = node.attrs as NoteAttrs;
      const known = byTerm.get(attrs.term);
      if (known === undefined || (known.text === '' && attrs.text !== '')) byTerm.set(attrs.term, attrs);
    });
  }
  return [...byTerm.values()];
}
