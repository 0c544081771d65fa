// 稿次 and 两稿对比 under the hands of a user, in one program: a stage frozen with a note,
// compared with the text of now on the pages, beside each other and by its changes, a 理由
// written and undone, 花脸稿, Word 修订稿 and 修改说明 written and read back, another file
// compared, a version restored and undone, one deleted after a question.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFromJson, articleToJson, type ArticleJson } from '../../src/core/model/package-json';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import type { Package } from '../../src/core/model/package';
import { answerOpenDialog, answerSaveDialog, launch, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-compare-'));
const FILE = path.join(folder, '云岭报告.banxin');
const OTHER = path.join(folder, '旧稿.banxin');

/** The sample as it was a stage ago: other figures, one paragraph more, one less. */
function older(pkg: Package): Package['articles'] {
  return pkg.articles.map((article) => {
    const json = articleToJson(article);
    if (article.kind !== 'report') return article;
    const doc = JSON.parse(JSON.stringify(json.doc).replaceAll(/(\d)件/g, '$17件')) as { content: unknown[] };
    doc.content.splice(6, 1);
    doc.content.splice(9, 0, { type: 'paragraph', content: [{ type: 'text', text: '远程协商取得突破，开通市县乡三级远程协商系统。' }] });
    return articleFromJson({ ...json, doc } as ArticleJson);
  });
}

let run: Running;
beforeAll(async () => {
  const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/yunling.banxin')));
  const articles = older(pkg);
  writeFileSync(FILE, writePackage({ ...pkg, stage: '征求意见稿', versions: [{ id: 'v1', name: '工作稿第3稿', date: '2025-12-18T08:20:00.000Z', note: '主席会议前', meeting: pkg.meeting, articles }] }, null));
  writeFileSync(OTHER, writePackage({ ...pkg, articles, versions: [], stage: null, name: '旧稿' }, null));
  run = await launch({ files: [FILE] });
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '两稿对比' });
const cards = (): Locator => view().getByRole('list', { name: '修改说明' }).getByRole('listitem');
const where = async (): Promise<string> => view().locator('aside .where').innerText();
const saved = async (): Promise<Package> => {
  await run.page.keyboard.press('Control+s');
  await expect.poll(() => run.page.locator('.menu .title').innerText(), { timeout: 20_000 }).toMatch(/已保存$/);
  return readPackage(readFileSync(FILE)).pkg;
};

const clean = (): Promise<void> => expectAxeClean(run);
/** Presses the button, answers the file dialog, waits until the file is written. */
async function write(button: string, name: string): Promise<string> {
  const target = path.join(folder, name);
  await answerSaveDialog(run, target);
  await view().getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => run.page.locator('.notices, [role="status"]').allInnerTexts().then((all) => all.join(' ')), { timeout: 30_000 }).toContain(`已导出 ${name}`);
  return target;
}

describe('两稿对比', () => {
  it('shows the 花脸稿 of the last stage and now, walks its changes, keeps a 理由', { timeout: 90_000 }, async () => {
    await run.page.locator('.ProseMirror').first().waitFor();
    await run.page.keyboard.press('Control+Alt+d');
    await view().waitFor();
    await view().getByRole('region', { name: '花脸稿' }).locator('canvas[data-key]').first().waitFor({ timeout: 40_000 });
    const count = await cards().count();
    expect(count).toBeGreaterThan(3);
    expect(await where()).toBe(`第 1 处 / 共 ${count} 处`);
    await run.page.keyboard.press('Alt+ArrowDown');
    expect(await where()).toBe(`第 2 处 / 共 ${count} 处`);
    await run.page.keyboard.press('Alt+ArrowUp');
    await run.page.keyboard.press('Alt+ArrowUp');
    expect(await where()).toBe(`第 ${count} 处 / 共 ${count} 处`);
    // F6 walks the parts: head, sections, pages, 修改说明, foot.
    await view().getByRole('combobox', { name: '原来的稿' }).focus();
    const stops: (string | null)[] = [];
    for (let i = 0; i < 5; i++) {
      await run.page.keyboard.press('F6');
      stops.push(await run.page.evaluate(() => document.activeElement?.closest('nav, aside, footer, header, [role="region"]')?.tagName.toLowerCase() ?? null));
    }
    expect(stops).toEqual(['nav', 'div', 'aside', 'footer', 'header']);
    const gone = cards().filter({ hasText: '删去“远程协商取得突破，' }).or(cards().filter({ hasText: '远程协商取得突破' })).first();
    expect(await gone.innerText()).toContain('删去');
    await gone.getByRole('textbox', { name: '理由：' }).fill('主席会议意见');
    await run.page.keyboard.press('Tab');
    await clean();
    await shoot(run, 'compare-pages');
    await view().getByRole('button', { name: '左右对照' }).click();
    await view().getByRole('region', { name: '两份文字' }).locator('del').first().waitFor();
    await clean();
    await shoot(run, 'compare-columns');
    await view().getByRole('button', { name: '只看改动' }).click();
    expect(await view().getByRole('region', { name: '只看改动' }).locator('del').allInnerTexts()).toContainEqual('远程协商取得突破，开通市县乡三级远程协商系统。');
    await clean();
    await shoot(run, 'compare-changes');
    await view().getByRole('button', { name: '花脸稿', exact: true }).click();
  });

  it('writes 花脸稿, Word 修订稿 and 修改说明', { timeout: 120_000 }, async () => {
    const pdf = await write('导出花脸稿 PDF', '花脸稿.pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text).toContain('花脸稿');
    expect(text).toMatch(/工作稿第3稿\s*→\s*征求意见稿/);
    expect(text.replace(/\s+/g, '')).toContain('开通市县乡三级远程协商系统');
    const word = strFromU8(unzipSync(readFileSync(await write('Word 修订稿', '修订稿.docx')))['word/document.xml']!);
    expect(word).toMatch(/<w:del [^>]*w:author="工作稿第3稿 → 征求意见稿" w:date="[^"]+">.{0,400}远程协商取得突破/);
    expect(word).toContain('<w:ins ');
    const explained = readFileSync(await write('修改说明 文本', '修改说明.txt'), 'utf8');
    expect(explained).toContain('远程协商取得突破');
    expect(explained).toContain('理由：主席会议意见。');
  });

  it('compares another file, and a 理由 is one step of undo', { timeout: 60_000 }, async () => {
    await answerOpenDialog(run, OTHER);
    await view().getByRole('combobox', { name: '原来的稿' }).selectOption('file');
    await expect.poll(() => view().locator('nav .cap').first().innerText()).toBe('与“旧稿”相比');
    // A comparison that takes its time is told, given up, and begun again.
    await run.page.evaluate(() => {
      const Own = window.Worker;
      window.Worker = class extends Own {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          if (!String(url).includes('compare-worker')) return;
          // This one never hears what it is asked.
          this.postMessage = () => undefined;
          window.Worker = Own;
        }
      };
    });
    await view().getByRole('button', { name: '对调' }).click();
    await view().getByRole('progressbar', { name: '对比进度' }).waitFor();
    await clean();
    await view().getByRole('button', { name: '不再对比' }).click();
    await view().getByRole('button', { name: '重新对比' }).click();
    await expect.poll(() => view().locator('nav .cap').first().innerText()).toBe('与“征求意见稿”相比');
    await view().getByRole('button', { name: '对调' }).click();
    await expect.poll(() => view().locator('nav .cap').first().innerText()).toBe('与“旧稿”相比');
    // What is being written when the view is left is kept.
    await cards().first().getByRole('textbox').fill('提案委核对');
    await run.page.keyboard.press('Escape');
    await view().waitFor({ state: 'detached' });
    expect(new Set(Object.values((await saved()).reasons ?? {}))).toEqual(new Set(['主席会议意见', '提案委核对']));
    await run.page.keyboard.press('Control+z');
    expect(Object.values((await saved()).reasons ?? {})).toEqual(['主席会议意见']);
    await run.page.keyboard.press('Control+z');
    expect((await saved()).reasons).toBeUndefined();
  });
});

describe('稿次', () => {
  const stage = (): Locator => run.page.getByRole('dialog', { name: '稿次' });

  it('is frozen with a note, restored as a step of undo, and deleted after a question', { timeout: 60_000 }, async () => {
    await run.page.keyboard.press('Control+Alt+v');
    await stage().getByRole('checkbox').check();
    await stage().getByRole('textbox', { name: '附注' }).fill('送各委室');
    await stage().getByRole('button', { name: '定稿次' }).click();
    expect((await saved()).versions.map(({ name, note }) => [name, note])).toEqual([['工作稿第3稿', '主席会议前'], ['征求意见稿', '送各委室']]);
    await run.page.keyboard.press('Control+Alt+v');
    await clean();
    await shoot(run, 'stage');
    await stage().getByRole('button', { name: '恢复到“工作稿第3稿”' }).click();
    // What was taken back is a new version at once, which says where it came from.
    const frozen = stage().getByRole('listitem');
    await expect.poll(() => frozen.first().innerText()).toMatch(/^恢复自工作稿第3稿[\s\S]*原稿定于2025年12月18日[\s\S]*今天/);
    expect(await frozen.count()).toBe(3);
    await clean();
    await shoot(run, 'stage-restored');
    await run.page.keyboard.press('Escape');
    const restored = await saved();
    expect(restored.versions.at(-1)?.articles).toEqual(restored.articles);
    const text = (pkg: Package): string => pkg.articles.map(({ doc }) => doc.textContent).join('');
    expect(text(restored)).toContain('远程协商取得突破');
    expect((await run.page.locator('.ProseMirror').allTextContents()).join('')).toContain('远程协商取得突破');
    await run.page.keyboard.press('Control+z');
    expect(text(await saved())).not.toContain('远程协商取得突破');
    await run.page.keyboard.press('Control+Alt+v');
    await stage().getByRole('button', { name: '删除“工作稿第3稿”' }).click();
    await stage().getByRole('button', { name: '删除', exact: true }).click();
    await run.page.keyboard.press('Escape');
    expect((await saved()).versions.map(({ name }) => name)).toEqual(['征求意见稿']);
  });
});

describe('a package without a booklet', () => {
  it('is compared in the standard one, which is not kept; a section that moved is said to have; what is open is asked about', { timeout: 60_000 }, async () => {
    const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/yunling.banxin')));
    const bare = path.join(folder, '没有版式.banxin');
    const moved = pkg.articles.map((article) => {
      if (article.id !== 'report') return article;
      const { doc } = article;
      const heads = doc.children.flatMap((block, index) => ((block.attrs['head'] as { level: number } | null | undefined)?.level === 2 ? [index] : []));
      const [first, from, to] = [heads[0]!, heads[3]!, heads[4]!];
      const { children } = doc;
      const hole = children[1]!.type.schema.nodes['paragraph']!.create(null, children[1]!.type.schema.nodes['placeholder']!.create({ type: 'figure' }));
      return { ...article, doc: doc.type.create(null, [...children.slice(0, first), ...children.slice(from, to), ...children.slice(first, from), ...children.slice(to), hole]) };
    });
    writeFileSync(bare, writePackage({ ...pkg, stage: '征求意见稿', editions: [], articles: moved, versions: [{ id: 'v1', name: '工作稿第1稿', date: '2025-12-18', meeting: pkg.meeting, articles: pkg.articles }] }, null));
    await answerOpenDialog(run, bare);
    await run.page.keyboard.press('Control+o');
    await expect.poll(() => run.page.locator('.menu .title').innerText()).toContain('没有版式');
    await run.page.keyboard.press('Control+Alt+d');
    await view().getByRole('region', { name: '花脸稿' }).locator('canvas[data-key]').first().waitFor({ timeout: 40_000 });
    await expect.poll(() => view().locator('nav').innerText()).toMatch(/移动\s*1 节/);
    expect(await cards().filter({ hasText: '一节移自' }).first().innerText()).toMatch(/移来[\s\S]*一节移自“聚焦/);
    await shoot(run, 'compare-moved');
    for (const [button, name] of [['导出花脸稿 PDF', '问.pdf'], ['Word 修订稿', '问.docx']] as const) {
      await answerSaveDialog(run, path.join(folder, name));
      await view().getByRole('button', { name: button, exact: true }).click();
      await view().getByText(/没有导出：.*还有待填/).waitFor();
      await view().getByRole('button', { name: '仍然导出' }).click();
      await expect.poll(() => view().getByRole('log', { name: '通知' }).innerText(), { timeout: 30_000 }).toContain(`已导出 ${name}`);
    }
    await run.page.keyboard.press('Escape');
    await view().waitFor({ state: 'detached' });
    expect(await run.page.locator('.menu .title').innerText()).toContain('已保存');
  });
});
