// styles.xml and theme → what a run and a paragraph look like in the end: document
// defaults, the chain of styles a style is based on, the paragraph's style, the
// run's style, its own properties, in that order (ECMA-376 17.7.2). Only what tells
// structure or the house look is kept: faces, size, weight, hiding, alignment,
// indents, spacing, outline level, numbering.
import { childOf, childrenOf, isOn, valueOf, type XmlElement } from './xml-tree';

export interface RunLook {
  /** Face of Han; null: nothing says. */
  readonly eastAsia: string | null;
  /** Face of Latin letters and digits. */
  readonly ascii: string | null;
  /** pt; null: nothing says (Word's own 10). */
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  readonly raised: boolean;
  readonly caps: boolean;
  /** RRGGBB, or null for automatic. */
  readonly colour: string | null;
}

export interface NumberingUse {
  readonly numId: string;
  /** null: the level that names the style, else 0. */
  readonly level: number | null;
}

export interface ParagraphLook {
  readonly align: string | null;
  /** 0-based outline level; 9 or null: text. */
  readonly outline: number | null;
  readonly numbering: NumberingUse | null;
  readonly breakBefore: boolean;
  /** First-line indent in characters, where it is said in characters; else pt. */
  readonly firstLine: { readonly characters: number | null; readonly points: number | null };
  readonly left: number | null;
  readonly right: number | null;
  /** Line pitch, pt: exact or at least; `rule` auto: in lines. */
  readonly line: { readonly value: number; readonly rule: 'auto' | 'exact' | 'atLeast' } | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly snapToGrid: boolean;
  /** A gap between Han and digits that Word makes of itself. */
  readonly autoSpace: boolean;
}

export interface StyleOfParagraph {
  readonly id: string;
  /** The name that people see: heading 1, 标题 1. */
  readonly name: string;
}

const PLAIN_RUN: RunLook = { eastAsia: null, ascii: null, size: null, bold: false, italic: false, hidden: false, raised: false, caps: false, colour: null };
const PLAIN_PARAGRAPH: ParagraphLook = {
  align: null, outline: null, numbering: null, breakBefore: false, firstLine: { characters: null, points: null }, left: null, right: null, line: null, before: null, after: null, snapToGrid: true, autoSpace: true,
};

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly run: XmlElement | undefined;
  readonly paragraph: XmlElement | undefined;
}

/** A chain of styles longer than this goes in a circle. */
const LONGEST_CHAIN = 50;

const number = (text: string | undefined): number | null => {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : null;
};

/** Twentieths of a point, or a measure with its unit as the strict variant writes it (12pt, 2.54cm). */
export function twips(text: string | undefined): number | null {
  const value = number(text);
  if (value === null || text === undefined) return null;
  if (text.endsWith('pt')) return value;
  if (text.endsWith('cm')) return (value * 72) / 2.54;
  if (text.endsWith('mm')) return (value * 72) / 25.4;
  if (text.endsWith('in')) return value * 72;
  return value / 20;
}

export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private readonly defaults = new Map<string, string>();
  private readonly themeFaces: ReadonlyMap<string, string>;
  private readonly baseRun: XmlElement | undefined;
  private readonly baseParagraph: XmlElement | undefined;
  private readonly runs = new Map<string, RunLook>();
  private readonly paragraphs = new Map<string, ParagraphLook>();

  constructor(styles: XmlElement | undefined, theme: XmlElement | undefined) {
    this.themeFaces = themeFaces(theme);
    const base = childOf(styles, 'w:docDefaults');
    this.baseRun = childOf(childOf(base, 'w:rPrDefault'), 'w:rPr');
    this.baseParagraph = childOf(childOf(base, 'w:pPrDefault'), 'w:pPr');
    for (const style of childrenOf(styles, 'w:style')) {
      const id = style.attributes.get('w:styleId');
      if (id === undefined) continue;
      this.styles.set(id, { id, name: valueOf(style, 'w:name') ?? id, basedOn: valueOf(style, 'w:basedOn'), run: childOf(style, 'w:rPr'), paragraph: childOf(style, 'w:pPr') });
      const type = style.attributes.get('w:type') ?? 'paragraph';
      const isDefault = style.attributes.get('w:default');
      if ((isDefault === '1' || isDefault === 'true' || isDefault === 'on') && !this.defaults.has(type)) this.defaults.set(type, id);
    }
  }

  /** The style that a paragraph names, or the default one. */
  styleOf(properties: XmlElement | undefined): StyleOfParagraph {
    const id = valueOf(properties, 'w:pStyle') ?? this.defaults.get('paragraph') ?? '';
    return { id, name: this.styles.get(id)?.name ?? id };
  }

  /** Look of a paragraph of these properties. */
  paragraphLook(properties: XmlElement | undefined): ParagraphLook {
    return withParagraph(this.paragraphOfStyle(this.styleOf(properties).id), properties);
  }

  /** Look of a run in a paragraph of style `paragraph`. */
  runLook(paragraph: string, properties: XmlElement | undefined): RunLook {
    const character = valueOf(properties, 'w:rStyle');
    const base = this.runOfStyle(paragraph);
    const styled = character === undefined ? base : this.chain(character).reduceRight((look, style) => this.withRun(look, style.run), base);
    return this.withRun(styled, properties);
  }

  /** Name of the character style of a run, or null. */
  characterStyle(properties: XmlElement | undefined): string | null {
    const id = valueOf(properties, 'w:rStyle');
    return id === undefined ? null : this.styles.get(id)?.name ?? id;
  }

  private chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.styles.get(id); style !== undefined && chain.length < LONGEST_CHAIN && !chain.includes(style); style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn)) chain.push(style);
    return chain;
  }

  private runOfStyle(id: string): RunLook {
    const known = this.runs.get(id);
    if (known !== undefined) return known;
    const look = this.chain(id).reduceRight((so, style) => this.withRun(so, style.run), this.withRun(PLAIN_RUN, this.baseRun));
    this.runs.set(id, look);
    return look;
  }

  private paragraphOfStyle(id: string): ParagraphLook {
    const known = this.paragraphs.get(id);
    if (known !== undefined) return known;
    const look = this.chain(id).reduceRight((so, style) => withParagraph(so, style.paragraph), withParagraph(PLAIN_PARAGRAPH, this.baseParagraph));
    this.paragraphs.set(id, look);
    return look;
  }

  private withRun(look: RunLook, properties: XmlElement | undefined): RunLook {
    if (properties === undefined) return look;
    const fonts = childOf(properties, 'w:rFonts');
    const face = (name: string, theme: string): string | undefined => {
      const named = fonts?.attributes.get(theme);
      return (named === undefined ? undefined : this.themeFaces.get(named)) ?? fonts?.attributes.get(name);
    };
    const size = number(valueOf(properties, 'w:sz'));
    const colour = valueOf(properties, 'w:color');
    const position = valueOf(properties, 'w:vertAlign');
    return {
      eastAsia: face('w:eastAsia', 'w:eastAsiaTheme') ?? look.eastAsia,
      ascii: face('w:ascii', 'w:asciiTheme') ?? look.ascii,
      size: size === null ? look.size : size / 2,
      bold: isOn(properties, 'w:b') ?? look.bold,
      italic: isOn(properties, 'w:i') ?? look.italic,
      hidden: isOn(properties, 'w:vanish') ?? look.hidden,
      raised: position === undefined ? look.raised : position === 'superscript',
      caps: isOn(properties, 'w:caps') ?? look.caps,
      colour: colour === undefined ? look.colour : colour === 'auto' ? null : colour.toUpperCase(),
    };
  }
}

function withParagraph(look: ParagraphLook, properties: XmlElement | undefined): ParagraphLook {
  if (properties === undefined) return look;
  const indent = childOf(properties, 'w:ind')?.attributes;
  const spacing = childOf(properties, 'w:spacing')?.attributes;
  const numbering = childOf(properties, 'w:numPr');
  const numId = valueOf(numbering, 'w:numId');
  const level = number(valueOf(numbering, 'w:ilvl'));
  const outline = number(valueOf(properties, 'w:outlineLvl'));
  const characters = number(indent?.get('w:firstLineChars'));
  const line = spacing?.get('w:line');
  const rule = spacing?.get('w:lineRule') ?? 'auto';
  return {
    align: valueOf(properties, 'w:jc') ?? look.align,
    outline: outline ?? look.outline,
    numbering: numbering === undefined ? look.numbering : { numId: numId ?? look.numbering?.numId ?? '0', level: level ?? (numId === undefined ? look.numbering?.level ?? null : level) },
    breakBefore: isOn(properties, 'w:pageBreakBefore') ?? look.breakBefore,
    firstLine: {
      characters: characters === null ? look.firstLine.characters : characters / 100,
      points: twips(indent?.get('w:firstLine')) ?? (indent?.has('w:hanging') === true ? 0 : look.firstLine.points),
    },
    left: twips(indent?.get('w:left') ?? indent?.get('w:start')) ?? look.left,
    right: twips(indent?.get('w:right') ?? indent?.get('w:end')) ?? look.right,
    line: line === undefined ? look.line : rule === 'auto' ? { value: (number(line) ?? 240) / 240, rule } : { value: twips(line) ?? 12, rule: rule === 'exact' ? 'exact' : 'atLeast' },
    before: spaceOf(spacing, 'before') ?? look.before,
    after: spaceOf(spacing, 'after') ?? look.after,
    snapToGrid: isOn(properties, 'w:snapToGrid') ?? look.snapToGrid,
    autoSpace: isOn(properties, 'w:autoSpaceDN') ?? look.autoSpace,
  };
}

/** pt; said in lines (w:beforeLines) it is twelve to the line, as Word counts it. */
function spaceOf(spacing: ReadonlyMap<string, string> | undefined, side: 'before' | 'after'): number | null {
  const lines = number(spacing?.get(`w:${side}Lines`));
  return lines !== null && lines > 0 ? (lines / 100) * 12 : twips(spacing?.get(`w:${side}`));
}

/** minorEastAsia → 宋体…: what the theme says of Chinese (the script Hans), or its East Asian face. */
function themeFaces(theme: XmlElement | undefined): Map<string, string> {
  const faces = new Map<string, string>();
  const scheme = childOf(childOf(theme, 'a:themeElements'), 'a:fontScheme');
  for (const [key, name] of [['major', 'a:majorFont'], ['minor', 'a:minorFont']] as const) {
    const fonts = childOf(scheme, name);
    const latin = childOf(fonts, 'a:latin')?.attributes.get('typeface');
    const hans = childrenOf(fonts, 'a:font').find((font) => font.attributes.get('script') === 'Hans')?.attributes.get('typeface');
    const eastAsia = childOf(fonts, 'a:ea')?.attributes.get('typeface');
    if (latin !== undefined && latin !== '') {
      faces.set(`${key}Ascii`, latin);
      faces.set(`${key}HAnsi`, latin);
    }
    const han = eastAsia !== undefined && eastAsia !== '' ? eastAsia : hans;
    if (han !== undefined && han !== '') faces.set(`${key}EastAsia`, han);
  }
  return faces;
}
