// What dresses a newspaper page, by hand in one program on the project's own sample: a
// headline downwards, 花线, a screen, 套红; a picture in colour that is turned gray and
// stands among its article's columns. The PDF is made and read back.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBack } from '../../src/pdf/read-back';
import { answerOpenDialog, launch, openSample, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

/** A photograph's stand-in: a slope of colours, PNG with 8 bits a channel. */
function colourPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set([(255 * x) / width, (255 * y) / height, 120], y * (width * 3 + 1) + 1 + x * 3);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

let run: Running;
beforeAll(async () => {
  run = await launch();
  // The program's own dialog of files is held back from here on: asked for beside the key that opens it, on a busy machine it comes before that is so.
  run.page.on('filechooser', () => undefined);
  await openSample(run);
  await run.page.getByRole('tab', { name: '报纸' }).click();
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '排版台' });
const board = (): Locator => view().getByRole('listbox');
const chosen = (): Locator => board().locator('[aria-selected="true"]');
const key = (...keys: readonly string[]): Promise<void> => keys.reduce((before, one) => before.then(() => run.page.keyboard.press(one)), Promise.resolve());

describe('报纸信息', () => {
  it('the form is filled by keyboard alone and shows the 报头 as it prints meanwhile: each line says how it is written, or what is wrong with it; artwork in red, 期号 counted, 报尾; one undo takes all back', async () => {
    const art = path.join(run.folder, 'name.svg');
    writeFileSync(art, '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="90" height="90" x="5" y="5" fill="#a00"/><circle cx="150" cy="50" r="45"/><path d="M210 5h80v90h-80z M305 5h90l-45 90z"/></svg>');
    await key('Control+Alt+g');
    const dialog = run.page.getByRole('dialog', { name: /^报纸信息/ });
    await dialog.waitFor();
    const sketches = async (): Promise<number> => Number(await dialog.locator('canvas').getAttribute('data-sketched'));
    await expect.poll(sketches, { timeout: 20_000 }).toBeGreaterThan(0);
    const label = (): Promise<string> => run.page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement;
      return at.labels?.[0]?.textContent ?? `${at.closest('[role="group"]')?.getAttribute('aria-label') ?? ''}${at.textContent}`;
    });
    const to = async (name: string): Promise<void> => {
      for (let steps = 0; steps < 40 && (await label()) !== name; steps++) await key('Tab');
      expect(await label()).toBe(name);
    };
    const put = async (name: string, value: string): Promise<void> => {
      await to(name);
      await key('Control+a');
      await run.page.keyboard.insertText(value);
    };
    expect(await label()).toBe('报名');
    await to('报头图样选图…');
    const chooser = run.page.waitForEvent('filechooser');
    await key('Enter');
    await (await chooser).setFiles(art);
    await dialog.getByText('彩色变成了黑白').waitFor();
    await to('报头颜色');
    await key('ArrowDown');
    await to('期号推算');
    // What stands in a line hides its example: it is told below while it is written.
    await expect.poll(() => dialog.locator('.rest').innerText()).toMatch(/^写法：2026-01-13 9876 每天/);
    await put('期号推算', '２０２６-01-05　10260　每天');
    await dialog.getByText(/^这一期是第 \d+ 期$/).waitFor();
    await put('期号', '第10000期');
    await dialog.getByText(/^会印作“第10000期”，推算的是第 \d+ 期：印推算的写成 第\{n\}期/).waitFor();
    await shoot(run, 'paper-form-number');
    await put('期号', '第{n}期');
    await dialog.getByText(/^这一期是第 \d+ 期$/).waitFor();
    await put('报尾', '社址：云岭市人民路1号　邮编：000000　定价：每份1元　印刷：云岭日报印刷厂');
    // Every line that cannot be read says so at its place and what to write, and the sketch goes on with the others.
    const right = await Promise.all(['出报日期', '责编等', '起始版次', '转版写作', '接排写作', '版次写作'].map(async (name) => [name, await dialog.getByLabel(name).inputValue()] as const));
    const wrong = [['出报日期', '2026-02-30', '没有这一天，请核对月和日'], ['责编等', '张三', '“张三”看不出职务和姓名：职务和姓名之间空一格'], ['起始版次', '零', '版次是 1 到 999 的整数'], ['转版写作', '下转后面', '要有一处 {n}，印出时换成版次'], ['接排写作', '上接{n}{n}', '要有一处 {n}，印出时换成版次'], ['版次写作', '版', '要有一处 {n}，印出时换成版次']] as const;
    for (const [name, value] of wrong) await put(name, value);
    await key('Enter');
    await expect.poll(() => dialog.getByRole('alert').allInnerTexts()).toEqual(wrong.map(([, , words]) => words));
    await expect.poll(() => dialog.locator('.rest').innerText()).toBe(`有 6 项还要改：${wrong.map(([name]) => name).join('、')}；图样里这几项先按原来的。`);
    expect(await label()).toBe('出报日期');
    const drawn = await sketches();
    await put('主办单位', '中共云岭市委主管主办');
    await expect.poll(sketches).toBeGreaterThan(drawn);
    await expectAxeClean(run);
    await shoot(run, 'paper-form-wrong');
    for (const [name, value] of right) await put(name, value);
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
    const before = await sketches();
    await expect.poll(sketches).toBeGreaterThanOrEqual(before);
    await run.page.waitForTimeout(900);
    await shoot(run, 'paper-form');
    await key('Enter');
    await dialog.waitFor({ state: 'detached' });
    await run.page.waitForTimeout(800);
    await shoot(run, 'paper-art');
    await key('Control+z');
    await run.page.waitForTimeout(300);
    await key('Control+Alt+g');
    await dialog.waitFor();
    expect([await dialog.getByLabel('报头颜色').inputValue(), await dialog.getByLabel('报尾', { exact: true }).inputValue(), await dialog.getByRole('button', { name: '不用图' }).count()]).toEqual(['黑', '', 0]);
    await key('Escape');
    await dialog.waitFor({ state: 'detached' });
    await key('Control+y');
    await run.page.waitForTimeout(400);
  });
});

describe('装饰', () => {
  it('a headline is turned by V and back by undo; a rule, a screen and 套红 are put on, each one undo', async () => {
    await key('Alt+4');
    await view().waitFor();
    await expect.poll(() => view().locator('.makeup-proposals > li').count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
    await key('Alt+1');
    await board().focus();
    await key('Tab');
    await expect.poll(() => chosen().count()).toBe(1);
    while (!((await chosen().getAttribute('aria-label')) ?? '').includes('举行常委')) await key('Tab');
    const upright = async (): Promise<boolean> => (await view().getByRole('button', { name: '竖题' }).getAttribute('aria-pressed')) === 'true';
    await key('v');
    await expect.poll(upright).toBe(true);
    await view().getByLabel('上边的线').selectOption({ label: '波纹线' });
    await view().getByLabel('底纹').selectOption({ label: '10%' });
    await board().focus();
    await key('r');
    await expect.poll(() => view().getByRole('checkbox', { name: '标题套红' }).isChecked()).toBe(true);
    await expectAxeClean(run);
    await run.page.waitForTimeout(500);
    await shoot(run, 'dressed');
    await key('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await expect.poll(upright).toBe(false);
    await expect.poll(() => view().getByLabel('上边的线').inputValue()).toBe('');
    await key('Control+y', 'Control+y', 'Control+y', 'Control+y');
    await expect.poll(() => view().getByRole('checkbox', { name: '标题套红' }).isChecked()).toBe(true);
    await key('Escape', 'Escape');
    await view().waitFor({ state: 'detached' });
  });

  it('a picture in colour is turned gray, stands with its article, and goes to the paper', async () => {
    const file = path.join(run.folder, 'photo.png');
    writeFileSync(file, colourPng(1200, 800));
    await run.page.waitForTimeout(400);
    await key('Control+Alt+Shift+I');
    const dialog = run.page.getByRole('dialog', { name: /^配图/ });
    await dialog.waitFor();
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('彩色转成了灰度。1200 × 800 像素').waitFor();
    await dialog.getByLabel('位置').selectOption('右下，文章末尾');
    await dialog.getByLabel('图说').fill('会议现场。');
    // Another one below it, with a caption of its own; a file that is no picture takes nothing away.
    const broken = path.join(run.folder, 'broken.png');
    writeFileSync(broken, 'no picture');
    await dialog.locator('input[type=file]').last().setInputFiles(broken);
    await dialog.getByText('“broken.png”读不出来').waitFor();
    const second = path.join(run.folder, 'second.png');
    writeFileSync(second, colourPng(900, 700));
    await dialog.locator('input[type=file]').last().setInputFiles(second);
    await dialog.getByLabel('图说 2').fill('委员在讨论。');
    expect(await dialog.getByLabel('图说 1').inputValue()).toBe('会议现场。');
    await expectAxeClean(run);
    await shoot(run, 'picture-dialog');
    await dialog.getByRole('button', { name: '完成' }).click();
    await dialog.waitFor({ state: 'detached' });
    await key('Alt+4');
    await view().waitFor();
    // Its article is longer now: the pages are made up anew.
    await key('Control+Enter');
    await view().getByText('正在拼几个方案…').waitFor({ state: 'detached', timeout: 30_000 });
    await key('Alt+1');
    await run.page.waitForTimeout(1500);
    await key('Tab');
    await key('PageDown');
    await shoot(run, 'picture');
    const parent = mkdtempSync(path.join(run.folder, 'paper-'));
    await answerOpenDialog(run, parent);
    await key('Control+Shift+Enter');
    await expect.poll(() => view().locator('footer [role="status"]').innerText(), { timeout: 60_000 }).toContain('已写好文件夹');
    const [folder] = readdirSync(parent);
    const made = readdirSync(path.join(parent, folder ?? '')).find((name) => /^第.*版.*\.pdf$/.test(name)) ?? readdirSync(path.join(parent, folder ?? '')).find((name) => name.endsWith('.pdf'))!;
    const pdf = readFileSync(path.join(parent, folder ?? '', made));
    // The paper's name in artwork, red in the 报头 and black in the 报眉 of the pages behind it, and both pictures.
    expect(pdf.toString('latin1').split('/Subtype /Image').length - 1).toBe(4);
    expect(readBack(pdf).problems).toEqual([]);
  });
});
