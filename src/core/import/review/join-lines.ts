// Two pieces made one paragraph, or parted again: the answers to "is it one
// paragraph?". The later piece comes with all that is joined to it, from wherever
// it stands; a heading's number becomes a part of the words where its block goes
// on another.
import type { Piece, RecognisedArticle, RecognisedBlock } from '../recognition';
import { labelOf, sliceBlock } from './parts';

function headLines({ label, fields }: RecognisedArticle): ReadonlySet<number> {
  return new Set([...(label === null ? [] : [label.piece.line]), ...Object.values(fields).flatMap((field) => field?.pieces.map(({ line }) => line) ?? [])]);
}

interface Found {
  readonly article: number;
  readonly block: number;
  readonly piece: number;
}

/** The block that holds a line's text. */
function find(articles: readonly RecognisedArticle[], line: number): Found | null {
  for (let article = 0; article < articles.length; article += 1) {
    const { blocks } = articles[article] as RecognisedArticle;
    for (let block = 0; block < blocks.length; block += 1) {
      const piece = (blocks[block] as RecognisedBlock).pieces.findLastIndex((one) => one.line === line);
      if (piece >= 0) return { article, block, piece };
    }
  }
  return null;
}

const blockAt = (articles: readonly RecognisedArticle[], at: Found): RecognisedBlock => articles[at.article]?.blocks[at.block] as RecognisedBlock;

/** A block without its heading, the number among its words again. */
function withoutHead(block: RecognisedBlock): RecognisedBlock {
  const label = labelOf(block);
  const [first, ...rest] = block.pieces as readonly [Piece, ...Piece[]];
  const shift = label.length;
  return {
    ...block, kind: 'paragraph', text: label + block.text, head: null, themes: block.themes.map(([a, b]) => [a + shift, b + shift]),
    pieces: [{ ...first, from: first.from - shift }, ...rest],
  };
}

function joined(before: RecognisedBlock, after: RecognisedBlock): RecognisedBlock {
  const rest = withoutHead(after);
  const shift = before.text.length;
  return {
    ...before, text: before.text + rest.text, pieces: [...before.pieces, ...rest.pieces],
    themes: [...before.themes, ...rest.themes.map(([a, b]) => [a + shift, b + shift] as const)],
  };
}

/** Articles with the piece that begins at `after` behind the piece that ends with `before`; a string says why not (Chinese). */
export function joinLines(articles: readonly RecognisedArticle[], before: number, after: number): readonly RecognisedArticle[] | string {
  const a = find(articles, before);
  const b = find(articles, after);
  if (a === null || b === null || before === after) return '要合并的两行不都是正文。';
  if (blockAt(articles, a).kind === 'table' || blockAt(articles, b).kind === 'table') return '表格的行不能并进段落；先把它定为正文。';
  if (a.article === b.article && a.block === b.block && b.piece === a.piece + 1) return '这两行已经是一段。';
  // The later part leaves its place first, then the earlier one takes it in.
  const tail = sliceBlock(blockAt(articles, b), b.piece, blockAt(articles, b).pieces.length);
  // A line stays whole: with a field in its head (各位代表：现在，我…) it cannot go to another article.
  const parted = a.article === b.article ? undefined : tail.pieces.find(({ line }) => headLines(articles[b.article] as RecognisedArticle).has(line));
  if (parted !== undefined) return `第${parted.line}行的开头另有用处，不能并到别的稿件；先把这一行定为正文。`;
  const left = replaceBlock(articles, b, b.piece === 0 ? [] : [sliceBlock(blockAt(articles, b), 0, b.piece)]);
  const to = find(left, before);
  // `before` stood behind `after` in the same paragraph and came along.
  if (to === null) return '这两行已在同一段里，次序相反；先把它们分开。';
  const host = blockAt(left, to);
  const kept = sliceBlock(host, 0, to.piece + 1);
  const behind = to.piece + 1 < host.pieces.length ? [sliceBlock(host, to.piece + 1, host.pieces.length)] : [];
  return replaceBlock(left, to, [joined(kept, tail), ...behind]);
}

/** Articles with a paragraph that begins at `after`, where it is joined to `before`; the same articles where it is not. */
export function partLines(articles: readonly RecognisedArticle[], before: number, after: number): readonly RecognisedArticle[] {
  const b = find(articles, after);
  if (b === null || b.piece === 0) return articles;
  const block = blockAt(articles, b);
  if (block.kind === 'table' || block.pieces[b.piece - 1]?.line !== before) return articles;
  return replaceBlock(articles, b, [sliceBlock(block, 0, b.piece), sliceBlock(block, b.piece, block.pieces.length)]);
}

function replaceBlock(articles: readonly RecognisedArticle[], at: Found, by: readonly RecognisedBlock[]): readonly RecognisedArticle[] {
  return articles.map((article, i) => (i === at.article ? { ...article, blocks: [...article.blocks.slice(0, at.block), ...by, ...article.blocks.slice(at.block + 1)] } : article));
}
