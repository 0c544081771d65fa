// Written PDFs read by other programs: poppler, mupdf, qpdf, and our own
// read-back, which shares nothing with the writer.
import { describe, expect, it } from 'vitest';
import type { DisplayList } from '../../src/core/display/list';
import { readBack } from '../../src/pdf/read-back';
import { writePdf, writePdfTo } from '../../src/pdf/write-pdf';
import { A4, displayList, fontMap, group } from '../display-builder';
import { faceWith, fangsongFace, kaiFace, songFace } from './faces';
import { inflated, mupdfOutline, mupdfPicture, mupdfText, mupdfTrace, popplerFonts, popplerInfo, popplerText, qpdfCheck, qpdfJson } from './tools';

const fonts = [songFace(), fangsongFace(), kaiFace()];
const [song, fangsong, kai] = fonts as [(typeof fonts)[0], (typeof fonts)[0], (typeof fonts)[0]];
const BODY = '各位委员：我受常务委员会委托，向大会报告工作，请予审议。“团结”与“民主”（2024年）GDP增长5.8%。';

/** Two pages in three faces, with all that a page may hold. */
function sample(): DisplayList {
  return displayList(
    fonts,
    [
      {
        label: '',
        items: (page) => [
          group('report', [
            page.line('政协工作报告', { size: 22, y: 100 }),
            page.line(BODY.slice(0, 28), { font: 1, y: 150, gap: 0.21 }),
            page.line(BODY.slice(28), { font: 1, y: 180 }),
            page.line('（一）围绕中心', { font: 2, y: 210, embolden: 0.4 }),
          ], { x: 7, y: 11 }),
          group('社论', [page.line('乘势而上', { y: 400, gray: 0.3 })], { clip: { width: 400, height: 500 } }),
          page.line('— 1 —', { y: 780 }),
          { kind: 'path', ops: 'MLLLZ', coords: [72, 300, 400, 300, 400, 300.5, 72, 300.5], fill: 0, stroke: null },
          { kind: 'link', rect: { x: 72, y: 380, width: 100, height: 20 }, page: 2, y: 100 },
        ],
      },
      { label: '2', size: { width: 400, height: 300.5 }, items: (page) => [group('report', [page.line('再接再厉。🄀与䶮', { y: 100 })])] },
      { label: '3', items: () => [] },
    ],
    {
      title: '政协<常委会>工作报告 & 决议',
      author: '某市政协',
      outline: [
        { level: 1, title: '一、回顾', page: 1, y: 90 },
        { level: 2, title: '（一）甲', page: 1, y: 120 },
        { level: 3, title: '1.子', page: 1, y: 130 },
        { level: 2, title: '（二）乙', page: 1, y: 140 },
        { level: 1, title: '二、展望', page: 2, y: 80 },
        { level: 3, title: '1.跳级', page: 2, y: 90 },
      ],
    },
  );
}

const list = sample();
const bytes = await writePdf(list, fontMap(fonts), { date: '2024-01-08' });

describe('the file is sound', () => {
  it('qpdf finds no fault', () => {
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found');
  });
  it('no object that is referred to is missing, and nothing else is wrong', () => {
    expect(readBack(bytes).problems).toEqual([]);
  });
  it('same input, same bytes', async () => {
    expect(Buffer.compare(bytes, await writePdf(sample(), fontMap([songFace(), fangsongFace(), kaiFace()]), { date: '2024-01-08' }))).toBe(0);
  });
  it('the sink gets the same bytes, and the summary counts them', () => {
    const parts: Uint8Array[] = [];
    const summary = writePdfTo(list, fontMap(fonts), { date: '2024-01-08' }, (part) => parts.push(part.slice()));
    expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0);
    expect(summary).toMatchObject({ pages: 3, bytes: bytes.length });
    expect(summary.fonts.map(({ postscriptName }) => postscriptName)).toEqual(fonts.map((font) => font.postscriptName));
  });
  it('another text gives another identifier', async () => {
    const id = (pdf: Uint8Array): string | undefined => /\/ID \[<(\w{32})>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    const one = (text: string): DisplayList => displayList([song], [{ items: (page) => [group('a', [page.line(text)])] }]);
    const [a, b] = await Promise.all(['甲乙', '甲丙'].map((text) => writePdf(one(text), fontMap([song]), { date: null })));
    expect(id(a as Uint8Array)).toMatch(/^\w{32}$/);
    expect(id(a as Uint8Array)).not.toBe(id(b as Uint8Array));
  });
});

describe('text comes out in content order, whatever reads it', () => {
  const whole = `政协工作报告${BODY}（一）围绕中心乘势而上—1—再接再厉。🄀与䶮`;
  it('poppler', () => expect(popplerText(bytes)).toBe(whole));
  it('mupdf', () => expect(mupdfText(bytes)).toBe(whole));
  it('read back: by article, furniture apart', () => {
    const back = readBack(bytes);
    expect(Object.fromEntries(back.articles)).toEqual({ report: `政协工作报告${BODY}（一）围绕中心再接再厉。🄀与䶮`, 社论: '乘势而上' });
    expect(back.artifacts).toEqual(['— 1 —']);
  });
});

describe('a glyph that stands for two texts, and texts that no glyph has', () => {
  const cases: [string, DisplayList, string][] = [
    ['a radical drawn as the Han character', displayList([song], [{
      items: (page) => {
        const glyph = song.glyphOf(0x4e00);
        return [group('a', [page.line('一二'), page.run([{ glyph, x: 72, at: 0 }, { glyph, x: 88, at: 1 }], '⼀一', { y: 130 })])];
      },
    }]), '一二⼀一'],
    ['.notdef in place of characters that the face lacks', displayList([fangsong], [{
      items: (page) => [group('a', [page.line('甲𪚥乙䶮')])],
    }]), '甲𪚥乙䶮'],
    ['·, ・ and • in one outline (CFF)', displayList([fangsong], [{
      items: (page) => [group('a', [page.line('甲·乙・丙•丁·戊')])],
    }]), '甲·乙・丙•丁·戊'],
    ['one glyph for two characters', displayList([song], [{
      items: (page) => [group('a', [page.run([{ glyph: song.doubleOf(0x2014), x: 72, at: 0 }, { glyph: song.glyphOf(0x7532), x: 104, at: 2 }], '——甲')])],
    }]), '——甲'],
  ];
  it.each(cases)('%s', async (_, twoTexts, expected) => {
    const pdf = await writePdf(twoTexts, fontMap(fonts), { date: null });
    expect(readBack(pdf)).toMatchObject({ articles: new Map([['a', expected]]), problems: [] });
    expect(popplerText(pdf)).toBe(expected);
    expect(mupdfText(pdf)).toBe(expected);
    expect(qpdfCheck(pdf)).toContain('No syntax');
  });
  it('a lone surrogate is read back as it is', async () => {
    const lone = displayList([song], [{ items: (page) => [group('a', [page.line('甲\ud800乙')])] }]);
    const pdf = await writePdf(lone, fontMap(fonts), { date: null });
    expect(readBack(pdf)).toMatchObject({ articles: new Map([['a', '甲\ud800乙']]), problems: [] });
    expect(popplerText(pdf)).toMatch(/^甲.*乙$/);
  });
  it('two glyphs for one character (/ActualText, which this mupdf does not know)', async () => {
    const half = displayList([kai], [{
      items: (page) => [group('a', [page.run([{ glyph: kai.glyphOf(0x31), x: 72, at: 0 }, { glyph: kai.glyphOf(0x32), x: 80, at: 0 }, { glyph: kai.glyphOf(0x7532), x: 90, at: 1 }], '½甲')])],
    }]);
    const pdf = await writePdf(half, fontMap(fonts), { date: null });
    expect(readBack(pdf)).toMatchObject({ articles: new Map([['a', '½甲']]), problems: [] });
    expect(popplerText(pdf)).toBe('½甲');
  });
});

describe('faces are embedded as subsets', () => {
  it('TrueType and CFF alike, with ToUnicode', () => {
    expect(popplerFonts(bytes).map(({ name, type, emb, sub, uni }) => [name.slice(7), type, emb, sub, uni])).toEqual([
      [song.postscriptName, 'CID TrueType', 'yes', 'yes', 'yes'],
      [fangsong.postscriptName, 'CID Type 0C', 'yes', 'yes', 'yes'],
      [kai.postscriptName, 'CID TrueType', 'yes', 'yes', 'yes'],
    ]);
    expect(readBack(bytes).fonts.map(({ outlines }) => outlines)).toEqual(['truetype', 'cff', 'truetype']);
  });
  it('a face that no run uses is left out', async () => {
    const pdf = await writePdf(displayList(fonts, [{ items: (page) => [page.line('甲', { font: 2 })] }]), fontMap(fonts), { date: null });
    expect(popplerFonts(pdf).map(({ name }) => name.slice(7))).toEqual([kai.postscriptName]);
  });
  it('under whatever name it has', async () => {
    const face = faceWith(song, { postscriptName: '方正 小标宋(GBK)#1' });
    const pdf = await writePdf(displayList([face], [{ items: (page) => [group('a', [page.line('甲')])] }]), fontMap([face]), { date: null });
    expect(qpdfCheck(pdf)).toContain('No syntax');
    const back = readBack(pdf);
    expect(back.fonts.map(({ name }) => name.slice(7))).toEqual(['方正 小标宋(GBK)#1']);
    expect([back.articles.get('a'), popplerText(pdf)]).toEqual(['甲', '甲']);
  });
  it.each([
    ['that is not given', new Map(), 'no font'],
    ['whose licence forbids it', new Map([[song.id, faceWith(song, { embeddable: false })]]), 'forbids'],
  ])('a face %s is refused', async (_, given, message) => {
    const one = displayList([song], [{ items: (page) => [page.line('甲')] }]);
    await expect(writePdf(one, given, { date: null })).rejects.toThrow(message);
  });
});

describe('every glyph has the ink of its outline, where it belongs', () => {
  const CELL = 60;
  const COLUMNS = 8;
  const SIZE = 48;
  const DPI = 144;
  const chars = [...'报告工作委员会议龍，。“”（）《》；！—1aWg%鬱一乙'];
  it.each(fonts.map((font): [string, typeof font] => [`${font.postscriptName}, ${font.format}`, font]))('%s', async (_, font) => {
    const drawn = chars.filter((char) => font.glyphOf(char.codePointAt(0) as number) !== 0);
    expect(drawn.length).toBeGreaterThan(25);
    const grid = displayList([font], [{
      items: (page) => drawn.map((char, i) =>
        group('a', [page.line(char, { size: SIZE, x: 0, y: 0 })], { x: 40 + (i % COLUMNS) * CELL, y: 80 + Math.floor(i / COLUMNS) * CELL })),
    }]);
    const picture = mupdfPicture(await writePdf(grid, fontMap([font]), { date: null }), 1, DPI);
    const scale = DPI / 72;
    drawn.forEach((char, i) => {
      const ink = font.inkOf(font.glyphOf(char.codePointAt(0) as number));
      if (ink === null) throw new RangeError(`${char} has no ink`);
      const originX = 40 + (i % COLUMNS) * CELL;
      const originY = 80 + Math.floor(i / COLUMNS) * CELL;
      const em = SIZE / font.unitsPerEm;
      const found = darkBox(picture, (originX - 5) * scale, (originY - SIZE) * scale, CELL * scale, CELL * scale);
      const expected = [originX + ink.xMin * em, originY - ink.yMax * em, originX + ink.xMax * em, originY - ink.yMin * em];
      // Half a pt is one pixel here: a row of gray on either side, and what the kai face's instructions shift.
      found.forEach((value, k) => expect(Math.abs(value / scale - (expected[k] ?? NaN)), `${char} ${k}`).toBeLessThan(1));
    });
  });

  /** Left, top, right, bottom of what is not white in a part of the picture, pixels. */
  function darkBox(picture: ReturnType<typeof mupdfPicture>, left: number, top: number, width: number, height: number): number[] {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (let y = Math.floor(top); y < top + height; y++) {
      for (let x = Math.floor(left); x < left + width; x++) {
        if ((picture.pixels[y * picture.width + x] ?? 255) > 245) continue;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x + 1);
        box[3] = Math.max(box[3], y + 1);
      }
    }
    return box;
  }
});

describe('the sheet is MediaBox, CropBox, BleedBox and TrimBox (N-43)', () => {
  it('page by page', () => {
    const sheets = [A4, { width: 400, height: 300.5 }, A4].map(({ width, height }) => [0, 0, width, height]);
    expect(readBack(bytes).boxes).toEqual(sheets.map((sheet) => ({ media: sheet, crop: sheet, bleed: sheet, trim: sheet })));
  });
  it('as poppler sees it', () => {
    const info = popplerInfo(bytes);
    for (const box of ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox']) expect(info.get(box)).toBe('0.00 0.00 595.28 841.89');
  });
});

describe('what the document has beside its pages', () => {
  it('page labels as printed', async () => {
    const labels = ['', '', '1', '2', '3', '第四版', '9', '10', '01'];
    const pdf = await writePdf(displayList([song], labels.map((label) => ({ label, items: () => [] }))), fontMap([song]), { date: null });
    const pages = qpdfJson(pdf, 'pagelabels') as { index: number; label: Record<string, unknown> }[];
    expect(pages.map(({ index, label }) => [index, label['/S'] ?? label['/P'] ?? null, label['/St'] ?? null])).toEqual([
      [0, null, 1], [1, null, 1], [2, '/D', 1], [5, '第四版', 1], [6, '/D', 9], [8, '01', 1],
    ]);
  });
  it('the outline, nested by level, its first level open', () => {
    const shape = (nodes: { title: string; open: boolean; kids: never[] }[]): unknown[] =>
      nodes.map(({ title, open, kids }) => [title, kids.length > 0 ? open : null, shape(kids)]);
    expect(shape(qpdfJson(bytes, 'outlines') as never[])).toEqual([
      ['一、回顾', true, [['（一）甲', false, [['1.子', null, []]]], ['（二）乙', null, []]]],
      ['二、展望', true, [['1.跳级', null, []]]],
    ]);
    expect(mupdfOutline(bytes)).toMatch(/二、展望"\s+#page=2&/);
  });
  it('the Count of the outline: what is shown', () => {
    const counts = inflated(bytes).match(/\/Count -?\d+/g)?.map((count) => Number(count.slice(7)));
    // 一 shows 2, （一） would show 1, 二 shows 1; the root all five; the pages are three.
    expect(counts?.sort((a, b) => a - b)).toEqual([-1, 1, 2, 3, 5]);
  });
  it('title, author, language, date; the producer; XMP escaped', () => {
    const info = popplerInfo(bytes);
    expect(info.get('Title')).toBe('政协<常委会>工作报告 & 决议');
    expect(info.get('Author')).toBe('某市政协');
    expect(info.get('Producer')).toBe('Banxin');
    expect(info.get('CreationDate')).toBe('2024-01-08T00:00:00Z');
    const text = inflated(bytes);
    expect(text).toContain('/Lang (zh-CN)');
    expect(Buffer.from(text, 'latin1').toString('utf8')).toContain('政协&lt;常委会&gt;工作报告 &amp; 决议');
  });
  it('without a date there is none; a time without a zone is refused', async () => {
    const none = await writePdf(list, fontMap(fonts), { date: null });
    expect(popplerInfo(none).has('CreationDate')).toBe(false);
    expect(inflated(none)).not.toMatch(/CreateDate|\d{4}-\d\d-\d\d/);
    await expect(writePdf(list, fontMap(fonts), { date: '2024-01-08T10:00:00' })).rejects.toThrow(RangeError);
  });
  it('a link leads to its page', () => {
    expect(inflated(bytes)).toMatch(/\/Rect \[\s+72\s+441.89\s+172\s+461.89\s+\]/);
  });
});

it('black alone: whatever mupdf fills or strokes is DeviceGray (N-40)', () => {
  const spaces = new Set(mupdfTrace(bytes).match(/(?<= )colorspace="[^"]*"/g));
  expect([...spaces]).toEqual(['colorspace="DeviceGray"']);
});

it('mupdf finds every glyph at the place that the list gives it', () => {
  const filled = mupdfTrace(bytes).replace(/<stroke_text[\s\S]*?<\/stroke_text>/g, ''); // a thickened run comes twice
  const origins = [...filled.matchAll(/<g unicode="[^"]*" glyph="\d+" x="([^"]*)" y="([^"]*)"/g)].map((g) => [Number(g[1]), Number(g[2])]);
  const expected = list.pages.flatMap((page) => page.items.flatMap((item) => {
    const [x, y, items] = item.kind === 'group' ? [item.x, item.y, item.items] : [0, 0, [item]];
    return items.flatMap((run) => (run.kind !== 'glyphs' ? [] : Array.from(page.x.slice(run.first, run.end), (at) => [x + at, page.size.height - y - run.y])));
  }));
  expect(origins).toHaveLength(expected.length);
  origins.forEach((place, i) => place.forEach((value, k) => expect(Math.abs(value - (expected[i]?.[k] ?? NaN))).toBeLessThan(0.01)));
});
