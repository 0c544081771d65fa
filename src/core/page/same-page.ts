// Whether two composed pages print the same: the same set paragraphs (by
// identity) at the same places, the same rules. Cover, contents and newspaper
// pages are composed anew each time; what did not change keeps its old object,
// so that nothing is drawn or sent again.
import type { FilledFrame, Fragment, Frame, Page, PlacedPicture, Rule, RuledBand, UprightLine } from './frame';

/** True where nothing on paper differs. */
export function samePage(a: Page, b: Page): boolean {
  if (a === b) return true;
  return (
    a.label === b.label && a.size.width === b.size.width && a.size.height === b.size.height &&
    every(a.frames, b.frames, sameFilled) && every(a.rules, b.rules, sameRule) && every(a.pictures ?? [], b.pictures ?? [], samePicture)
  );
}

function every<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => same(one, b[i]!)));
}

function sameFilled(a: FilledFrame, b: FilledFrame): boolean {
  return a.article === b.article && (a.gray ?? 0) === (b.gray ?? 0) && a.red === b.red && sameFrame(a.frame, b.frame) && every(a.fragments, b.fragments, sameFragment) && every(a.upright ?? [], b.upright ?? [], sameUpright);
}

function sameFrame(a: Frame, b: Frame): boolean {
  return (
    a.what === b.what && a.x === b.x && a.y === b.y && a.width === b.width && a.rows === b.rows &&
    a.grid.pitch === b.grid.pitch && a.grid.firstBaseline === b.grid.firstBaseline && a.grid.em === b.grid.em
  );
}

function sameFragment(a: Fragment, b: Fragment): boolean {
  return a.block.ref === b.block.ref && a.set === b.set && a.first === b.first && a.end === b.end && a.row === b.row && a.pace === b.pace && a.x === b.x && every(a.ruled ?? [], b.ruled ?? [], sameBand);
}

function sameUpright(a: UprightLine, b: UprightLine): boolean {
  return a.block.ref === b.block.ref && a.line.set === b.line.set && a.line.cells[0]?.at[0] === b.line.cells[0]?.at[0] && a.x === b.x && a.y === b.y;
}

function sameBand(a: RuledBand, b: RuledBand): boolean {
  return a.row === b.row && a.rows === b.rows && a.stroke === b.stroke && a.closes === b.closes && every(a.edges, b.edges, (one, other) => one === other);
}

function samePicture(a: PlacedPicture, b: PlacedPicture): boolean {
  return a.asset === b.asset && a.shape === b.shape && a.red === b.red && a.over === b.over && a.rect.x === b.rect.x && a.rect.y === b.rect.y && a.rect.width === b.rect.width && a.rect.height === b.rect.height;
}

function sameRule(a: Rule, b: Rule): boolean {
  return (
    a.kind === b.kind && a.what === b.what && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height &&
    a.stroke === b.stroke && a.fill === b.fill && a.pattern === b.pattern && a.red === b.red
  );
}
