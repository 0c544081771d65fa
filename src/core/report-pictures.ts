// What is to be said of the pictures of a newspaper edition: that one has no place, too
// few dots for its size on newsprint (N-41), or cannot be printed as it is. In: the
// composed pages; out: findings with the picture's article.
import type { Diagnostic } from './diagnostic';
import { grayPictureFault, pictureDots } from './gray-picture';
import { nameOfArticle } from './model/article-name';
import { AS_WIDE_AS_TEXT, type Edition, type Package, type PictureFile, picturesOf } from './model/package';
import type { Rect } from './geometry';
import { quoted } from './model/quote';
import type { Page } from './page/frame';

/** Dots an inch that newsprint needs, and below which dots are seen (N-41). */
const ENOUGH = 200;
const POOR = 120;

export function pictureDiagnostics(pages: readonly Page[], { articles, paper, master }: Pick<Edition, 'articles' | 'paper' | 'master'>, pkg: Package, nameOf: (page: number) => string): Diagnostic[] {
  const onPage = master.kind === 'paper' ? master.columns : 1;
  const placed = pages.flatMap((page, i) => (page.pictures ?? []).map((picture) => ({ ...picture, page: i + 1 })));
  const out: Diagnostic[] = [];
  for (const id of new Set(placed.map(({ asset }) => asset))) {
    const at = placed.find(({ asset }) => asset === id)!;
    const bytes = pkg.assets.get(id);
    const named = articles.flatMap((article) => (pkg.pictures?.[article] === undefined ? [] : picturesOf(pkg.pictures[article]).map((picture) => ({ article, picture })))).find(({ picture }) => picture.asset === id);
    const art = ARTS.find(({ key }) => paper?.[key]?.asset === id);
    const wrong = bytes === undefined ? '不在文稿包里了' : (grayPictureFault(bytes) ?? sizeFault(bytes, named?.picture ?? (art === undefined ? undefined : paper?.[art.key])) ?? (at.red === true && bytes[24] !== 1 ? '不是黑白两色的线条图，不能套红' : null));
    const what = named !== undefined ? `${fileWords(named.picture)}（${quoted(nameOfArticle(pkg, named.article))}的配图）` : art !== undefined ? `${art.name}图` : '图片';
    const where = named !== undefined ? '在“配图”里' : art !== undefined ? '在“报纸信息”里' : '';
    if (wrong !== null) {
      out.push({ severity: 'error', code: 'picture-unfit', message: `${nameOf(at.page)}的${what}${wrong}，印不出来`, at: { page: at.page, rect: at.rect }, suggestion: wrong.startsWith('文件') ? `找一个看得全的原图，${where}重新选图` : `${where}重新选图` });
    } else if (art !== undefined) out.push(...lineArtDiagnostics(pictureDots(bytes!), at, `${nameOf(at.page)}的${what}`));
  }
  for (const article of articles) {
    const picture = pkg.pictures?.[article];
    if (picture === undefined) continue;
    const title = nameOfArticle(pkg, article);
    const all = picturesOf(picture);
    for (const [i, one] of all.entries()) {
      const which = all.length === 1 ? '配图' : `第${i + 1}张配图`;
      const own = placed.find(({ asset }) => asset === one.asset);
      if (own === undefined) {
        out.push({
          severity: 'warning', code: 'picture-unplaced', message: `${quoted(title)}的${which}没有地方：这一块太矮，放不下`, suggestion: '把这一块拉高，或在“配图”里改窄',
          at: { article, block: null, field: 'deck.main', from: 0, to: 0, line: null, excerpt: title },
        });
        continue;
      }
      const narrow = narrowerThan(picture.columns, own, pages[own.page - 1]!, article, onPage);
      if (narrow !== null) {
        out.push({
          severity: 'warning', code: 'picture-unplaced', at: { page: own.page, rect: own.rect },
          message: `${quoted(title)}的${which}定的是${picture.columns! >= AS_WIDE_AS_TEXT ? '与正文同宽' : `${COUNTED[picture.columns!] ?? picture.columns}栏`}，只印了${COUNTED[narrow.printed] ?? narrow.printed}栏：${narrow.why}`, suggestion: narrow.mend,
        });
      }
      // What is cut off at the sides prints no dots.
      const width = Math.max(own.rect.width, own.rect.height * own.shape);
      const dpi = Math.round((one.width / width) * 72);
      if (dpi >= ENOUGH) continue;
      const most = Math.floor((one.width / ENOUGH) * 25.4);
      out.push({
        severity: 'warning', code: 'picture-coarse', at: { page: own.page, rect: own.rect },
        message: `${quoted(title)}的${which}只有 ${dpi} dpi，${dpi < POOR ? '印出来看得见颗粒' : '报纸要 200 dpi'}`, suggestion: `印得窄些（${most} 毫米以内），或换一张大些的图`,
      });
    }
  }
  return out;
}

/** Artwork of the paper's profile. */
const ARTS = [{ key: 'nameArt', name: '报名' }, { key: 'labelArt', name: '社论标签' }, { key: 'flower', name: '题花' }] as const;

/** Dots an inch that line art of 1 bit wants, and below which its edges are steps (line art has no grays to soften them; prepress practice). */
const LINE_ART = 600;
const POOR_LINE_ART = 300;

/** The record of a picture is not of its file: it would print stretched, and its dots be counted wrong. */
function sizeFault(bytes: Uint8Array, said: { readonly width: number; readonly height: number } | undefined): string | null {
  const dots = pictureDots(bytes);
  return said === undefined || dots === null || (dots.width === said.width && dots.height === said.height) ? null : `与文稿包里记的大小不符（记的是 ${said.width} × ${said.height} 像素，图是 ${dots.width} × ${dots.height}）`;
}

/** 报名, 社论 label and 题花 are line art: of grays a screen is made, whose dots fray the edges of letters; few dots show as steps. */
function lineArtDiagnostics(dots: ReturnType<typeof pictureDots>, { page, rect }: { readonly page: number; readonly rect: Rect }, what: string): Diagnostic[] {
  if (dots === null) return [];
  const said = (message: string, suggestion: string): Diagnostic => ({ severity: 'warning', code: 'picture-coarse', message, at: { page, rect }, suggestion });
  const dpi = Math.round((dots.width / rect.width) * 72);
  const most = Math.ceil((rect.width / 72) * LINE_ART);
  return [
    ...(dots.bits === 1 ? [] : [said(`${what}不是黑白两色的线条图，灰的地方要加网，笔画边上会发毛`, '在“报纸信息”里重新选图：用 SVG，或选的时候由程序转成黑白')]),
    ...(dpi >= POOR_LINE_ART ? [] : [said(`${what}印 ${Math.round((rect.width / 72) * 25.4)} 毫米宽，只有 ${dpi} dpi，笔画边上看得见锯齿`, `换 SVG，或宽 ${most} 像素以上的图（线条图要 ${LINE_ART} dpi）`)]),
  ];
}

const COUNTED = ['', '一', '两', '三', '四', '五', '六'];

/**
 * Columns of text that a picture is printed over where they are fewer than it was set to, and what is in the way: the block has no
 * so many, or not beside each other, or is too low for a picture so wide. Null where it is as wide as it was set to, or as nobody set it.
 */
function narrowerThan(asked: number | null, { rect, shape }: { readonly rect: Rect; readonly shape: number }, { frames }: Page, article: string, onPage: number): { readonly printed: number; readonly why: string; readonly mend: string } | null {
  if (asked === null) return null;
  const own = frames.filter((filled) => filled.article === article && filled.frame.what === 'body').map(({ frame }) => frame);
  const near = own.toSorted((a, b) => Math.abs(a.x - rect.x) - Math.abs(b.x - rect.x))[0];
  if (near === undefined) return null;
  const columns = new Set(own.map(({ x }) => Math.round(x))).size;
  const printed = Math.round(rect.width / near.width);
  const wanted = asked >= AS_WIDE_AS_TEXT ? columns : Math.min(asked, onPage);
  if (printed >= wanted) return null;
  const { pitch } = near.grid;
  const rows = Math.ceil((rect.width / printed) * wanted / shape / pitch) + 1;
  // Columns that begin on one line stand beside each other; a block of two areas has them on two lines.
  const most = Math.max(...own.map(({ y }) => own.filter((other) => Math.abs(other.y - y) < pitch / 2).length), printed);
  const high = Math.max(...own.map(({ rows: each }) => each));
  return most < wanted && high >= rows
    ? { printed, why: `这一块并排的只有${COUNTED[most] ?? most}栏`, mend: '把这一块改成并排的栏（Shift+←、→改栏数），或在“配图”里改窄' }
    : { printed, why: `那样宽的图连说明要 ${rows} 行高，这一块没有这么高`, mend: '把这一块拉高，或在“配图”里改窄' };
}

/** The file that a picture was taken from, else its caption. */
function fileWords({ file, caption }: PictureFile): string {
  return file !== undefined ? `图片“${file}”` : caption !== '' ? `图片${quoted(caption)}` : '图片';
}
