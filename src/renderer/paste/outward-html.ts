// What another program gets as HTML when text is copied here (W15): headings as
// h1–h4, numbers as text, placeholders in their outward form, the faces by the names
// that Word and WPS know. Everything of ours stands in data attributes beside it, so
// that the same HTML pasted into Banxin is whole again (schema-dom.ts reads it; the
// numbers, marked as drawn, are left out there).
import { DOMSerializer, type DOMOutputSpec, type Fragment, type Node } from 'prosemirror-model';
import type { FontRole } from '../../core/font';
import type { Look, StyleName } from '../../core/model/look';
import { headOf } from '../../core/model/numbering';
import type { Meeting } from '../../core/model/package';
import { schema, type HeadingAttrs, type ParagraphAttrs } from '../../core/model/schema';
import { leafText } from '../editor/field-atoms';
import { DRAWN } from './drawn-number';

export interface OutwardLinks {
  readonly meeting: () => Meeting;
  /** Look of the edition shown, whose faces are named; null: 仿宋 with the usual faces of headings. */
  readonly look: () => Look | null;
}

/** Families as Word and WPS list them, the usual one of an office first. */
const FAMILIES: Readonly<Record<FontRole, string>> = {
  song: '宋体, SimSun', biaosong: '方正小标宋简体, 宋体, SimSun', hei: '黑体, SimHei', kai: '楷体_GB2312, 楷体, KaiTi', fangsong: '仿宋_GB2312, 仿宋, FangSong', times: 'Times New Roman',
};

const USUAL: Readonly<Partial<Record<StyleName, FontRole>>> = { body: 'fangsong', heading1: 'hei', heading2: 'kai', heading3: 'fangsong', heading4: 'fangsong', runIn1: 'hei', runIn2: 'kai', theme: 'kai' };

/** 三号, which reports are typed in. */
const SIZE = '16pt';

export class OutwardSerializer extends DOMSerializer {
  readonly #links: OutwardLinks;
  /** Numbers of the blocks that are being copied, or null each; set before each copy. */
  labels: readonly (string | null)[] = [];

  constructor(links: OutwardLinks) {
    const nodes = DOMSerializer.nodesFromSchema(schema);
    const atom = (name: 'field' | 'placeholder' | 'note'): ((node: Node) => DOMOutputSpec) => (node) => {
      const [tag, attrs] = (nodes[name]?.(node) ?? ['span', {}]) as unknown as readonly [string, Record<string, string | null>];
      return [tag, attrs, leafText(node, links.meeting())];
    };
    const heading = (node: Node): DOMOutputSpec => {
      const [, attrs] = (nodes['heading']?.(node) ?? ['h1', {}]) as unknown as readonly [string, Record<string, string | null>];
      return [`h${Math.min(Math.max((node.attrs as HeadingAttrs).level, 1), 4)}`, attrs, 0];
    };
    super({ ...nodes, heading, field: atom('field'), placeholder: atom('placeholder'), note: atom('note') }, DOMSerializer.marksFromSchema(schema));
    this.#links = links;
  }

  override serializeFragment(fragment: Fragment, options: { document?: Document } = {}, target?: HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    const out = super.serializeFragment(fragment, options, target);
    if (target === undefined) fragment.forEach((node, _offset, index) => this.#dress(node, out.childNodes[index], this.labels[index] ?? null));
    return out;
  }

  #family(name: StyleName): string {
    const look = this.#links.look();
    const role = look === null ? USUAL[name] ?? USUAL.body : look.styles[name]?.role ?? look.styles.body?.role;
    return FAMILIES[role ?? 'fangsong'];
  }

  /** Style and number of a block, as one reads them in another program. By properties: a style attribute would be refused by the window's own rules. */
  #dress(node: Node, dom: ChildNode | undefined, label: string | null): void {
    if (!(dom instanceof HTMLElement)) return;
    const head = headOf(node);
    const isHeading = node.type === schema.nodes.heading;
    const level = head?.level ?? null;
    dom.style.fontFamily = this.#family(isHeading ? (`heading${level ?? 1}` as StyleName) : 'body');
    dom.style.fontSize = SIZE;
    if (!dom.matches('table')) dom.style.textIndent = '2em';
    if (isHeading) dom.style.fontWeight = 'normal';
    const align = (node.attrs as Partial<ParagraphAttrs>).align;
    if (align === 'center' || align === 'right') {
      dom.style.textAlign = align;
      dom.style.textIndent = '0';
    }
    const lead = level === null || level === 5 ? this.#family('theme') : this.#family(`runIn${level}` as StyleName);
    for (const span of dom.querySelectorAll<HTMLElement>('.lead, .theme')) span.style.fontFamily = lead;
    for (const span of dom.querySelectorAll<HTMLElement>('.kai')) span.style.fontFamily = FAMILIES.kai;
    for (const span of dom.querySelectorAll<HTMLElement>('.hei')) span.style.fontFamily = FAMILIES.hei;
    if (dom.matches('table')) dom.style.borderCollapse = 'collapse';
    for (const cell of dom.querySelectorAll<HTMLElement>('td')) cell.style.border = '1px solid black';
    if (label === null) return;
    const number = dom.ownerDocument.createElement('span');
    number.className = DRAWN;
    number.textContent = label;
    // The number of a list's item is its text's own.
    if (!isHeading && dom.querySelector('.lead') !== null) number.style.fontFamily = lead;
    dom.prepend(number);
  }
}
