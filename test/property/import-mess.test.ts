// The project's own clean articles made into messy pages by seed, the truth
// beside: mixed order, cut paragraphs, hard-wrapped lines, furniture, half-width
// brackets, a headline in mid comment, a report broken by another story. The
// bars are those of the issue "Any text in"; a false certain join is never allowed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outlineOf, recognise, restoreText } from '../../src/core/import';

const NAMES = ['report', 'proposals', 'editorial', 'brief', 'opening-story', 'closing-story', 'resolution'] as const;
type Name = (typeof NAMES)[number];
const KINDS: Readonly<Record<Name, string>> = { report: 'report', proposals: 'report', editorial: 'editorial', brief: 'news', 'opening-story': 'news', 'closing-story': 'news', resolution: 'resolution' };
const CLEAN = Object.fromEntries(NAMES.map((name) => [name, readFileSync(new URL(`../../resources/samples/clean/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line.trim() !== '')])) as Record<Name, string[]>;
const FURNITURE = ['云岭日报 2026年1月13日 星期二 第二版 要闻', '首页 > 新闻中心 > 要闻', '【字体：大 中 小】 打印 关闭', '责任编辑：许知南 校对：马千里', '上一篇 下一篇', '来源：云岭日报 发布时间：2026-01-13', '— 2 —', '分享到：微信 微博', '图为大会会场。本报记者 何晓棠 摄', '版权所有 未经授权不得转载'];
const STOPS = /[。！？：；”’）》…—]$/;

/** mulberry32: numbers of 0 to 1 by seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Mess {
  readonly text: string;
  readonly owner: ReadonlyMap<number, Name>;
  /** Cuts: lines before and after, and whether the marks show it. */
  readonly cuts: ReadonlyMap<string, boolean>;
  readonly headings: readonly string[];
  readonly noise: ReadonlySet<number>;
  readonly names: readonly Name[];
}

interface Item {
  readonly name: Name;
  readonly text: string;
}

function order(names: readonly Name[], r: () => number): Item[] {
  const parts = names.map((name) => CLEAN[name].map((text) => ({ name, text })));
  for (const part of parts) if (part[0]?.name === 'editorial' && r() < 0.4) part.splice(3 + Math.floor(r() * 4), 0, ...part.splice(1, 2));
  const report = parts.findIndex((part) => part[0]?.name === 'report');
  const other = (report + 1) % parts.length;
  if (report < 0 || other === report || r() > 0.4 || names[other] === 'proposals') return parts.flat();
  const lines = parts[report] ?? [];
  const places = lines.map((line, i) => (/^（[二三四五]）/.test(line.text) ? i : 0)).filter((i) => i > 0);
  const at = places[Math.floor(r() * places.length)] ?? 0;
  return [...parts.filter((_, i) => i !== report && i !== other).flat(), ...lines.slice(0, at), ...(parts[other] ?? []), ...lines.slice(at)];
}

function mess(seed: number): Mess {
  const r = random(seed);
  const names = NAMES.map((name) => [r(), name] as const).sort((a, b) => a[0] - b[0]).slice(0, 1 + Math.floor(r() * 4)).map(([, name]) => name);
  const wrap = r() < 0.3 ? 24 + Math.floor(r() * 16) : 0;
  const [blanks, cuts, halves, furniture, indents] = [Math.floor(r() * 3), r() < 0.7 ? 0.4 : 0, r() < 0.6, r() < 0.7 ? 0.12 : 0, wrap > 0 || r() < 0.3];
  const lines: string[] = [];
  const truth = { owner: new Map<number, Name>(), cuts: new Map<string, boolean>(), headings: [] as string[], noise: new Set<number>() };
  const put = (line: string): number => lines.push(line);
  const putNoise = (): void => { truth.noise.add(put(FURNITURE[Math.floor(r() * FURNITURE.length)] ?? '')); };
  for (const { name, text } of order(names, r)) {
    const long = text.length > 60;
    if (long && r() < furniture) putNoise();
    const set = indents && (long || /[。！]$/.test(text) || /^[一二三]、/.test(text)) ? `　　${text}` : text;
    const at = 40 + Math.floor(r() * (text.length - 80));
    const pieces = wrap > 0 && long ? (set.match(new RegExp(`.{1,${wrap}}`, 'gsu')) ?? []) : text.length > 150 && r() < cuts ? [set.slice(0, at), set.slice(at)] : [set];
    let before = 0;
    pieces.forEach((piece, i) => {
      if (i > 0 && wrap === 0 && r() < 0.15) putNoise();
      const line = put(halves ? piece.replaceAll('（', '(').replaceAll('）', ')') : piece);
      truth.owner.set(line, name);
      const heading = i > 0 ? null : /^(?:([一二三])、|（([一二三四五])）)([^。]*)/.exec(text);
      if (heading !== null) truth.headings.push(`${line} ${heading[1] === undefined ? 2 : 1} ${heading[3]}`);
      if (i > 0) truth.cuts.set(`${before}|${line}`, !STOPS.test(pieces[i - 1] ?? ''));
      before = line;
    });
    if (blanks === 1 || (blanks === 2 && r() < 0.5)) put('');
  }
  return { text: lines.join('\n'), names, ...truth };
}

describe('hundreds of messy pages of known truth', () => {
  const score = { joined: 0, missed: 0, falseJoins: [] as string[], headings: 0, wrongHeadings: [] as string[], lines: 0, astray: 0, kinds: [] as string[], noise: 0, wrongNoise: [] as string[], broken: 0 };
  for (let seed = 1; seed <= 200; seed += 1) {
    const page = mess(seed);
    const recognition = recognise(page.text);
    const { articles } = outlineOf(recognition);
    if (restoreText(recognition) !== page.text) score.broken += 1;
    const certain = new Set(recognition.joins.filter((join) => join.certain).map((join) => `${join.beforeLine}|${join.afterLine}`));
    for (const join of certain) if (!page.cuts.has(join)) score.falseJoins.push(`seed ${seed}: ${join}`);
    for (const [cut, shown] of page.cuts) if (shown) score[certain.has(cut) ? 'joined' : 'missed'] += 1;
    const found = articles.flatMap((article) => article.headings).filter(({ level }) => level < 5).map(({ line, level, text }) => `${line} ${level} ${text}`);
    score.headings += page.headings.length;
    for (const heading of new Set([...found, ...page.headings])) if (!(found.includes(heading) && page.headings.includes(heading))) score.wrongHeadings.push(`seed ${seed}: ${heading}`);
    for (const name of page.names) {
      const own = [...page.owner].filter(([, owner]) => owner === name).map(([line]) => line);
      const best = articles.map((article) => ({ article, shared: own.filter((line) => article.lines?.includes(line)).length })).sort((a, b) => b.shared - a.shared)[0];
      score.lines += own.length;
      score.astray += own.length - (best?.shared ?? 0);
      if (best?.article.kind !== KINDS[name]) score.kinds.push(`seed ${seed}: ${name} is ${best?.article.kind}`);
    }
    score.noise += page.noise.size;
    for (const line of new Set([...page.noise, ...recognition.noise.map((noise) => noise.line)])) if (!(page.noise.has(line) && recognition.noise.some((noise) => noise.line === line))) score.wrongNoise.push(`seed ${seed}: line ${line} ${page.text.split('\n')[line - 1] ?? ''}`);
  }

  it('no certain join is false, and 95 of 100 cuts that marks show are joined', () => {
    expect(score.falseJoins).toEqual([]);
    expect(score.joined / (score.joined + score.missed)).toBeGreaterThanOrEqual(0.95);
  });
  it('headings: level, number and text, at most 2 of 100 wrong or missing', () => {
    expect(score.wrongHeadings.length / score.headings, score.wrongHeadings.slice(0, 5).join('; ')).toBeLessThanOrEqual(0.02);
  });
  it('articles: lines in theirs, kinds right, 9 of 10 and better', () => {
    expect(score.astray / score.lines).toBeLessThanOrEqual(0.02);
    expect(score.kinds.length, score.kinds.slice(0, 5).join('; ')).toBeLessThanOrEqual(20);
  });
  it('furniture is noise, and no text is', () => {
    expect(score.wrongNoise).toEqual([]);
    expect(score.noise).toBeGreaterThan(100);
  });
  it('every page is rebuilt exactly', () => { expect(score.broken).toBe(0); });
});
