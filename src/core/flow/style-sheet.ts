// A look's named styles, resolved once: what a style leaves out comes from the
// look's body, then from the defaults here. Resolved styles are shared records,
// so that identity tells whether a paragraph's style changed.
import type { Look, StyleName, StyleRecord } from '../model/look';
import type { ParagraphStyle, TextStyle } from './flow';

/** Styles of a look by name. One per look; asking twice gives the same records. */
export class StyleSheet {
  readonly look: Look;
  private readonly paragraphs = new Map<StyleName, ParagraphStyle>();
  private readonly variants = new WeakMap<ParagraphStyle, Map<string, ParagraphStyle>>();
  private readonly texts = new Map<string, TextStyle>();

  constructor(look: Look) {
    this.look = look;
  }

  /** The whole style of a paragraph. */
  paragraph(name: StyleName): ParagraphStyle {
    let style = this.paragraphs.get(name);
    if (style === undefined) this.paragraphs.set(name, (style = this.resolve(name)));
    return style;
  }

  /** Character style of a stretch inside a paragraph: the named style's face and weight at the paragraph's size. */
  inside(name: StyleName, host: TextStyle): TextStyle {
    const own = this.look.styles[name];
    if (own === undefined) return host;
    return this.text({
      role: own.role ?? host.role,
      latin: own.latin ?? host.latin,
      size: host.size,
      embolden: own.embolden ?? host.embolden,
      rise: host.rise,
    });
  }

  /** The same paragraph style in the face of another one, at its own size; shared. */
  faced(style: ParagraphStyle, name: StyleName): ParagraphStyle {
    const text = this.inside(name, style.text);
    if (text === style.text) return style;
    let made = this.variants.get(style);
    if (made === undefined) this.variants.set(style, (made = new Map()));
    const key = `faced ${name}`;
    let variant = made.get(key);
    if (variant === undefined) made.set(key, (variant = { ...style, text }));
    return variant;
  }

  /** The same paragraph style with another alignment (and first-line indent, em); shared. */
  variant(style: ParagraphStyle, align: ParagraphStyle['align'], indent: number = align === 'justify' ? style.indent : 0): ParagraphStyle {
    if (style.align === align && style.indent === indent) return style;
    let made = this.variants.get(style);
    if (made === undefined) this.variants.set(style, (made = new Map()));
    const key = `${align} ${indent}`;
    let variant = made.get(key);
    if (variant === undefined) made.set(key, (variant = { ...style, align, indent }));
    return variant;
  }

  /** The same paragraph style, flush left, with names on stops so many ems apart; shared. */
  listed(style: ParagraphStyle, nameCell: number): ParagraphStyle {
    let made = this.variants.get(style);
    if (made === undefined) this.variants.set(style, (made = new Map()));
    const key = `listed ${nameCell}`;
    let variant = made.get(key);
    if (variant === undefined) made.set(key, (variant = { ...style, align: 'left', indent: 0, nameCell }));
    return variant;
  }

  /** The same paragraph style with so many blank rows behind it at the least; shared. */
  closing(style: ParagraphStyle, linesAfter: number): ParagraphStyle {
    if (style.linesAfter >= linesAfter) return style;
    let made = this.variants.get(style);
    if (made === undefined) this.variants.set(style, (made = new Map()));
    const key = `closing ${linesAfter}`;
    let variant = made.get(key);
    if (variant === undefined) made.set(key, (variant = { ...style, linesAfter }));
    return variant;
  }

  /** The shared record equal to this one. */
  text(style: TextStyle): TextStyle {
    const key = `${style.role} ${style.latin} ${style.size} ${style.embolden} ${style.rise}`;
    let shared = this.texts.get(key);
    if (shared === undefined) this.texts.set(key, (shared = style));
    return shared;
  }

  private resolve(name: StyleName): ParagraphStyle {
    const { look } = this;
    const body: StyleRecord = look.styles.body ?? {};
    const own: StyleRecord = look.styles[name] ?? {};
    const base = { ...body, ...own };
    return {
      name,
      text: this.text({
        role: base.role ?? 'song',
        latin: base.latin ?? 'body',
        size: base.size ?? look.size,
        embolden: own.embolden ?? 0,
        rise: 0,
      }),
      align: base.align ?? 'justify',
      indent: base.indent ?? 0,
      left: base.left ?? 0,
      right: base.right ?? 0,
      punctuation: own.punctuation ?? (own.title === true ? 'banjiao' : (body.punctuation ?? look.punctuation)),
      kinsoku: look.kinsoku,
      hanLatinGap: base.hanLatinGap ?? look.hanLatinGap,
      indentOpener: look.indentOpener,
      hanging: look.hanging,
      openCommas: look.openCommas,
      ...(look.tighten === undefined ? {} : { tighten: look.tighten }),
      title: own.title ?? LINES_OF_A_HEAD.has(name),
      spread: own.spread ?? false,
      gridLines: own.gridLines ?? 1,
      linesBefore: own.linesBefore ?? 0,
      linesAfter: own.linesAfter ?? 0,
      keepWithNext: own.keepWithNext ?? 0,
      fallback: FIELD_STYLES.has(name) ? 'field' : 'character',
    };
  }
}

/** What stands in the middle under a title ends its lines by meaning as that does, whether or not a look says so. */
const LINES_OF_A_HEAD: ReadonlySet<StyleName> = new Set<StyleName>(['sub', 'over', 'newsOver', 'date', 'abridged']);

/** Names, title lines and fields change face as a whole (issue: "the whole field is set in the next face that has all of it"). */
const FIELD_STYLES: ReadonlySet<StyleName> = new Set<StyleName>([
  'title', 'over', 'sub', 'occasion', 'date', 'speaker', 'label', 'abridged', 'signature',
  'coverSeries', 'coverTitle', 'coverWork', 'coverOccasion', 'coverSpeaker', 'coverFoot',
  'contentsTitle', 'annexTitle', 'masthead', 'headerName', 'headerPage', 'furniture', 'furnitureBold', 'boxTitle', 'boxSub', 'newsTitle', 'newsOver', 'newsSub',
]);
