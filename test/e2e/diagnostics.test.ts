// W63: none of the text goes into the log or the diagnostics bundle. A secret is
// typed, saved under a telling name, and put into every kind of error that the
// program can have; then everything that support would be given is searched for it
// and for the sample's own sentences.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerSaveDialog, blockText, caretAtEnd, expectComplaints, launch, openSample, patient, typeChinese, type Running } from './launch';

const SECRET = '城南旧水厂搬迁另行研究';
const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');

describe('W63: what support is given holds no text', () => {
  let run: Running;
  let user = '';
  let bundle: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    run = await launch();
  });
  afterAll(async () => {
    await run.close();
  });

  it('a secret is typed, saved and thrown in every way, then 帮助 › 诊断包… writes the bundle', async () => {
    user = await patient(() => run.app.evaluate(({ app }) => app.getPath('userData')));
    await openSample(run);
    const before = await blockText(run, 0);
    await caretAtEnd(run, 0);
    await typeChinese(run, 'chengnan', SECRET);
    await expect.poll(() => blockText(run, 0)).toBe(before + SECRET);
    await answerSaveDialog(run, path.join(run.folder, `${SECRET}.banxin`));
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');

    // The window throws it, and leaves a promise that nobody takes.
    await run.page.evaluate((secret) => {
      setTimeout(() => {
        throw new RangeError(`bad text: ${secret}`);
      });
      void Promise.reject(new Error(secret));
      console.error(secret);
    }, SECRET);
    // Main's own fault in a call of the window, and one outside of any.
    await patient(() => run.app.evaluate(({ dialog }, secret) => {
      dialog.showSaveDialog = () => Promise.reject(new TypeError(secret));
      void Promise.reject(new Error(secret));
    }, SECRET));
    await run.page.keyboard.press('F12');
    await run.page.locator('.notice.failed').first().waitFor();
    // A change that main refuses with words of the text in its reason.
    await run.page.evaluate((secret) => {
      const { banxin } = window as unknown as { banxin: { apply(...args: unknown[]): Promise<unknown> } };
      return banxin.apply(1, 1, { label: secret, at: 0, changes: [{ kind: 'steps', article: secret, field: null, steps: [{ stepType: secret }] }] });
    }, SECRET);
    expectComplaints(run, new RegExp(`${SECRET}|^main:\\s+at `));

    const zip = path.join(run.folder, '诊断包.zip');
    await answerSaveDialog(run, zip);
    await run.page.getByRole('menuitem', { name: '帮助', exact: true }).first().click();
    await run.page.getByRole('menuitem', { name: '诊断包…' }).click();
    await run.page.locator('.notice.done', { hasText: '诊断包' }).waitFor();
    bundle = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(readFileSync(zip)))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  });

  it('the bundle says what it contains and contains that', () => {
    expect(Object.keys(bundle).sort()).toEqual(['情况.json', '日志.txt', '说明.txt'].sort());
    for (const name of Object.keys(bundle).filter((one) => one !== '说明.txt')) expect(bundle['说明.txt']).toContain(name);
    const facts = JSON.parse(bundle['情况.json'] ?? '') as Record<string, unknown>;
    expect(Object.keys(facts).sort()).toEqual(['diagnostics', 'document', 'faces', 'processes', 'program', 'screens', 'settings', 'system']);
    const document = facts['document'] as { articles: { kind: string; characters: number }[]; editions: string[]; named: boolean };
    expect(document.articles.length).toBeGreaterThan(3);
    expect(document.articles.every(({ characters }) => characters > 0)).toBe(true);
    expect(document.named).toBe(true);
    expect(facts['screens']).not.toEqual([]);
    expect((facts['faces'] as { role: string; name: string }[]).map(({ role }) => role)).toEqual(expect.arrayContaining(['song', 'biaosong', 'hei', 'kai', 'fangsong', 'times']));
  });

  it('the log has what went wrong, by its class and its place', () => {
    const log = bundle['日志.txt'] ?? '';
    expect(log).toMatch(/ start version=\d/);
    expect(log).toMatch(/ call method=save code=ok ms=\d+/);
    expect(log).toMatch(/ call method=saveAs code=internal ms=\d+/);
    expect(log).toMatch(/ fault main TypeError/);
    expect(log).toMatch(/ fault main Error/);
    expect(log).toMatch(/ window-error name=RangeError /);
    expect(log).toMatch(/ call method=apply code=[a-z-]+ ms=/);
  });

  it('neither the secret, nor a sentence of the text, nor a name of a file or a folder stands in it or in the logs', () => {
    const { pkg } = readPackage(new Uint8Array(readFileSync(SAMPLE)));
    const pieces = pkg.articles.flatMap(({ doc }) => doc.textContent.match(/.{6}/gsu) ?? []);
    expect(pieces.length).toBeGreaterThan(500);
    const logs = readdirSync(path.join(user, 'logs')).map((name) => readFileSync(path.join(user, 'logs', name), 'utf8'));
    expect(logs.join('').length).toBeGreaterThan(100);
    // What it says of itself is ours.
    const given = [bundle['情况.json'] ?? '', bundle['日志.txt'] ?? '', ...logs].join('\n');
    for (const word of [SECRET, SECRET.slice(0, 4), run.folder, user, '.banxin', process.env['USER'] ?? '/root', '云岭']) expect(given).not.toContain(word);
    expect(pieces.filter((piece) => given.includes(piece))).toEqual([]);
    expect([bundle['日志.txt'] ?? '', ...logs].join('')).not.toMatch(/[^\n -~]/);
  });
});
