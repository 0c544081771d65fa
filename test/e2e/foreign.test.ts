// W61: files that did not come from us are read by a process of their own, within
// limits. Each ends in a clear message, the window answers meanwhile, and what was
// open stays open. What the archive itself may hold is tried in core; time and
// memory in limited-process.test.ts.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpenDialog, launch, openSample, patient, type Running } from './launch';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-foreign-'));

function fileOf(name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const sample = unzipSync(new Uint8Array(readFileSync(SAMPLE)));

/** The sample with one entry put in another's place. */
function withEntry(name: string, bytes: Uint8Array): Uint8Array {
  return zipSync({ ...sample, [name]: bytes });
}

/** The sample with an entry whose directory says that it inflates to so many bytes: the directory is measured before a byte is. */
function claiming(size: number): Uint8Array {
  const name = 'assets/a';
  const zip = zipSync({ ...sample, [name]: new Uint8Array(1000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++) {
    const isDirectory = view.getUint32(at, true) === 0x02014b50;
    if (isDirectory && Buffer.from(zip.subarray(at + 46, at + 46 + name.length)).toString() === name) {
      view.setUint32(at + 24, size, true);
      return zip;
    }
  }
  throw new RangeError('no such entry');
}

describe('W61: foreign files', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    await openSample(run);
  });
  afterAll(async () => {
    await run.close();
  });

  it.each<[string, () => Uint8Array | string, RegExp]>([
    ['no zip at all', () => '这不是压缩包', /打不开“.+”：这不是文稿包，或文件没有写完/],
    ['a zip of something else', () => zipSync({ 'a.txt': strToU8('x') }), /不是文稿包（没有 banxin\.json）/],
    ['one that swells to a gigabyte', () => claiming(600 << 20), /展开后超过 512 兆字节，不能打开/],
    ['one that swells two hundredfold', () => claiming(200 << 20), /压缩比异常，不能打开/],
    ['ten thousand entries', () => zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`assets/${i}`, new Uint8Array(1)]))), /里的文件太多（10001 个），不能打开/],
    ['JSON nested a million deep', () => withEntry('meeting.json', strToU8('['.repeat(1e6) + ']'.repeat(1e6))), /meeting\.json 读不出来（嵌套太深）/],
    ['a truncated file', () => new Uint8Array(readFileSync(SAMPLE)).subarray(0, 5000), /没有写完/],
  ])('%s: a clear message, and the open text stays', async (name, content, message) => {
    await answerOpenDialog(run, fileOf(`${name}.banxin`, content()));
    await run.page.keyboard.press('Control+o');
    const notice = run.page.locator('.notice.failed');
    await notice.waitFor({ timeout: 20_000 });
    expect(await notice.locator('span').first().textContent()).toMatch(message);
    await notice.getByRole('button', { name: '知道了' }).click();
    expect(await run.page.locator('.text > *').count()).toBeGreaterThan(5);
  });

  it.skipIf(process.platform === 'win32')('one that never ends is read elsewhere: the window answers, says what it does, and can stop it', async () => {
    const pipe = path.join(folder, '等不到头.banxin');
    execFileSync('mkfifo', [pipe]);
    await answerOpenDialog(run, pipe);
    await run.page.keyboard.press('Control+o');
    const status = run.page.locator('.status .rest');
    await status.getByText('正在打开“等不到头.banxin”…').waitFor();
    const readers = () => patient(() => run.app.evaluate(({ app }) => app.getAppMetrics().filter(({ name }) => name === 'banxin-reader').length));
    expect(await readers()).toBe(1);
    // Main answers meanwhile.
    const began = performance.now();
    expect(await run.page.evaluate(() => (window as unknown as { banxin: { start(): Promise<{ ok: boolean }> } }).banxin.start().then(({ ok }) => ok))).toBe(true);
    expect(performance.now() - began).toBeLessThan(1000);
    await status.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => status.textContent()).not.toContain('正在打开');
    await expect.poll(readers).toBe(0);
    expect(await run.page.locator('.notice.failed').count()).toBe(0);
    expect(await run.page.locator('.text > *').count()).toBeGreaterThan(5);
  });

  it('main takes no foreign file apart: packages, texts and faces go through a reader', () => {
    const main = readFileSync(path.resolve(import.meta.dirname, '../../src/main/open-file.ts'), 'utf8');
    expect(main).toMatch(/readPackageBytes\(await reading\.package\(file\)/);
    expect(main).toMatch(/await reading\.text\(file, revisions\)/);
    expect(main).not.toMatch(/importText|importDocx|openInput/);
    const list = readFileSync(path.resolve(import.meta.dirname, '../../src/main/face-list.ts'), 'utf8');
    expect(list).not.toMatch(/node\/fonts|facesFor/);
  });
});
