// Which face sets a character (issue 2 §4, fonts by role): the role's own, else
// the next of the declared order, per character or for a whole field; Latin and
// digits by the style's own choice. Every departure is a LineIssue: nothing is
// substituted in silence. Faces of a paragraph are numbered as they are needed.
import type { TextStyle } from '../flow/flow';
import { FONT_ROLES, type Font, type FontRole } from '../font';
import type { Face, LineIssue } from './line';

/** A font in a style, and its place among the paragraph's faces. */
export interface FontFace {
  readonly font: Font;
  readonly face: number;
}

/** The faces of one text style. */
export interface StyleFaces {
  readonly style: TextStyle;
  /** Glyph size in em of the paragraph's size. */
  readonly scale: number;
  readonly body: FontFace;
  readonly latin: FontFace;
  /** The fonts after `body`, in the order in which they are asked. */
  readonly others: readonly Font[];
}

export type Fonts = ReadonlyMap<FontRole, readonly Font[]>;

const ROLE_NAME: Readonly<Record<FontRole, string>> = {
  song: '宋体', biaosong: '小标宋', hei: '黑体', kai: '楷体', fangsong: '仿宋', times: '西文',
};

/** Orders by fonts and role: a map of fonts is as immutable as its fonts, and every paragraph asks. */
const orders = new WeakMap<Fonts, Map<FontRole, readonly Font[]>>();

/** The role's own order, then the other roles': a character that any face has is never a box. */
export function orderOf(fonts: Fonts, role: FontRole): readonly Font[] {
  let byRole = orders.get(fonts);
  if (byRole === undefined) orders.set(fonts, (byRole = new Map()));
  const known = byRole.get(role);
  if (known !== undefined) return known;
  const order = new Set<Font>(fonts.get(role) ?? []);
  for (const other of FONT_ROLES) {
    if (other !== 'times') for (const font of fonts.get(other) ?? []) order.add(font);
  }
  for (const font of fonts.get('times') ?? []) order.add(font);
  const made = [...order];
  byRole.set(role, made);
  return made;
}

/** Faces and issues of one paragraph while it is shaped. */
export class FaceTable {
  readonly faces: Face[] = [];
  readonly issues: LineIssue[] = [];
  private readonly styles: StyleFaces[] = [];
  private readonly fontFaces: { readonly font: Font; readonly style: TextStyle; readonly own: FontFace }[] = [];

  constructor(
    private readonly fonts: Fonts,
    private readonly size: number,
  ) {}

  /**
   * Faces of a style; `from`, `to` give the place that is named when its role has no face.
   * `prefer` is the face that a whole field moves to, else null.
   * @throws RangeError when there is no font at all.
   */
  ofStyle(style: TextStyle, from: number, to: number, prefer: Font | null): StyleFaces {
    const known = this.styles.find((s) => s.style === style && (prefer === null || s.body.font === prefer));
    if (known !== undefined) return known;
    const order = orderOf(this.fonts, style.role);
    const own = order[0];
    if (own === undefined) throw new RangeError('no font to set text with');
    if ((this.fonts.get(style.role)?.length ?? 0) === 0) {
      this.issue('font-missing', from, to, ROLE_NAME[style.role]);
      this.issue('role-substituted', from, to, `${ROLE_NAME[style.role]} ${own.family}`);
    }
    if (style.embolden > 0) this.issue('embolden-synthetic', from, to, own.family);
    const body = this.ofFont(prefer ?? own, style);
    const made: StyleFaces = {
      style, scale: style.size / this.size, body,
      latin: this.latinOf(style, body, from, to),
      others: order.filter((font) => font !== body.font),
    };
    this.styles.push(made);
    return made;
  }

  /** Faces of one font in a style. */
  ofFont(font: Font, style: TextStyle): FontFace {
    const known = this.fontFaces.find((f) => f.font === font && f.style === style);
    if (known !== undefined) return known.own;
    const own: FontFace = { font, face: this.intern(font, style) };
    this.fontFaces.push({ font, style, own });
    return own;
  }

  /**
   * The next font of a field's order that has all of `codePoints`, the role's own left out; null if none has.
   */
  fieldFont(style: TextStyle, codePoints: readonly number[]): Font | null {
    return orderOf(this.fonts, style.role).slice(1).find((font) => codePoints.every((cp) => font.glyphOf(cp) !== 0)) ?? null;
  }

  /** The role's own font, or the one that stands in for it. */
  ownFont(style: TextStyle): Font | null {
    return orderOf(this.fonts, style.role)[0] ?? null;
  }

  issue(code: LineIssue['code'], from: number, to: number, detail: string): void {
    this.issues.push({ code, from, to, line: null, detail });
  }

  private latinOf(style: TextStyle, body: FontFace, from: number, to: number): FontFace {
    if (style.latin === 'body') return body;
    const role: FontRole = style.latin;
    const font = this.fonts.get(role)?.[0];
    if (font !== undefined) return this.ofFont(font, style);
    this.issue('role-substituted', from, to, `${ROLE_NAME[role]} ${body.font.family}`);
    return body;
  }

  private intern(font: Font, style: TextStyle): number {
    const { size } = style;
    const rise = (style.rise + font.adjust.rise) * size;
    const embolden = style.embolden * size;
    const at = this.faces.findIndex((f) => f.font === font && f.size === size && f.rise === rise && f.embolden === embolden);
    if (at >= 0) return at;
    if (this.faces.length === 256) throw new RangeError('a paragraph has more than 256 faces');
    return this.faces.push({ font, size, rise, embolden }) - 1;
  }
}
