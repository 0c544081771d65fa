// numbering.xml → the number that stands before each paragraph, counted as Word
// counts it (ECMA-376 17.9): one count a level for all lists of one abstract
// numbering, a lower level restarts when a higher one goes on (lvlRestart), an
// override of a start counts once when its list begins, a level's text joins the
// counts of the levels above, isLgl writes them all in digits. Styles may name a
// list (numPr in a style) and a list may name a style's list (numStyleLink).
import { formatNumber, legalFormat } from './number-format';
import type { NumberingUse } from './style-sheet';
import { childOf, childrenOf, isOn, valueOf, type XmlElement } from './xml-tree';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly legal: boolean;
  /** 1-based level whose going on restarts this one; 0: never; null: any higher. */
  readonly restart: number | null;
  /** Paragraph style that stands for this level. */
  readonly style: string | undefined;
}

interface Abstract {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** The number of a paragraph. */
export interface ListNumber {
  /** As Word shows it, without what parts it from the text: 一、 （二） 1.2 ; a bullet's sign for a bullet. */
  readonly text: string;
  readonly level: number;
  readonly format: string;
  readonly bullet: boolean;
}

/** Levels of a list in the standard. */
const LEVELS = 9;

export class Numbering {
  private readonly abstracts = new Map<string, Abstract>();
  private readonly lists = new Map<string, List>();
  /** Counts by abstract numbering, one a level; undefined: not begun. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();
  private readonly ofStyle = new Map<string, NumberingUse | null>();

  constructor(numbering: XmlElement | undefined) {
    for (const element of childrenOf(numbering, 'w:abstractNum')) {
      const id = element.attributes.get('w:abstractNumId') ?? '';
      this.abstracts.set(id, { id, levels: levelsOf(element), styleLink: valueOf(element, 'w:styleLink'), numStyleLink: valueOf(element, 'w:numStyleLink') });
    }
    for (const element of childrenOf(numbering, 'w:num')) {
      const starts = new Map<number, number>();
      const levels = new Map<number, Level>();
      for (const override of childrenOf(element, 'w:lvlOverride')) {
        const at = Number(override.attributes.get('w:ilvl') ?? 0);
        const start = Number(valueOf(override, 'w:startOverride') ?? Number.NaN);
        if (Number.isInteger(start)) starts.set(at, start);
        const level = childOf(override, 'w:lvl');
        if (level !== undefined) levels.set(at, levelOf(level));
      }
      this.lists.set(element.attributes.get('w:numId') ?? '', { abstract: valueOf(element, 'w:abstractNumId') ?? '', starts, levels });
    }
  }

  /** The number of the next paragraph, which uses the list so and has style `style`; null where it has none (list 0, an unknown list). */
  next(use: NumberingUse, style: string): ListNumber | null {
    const list = this.lists.get(use.numId);
    if (use.numId === '0' || list === undefined) return null;
    const abstract = this.abstractOf(list);
    if (abstract === undefined) return null;
    const levelAt = (at: number): Level | undefined => list.levels.get(at) ?? abstract.levels.get(at);
    const at = use.level ?? this.levelOfStyle(abstract, list, style) ?? 0;
    const level = levelAt(at);
    if (level === undefined || at < 0 || at >= LEVELS) return null;
    const counts = this.counts.get(abstract.id) ?? [];
    this.counts.set(abstract.id, counts);
    // An override of the start counts when its list is met for the first time.
    const first = !this.begun.has(`${use.numId}/${at}`);
    this.begun.add(`${use.numId}/${at}`);
    const override = first ? list.starts.get(at) : undefined;
    counts[at] = override ?? (counts[at] === undefined ? level.start : counts[at] + 1);
    for (let deeper = at + 1; deeper < LEVELS; deeper += 1) {
      const restart = levelAt(deeper)?.restart ?? null;
      if (restart === 0 || (restart !== null && at >= restart)) continue;
      counts[deeper] = undefined;
    }
    const shown = (k: number): string => {
      const other = levelAt(k);
      if (other === undefined) return '';
      // A level above that never had a paragraph shows its start.
      const n = counts[k] ?? list.starts.get(k) ?? other.start;
      return formatNumber(n, level.legal ? legalFormat(other.format) : other.format);
    };
    for (let above = 0; above < at; above += 1) counts[above] ??= list.starts.get(above) ?? levelAt(above)?.start ?? 1;
    if (level.format === 'bullet') return { text: level.text, level: at, format: level.format, bullet: true };
    return { text: level.text.replace(/%([1-9])/g, (_, k: string) => shown(Number(k) - 1)), level: at, format: level.format, bullet: false };
  }

  /** The list that a paragraph style stands for in some abstract numbering, where the style itself names none. */
  listOfStyle(style: string): NumberingUse | null {
    const known = this.ofStyle.get(style);
    if (known !== undefined) return known;
    const found = this.findStyle(style);
    this.ofStyle.set(style, found);
    return found;
  }

  private findStyle(style: string): NumberingUse | null {
    for (const [numId, list] of this.lists) {
      const abstract = this.abstractOf(list);
      const level = abstract === undefined ? null : this.levelOfStyle(abstract, list, style);
      if (level !== null) return { numId, level };
    }
    return null;
  }

  private levelOfStyle(abstract: Abstract, list: List, style: string): number | null {
    for (const levels of [list.levels, abstract.levels]) for (const [at, level] of levels) if (style !== '' && level.style === style) return at;
    return null;
  }

  private abstractOf(list: List): Abstract | undefined {
    const own = this.abstracts.get(list.abstract);
    if (own?.numStyleLink === undefined || own.levels.size > 0) return own;
    return [...this.abstracts.values()].find(({ styleLink }) => styleLink === own.numStyleLink) ?? own;
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(element, 'w:lvl')) levels.set(Number(level.attributes.get('w:ilvl') ?? 0), levelOf(level));
  return levels;
}

function levelOf(element: XmlElement): Level {
  const restart = Number(valueOf(element, 'w:lvlRestart') ?? Number.NaN);
  const start = Number(valueOf(element, 'w:start') ?? 0);
  return {
    start: Number.isInteger(start) ? start : 0,
    format: formatOf(element),
    text: valueOf(element, 'w:lvlText') ?? '',
    legal: isOn(element, 'w:isLgl') ?? false,
    restart: Number.isInteger(restart) ? restart : null,
    style: valueOf(element, 'w:pStyle'),
  };
}

/** Newer Word wraps formats that old ones do not know: `mc:AlternateContent` with a custom format and its stand-in. */
function formatOf(element: XmlElement): string {
  const own = childOf(element, 'w:numFmt');
  if (own !== undefined) return own.attributes.get('w:val') ?? 'decimal';
  for (const branch of childOf(element, 'mc:AlternateContent')?.children ?? []) {
    if (typeof branch === 'string') continue;
    const format = childOf(branch, 'w:numFmt')?.attributes.get('w:val');
    if (format !== undefined && format !== 'custom') return format;
  }
  return 'decimal';
}
