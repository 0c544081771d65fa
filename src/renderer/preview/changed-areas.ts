// Where two settings of one page differ, so that a key paints a line or a column anew
// and not the whole of a newspaper page. Looks at what is drawn, not at what it is
// for: a run or path is the same when it would leave the same ink at the same place.
import type { DisplayPage, GlyphRun, Item, PathItem } from '../../core/display/list';
import type { Rect } from '../../core/geometry';

/** Ink of a run beyond its first and last origin, and above and below its baseline, em: the largest glyphs with room to spare. */
const BESIDE = 1.5;
const ABOVE = 1.3;
const BELOW = 0.6;
/** More parts than this are painted as one. */
const MOST_AREAS = 64;

/** A thing that leaves ink. */
export interface Mark {
  readonly item: GlyphRun | PathItem;
  /** Left and top of its group, pt. */
  readonly dx: number;
  readonly dy: number;
  /** All of its ink, pt from the sheet's left and top. */
  readonly box: Rect;
  readonly key: string;
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
      case 'path': return out.push(ofPath(item, dx, dy)) > 0;
      case 'link': return true;
      default: return false;
    }
  });
  return walk(page.items, 0, 0) ? out : null;
}

function ofRun(page: DisplayPage, item: GlyphRun, dx: number, dy: number): Mark {
  const { first, end, size } = item;
  let key = `g ${item.font} ${size} ${item.embolden} ${item.gray}${item.red === true ? 'r' : ''} ${dx} ${dy + item.y}`;
  let left = Infinity;
  let right = -Infinity;
  for (let i = first; i < end; i++) {
    const x = page.x[i] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    key += ` ${page.glyph[i]} ${x}`;
  }
  const box = { x: dx + left - BESIDE * size, y: dy + item.y - ABOVE * size, width: right - left + 2 * BESIDE * size, height: (ABOVE + BELOW) * size };
  return { item, dx, dy, box, key };
}

function ofPath(item: PathItem, dx: number, dy: number): Mark {
  const xs = item.coords.filter((_, i) => i % 2 === 0);
  const ys = item.coords.filter((_, i) => i % 2 === 1);
  const pad = 1 + (item.stroke?.width ?? 0);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { x: dx + left - pad, y: dy + top - pad, width: Math.max(...xs) - left + 2 * pad, height: Math.max(...ys) - top + 2 * pad };
  return { item, dx, dy, box, key: `p ${item.ops} ${item.coords.join()} ${item.fill} ${item.stroke?.width} ${item.stroke?.gray}${item.red === true ? 'r' : ''} ${dx} ${dy}` };
}

/** Rectangles (pt) outside of which both pages have the same ink; empty: none differs; null: to be painted whole. */
export function changedAreas(before: DisplayPage, after: DisplayPage): readonly Rect[] | null {
  if (before === after) return [];
  if (before.size.width !== after.size.width || before.size.height !== after.size.height) return null;
  const [old, now] = [marksOf(before), marksOf(after)];
  if (old === null || now === null) return null;
  const left = new Map<string, number>();
  for (const { key } of old) left.set(key, (left.get(key) ?? 0) + 1);
  const areas: Rect[] = [];
  for (const { key, box } of now) {
    const count = left.get(key) ?? 0;
    if (count === 0) areas.push(box);
    else left.set(key, count - 1);
  }
  for (const { key, box } of old) {
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    areas.push(box);
    left.set(key, count - 1);
  }
  return areas.length > MOST_AREAS ? [union(areas)] : areas;
}

function union(areas: readonly Rect[]): Rect {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  return { x, y, width: Math.max(...areas.map((area) => area.x + area.width)) - x, height: Math.max(...areas.map((area) => area.y + area.height)) - y };
}

export function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
