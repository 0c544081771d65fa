// Where two settings of one page differ, so that a key paints a line or a column anew
// and not the whole of a newspaper page. Looks at what is drawn, not at what it is
// for: a run or path is the same when it would leave the same ink at the same place.
import type { DisplayPage, GlyphRun, Item, PathItem } from '../../core/display/list';
import { assertNever } from '../../core/assert-never';
import type { Rect } from '../../core/geometry';

/** Ink of a run beyond its first and last origin, and above and below its baseline, em: the largest glyphs with room to spare. */
const BESIDE = 1.5;
const ABOVE = 1.3;
const BELOW = 0.6;

/** A thing that leaves ink. */
export interface Mark {
  readonly item: GlyphRun | PathItem;
  /** Left and top of its group, pt. */
  readonly dx: number;
  readonly dy: number;
  /** All of its ink, pt from the sheet's left and top. */
  readonly box: Rect;
  /** Marks of other keys leave other ink. A run's names where it begins and how long it is: its glyphs are compared one by one. */
  readonly key: string;
  /** Page of a run, which has its glyphs and their places; null: a path, all of which is in its key. */
  readonly page: DisplayPage | null;
}

// Found once a page: the next setting is compared with this one.
const known = new WeakMap<DisplayPage, readonly Mark[] | null>();

/** What leaves ink on a page; null where something does that is not looked at here (a picture, a clip). */
export function marksOf(page: DisplayPage): readonly Mark[] | null {
  let marks = known.get(page);
  if (marks === undefined) known.set(page, (marks = collect(page)));
  return marks;
}

function collect(page: DisplayPage): readonly Mark[] | null {
  const out: Mark[] = [];
  const walk = (items: readonly Item[], dx: number, dy: number): boolean => items.every((item) => {
    switch (item.kind) {
      case 'group': return item.clip === null && walk(item.items, dx + item.x, dy + item.y);
      case 'glyphs': return out.push(ofRun(page, item, dx, dy)) > 0;
      case 'path': return out.push(ofPath(page, item, dx, dy)) > 0;
      case 'link': return true;
      default: return false;
    }
  });
  return walk(page.items, 0, 0) ? out : null;
}

function ofRun(page: DisplayPage, item: GlyphRun, dx: number, dy: number): Mark {
  const { first, end, size } = item;
  const key = `g ${item.font} ${size} ${item.embolden} ${item.gray}${item.red === true ? 'r' : ''} ${dx} ${dy + item.y} ${end - first} ${page.x[first]}`;
  return { item, dx, dy, box: boxOf(page, item, dx, dy), key, page };
}

function ofPath(page: DisplayPage, item: PathItem, dx: number, dy: number): Mark {
  return { item, dx, dy, box: boxOf(page, item, dx, dy), key: `p ${item.ops} ${item.coords.join()} ${item.fill} ${item.stroke?.width} ${item.stroke?.gray}${item.red === true ? 'r' : ''} ${dx} ${dy}`, page: null };
}

/** All ink of an item whose group stands at `dx`, `dy`: pt from the sheet's left and top, with room to spare. */
export function boxOf(page: DisplayPage, item: Item, dx: number, dy: number): Rect {
  switch (item.kind) {
    case 'glyphs': {
      const { first, end, size, y } = item;
      let left = Infinity;
      let right = -Infinity;
      for (let i = first; i < end; i++) {
        const x = page.x[i] ?? 0;
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
      return { x: dx + left - BESIDE * size, y: dy + y - ABOVE * size, width: right - left + 2 * BESIDE * size, height: (ABOVE + BELOW) * size };
    }
    case 'path': {
      const xs = item.coords.filter((_, i) => i % 2 === 0);
      const ys = item.coords.filter((_, i) => i % 2 === 1);
      const pad = 1 + (item.stroke?.width ?? 0);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return { x: dx + left - pad, y: dy + top - pad, width: Math.max(...xs) - left + 2 * pad, height: Math.max(...ys) - top + 2 * pad };
    }
    case 'group': {
      if (item.clip !== null) return { x: dx + item.x - 1, y: dy + item.y - 1, width: item.clip.width + 2, height: item.clip.height + 2 };
      return union(item.items.map((inner) => boxOf(page, inner, dx + item.x, dy + item.y)));
    }
    case 'image':
    case 'link':
      return { x: dx + item.rect.x - 1, y: dy + item.rect.y - 1, width: item.rect.width + 2, height: item.rect.height + 2 };
    default:
      return assertNever(item);
  }
}

/** Whether two marks of one key leave the same ink. */
function isSame(a: Mark, b: Mark): boolean {
  if (a.item.kind !== 'glyphs' || b.item.kind !== 'glyphs' || a.page === null || b.page === null) return true;
  const [from, to] = [a.item.first, b.item.first];
  for (let i = a.item.end - from - 1; i >= 0; i--) {
    if (a.page.glyph[from + i] !== b.page.glyph[to + i] || a.page.x[from + i] !== b.page.x[to + i]) return false;
  }
  return true;
}

/** Rectangles (pt) outside of which both pages have the same ink; empty: none differs; null: to be painted whole. */
export function changedAreas(before: DisplayPage, after: DisplayPage): readonly Rect[] | null {
  if (before === after) return [];
  if (before.size.width !== after.size.width || before.size.height !== after.size.height) return null;
  const [old, now] = [marksOf(before), marksOf(after)];
  if (old === null || now === null) return null;
  const left = new Map<string, Mark[]>();
  for (const mark of old) {
    const alike = left.get(mark.key);
    if (alike === undefined) left.set(mark.key, [mark]);
    else alike.push(mark);
  }
  const areas: Rect[] = [];
  for (const mark of now) {
    const alike = left.get(mark.key) ?? [];
    const at = alike.findIndex((one) => isSame(one, mark));
    if (at < 0) areas.push(mark.box);
    else alike.splice(at, 1);
  }
  for (const alike of left.values()) for (const { box } of alike) areas.push(box);
  return areas;
}

function union(areas: readonly Rect[]): Rect {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  return { x, y, width: Math.max(...areas.map((area) => area.x + area.width)) - x, height: Math.max(...areas.map((area) => area.y + area.height)) - y };
}

export function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
