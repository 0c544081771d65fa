import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePackage } from '../../test/sample-package';
import { writePackage } from '../core/model/package-file';
import { encodeGb18030 } from './encode-gb18030';
import { openInput, savePackage, textId } from './package-store';

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-store-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
};

describe('any input opens as a package', () => {
  it('a package, whatever its file is called', async () => {
    for (const name of ['a.banxin', 'a.zip']) expect((await openInput(put(name, writePackage(samplePackage, null)))).pkg).toEqual(samplePackage);
  });
  it('a raw text, named after its file, with what was recognised', async () => {
    const { pkg, text, origin } = await openInput(put('报告.txt', '各位委员：\n一、工作回顾\n一年来成绩不少。'));
    expect([pkg.name, text?.encoding, text?.recognition.articles.length, origin, pkg.editions]).toEqual(['报告', 'utf-8', 1, null, []]);
  });
  it('bytes that are no character are told, with their lines', async () => {
    const bytes = Buffer.concat([Buffer.from('工作报告的第一行文字\n第二'), Buffer.from([0xff]), Buffer.from('行\n第三行没有问题')]);
    expect((await openInput(put('x.txt', bytes))).notes.join()).toContain('第 2 行');
  });
  it.each([['.docx', 'x', 'docx-damaged'], ['.wps', 'x', 'docx-damaged'], ['.doc', '{\\rtf1 text}', 'format-unsupported'], ['.docx', '', 'docx-damaged']])('a file named %s that is none', async (type, content, code) => {
    await expect(openInput(put(`a${type}`, content))).rejects.toMatchObject({ code, message: expect.stringContaining(`a${type}`) as string });
  });
});

it.skipIf(!existsSync('/dev/zero'))('an endless device is no file', async () => {
  symlinkSync('/dev/zero', path.join(dir, 'a.txt'));
  await expect(openInput(path.join(dir, 'a.txt'))).rejects.toMatchObject({ code: 'read-failed', message: expect.stringContaining('不是普通文件') as string });
});

describe('FILE#VERSION', () => {
  it('takes the record and the articles of the version, its name is the stage', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    for (const name of ['征求意见稿', 'v1']) {
      const { pkg } = await openInput(`${file}#${name}`);
      expect([pkg.stage, pkg.articles, pkg.meeting, pkg.editions]).toEqual(['征求意见稿', samplePackage.versions[0]!.articles, samplePackage.versions[0]!.meeting, samplePackage.editions]);
    }
  });
  it('an unknown one names those that there are', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    await expect(openInput(`${file}#大会稿`)).rejects.toMatchObject({ code: 'version-unknown', message: expect.stringContaining('征求意见稿') as string });
  });
  it('a file whose own name has a # is that file; a text has no versions', async () => {
    expect((await openInput(put('a#2.txt', '正文。'))).pkg.name).toBe('a#2');
    await expect(openInput(`${put('b.txt', '正文。')}#1`)).rejects.toMatchObject({ code: 'version-unknown' });
  });
});

describe('saving', () => {
  it('opened and saved without a change: the same bytes', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    const before = readFileSync(file);
    const { pkg, origin } = await openInput(file);
    expect(await savePackage(file, pkg, origin)).toBe(before.length);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
  it('a disk that is full leaves the old package whole', async () => {
    const file = put('a.banxin', writePackage(samplePackage, null));
    const { pkg, origin } = await openInput(file);
    const fault = (): void => { throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }); };
    await expect(savePackage(file, { ...pkg, name: '新名' }, origin, fault)).rejects.toMatchObject({ code: 'write-failed' });
    expect((await openInput(file)).pkg).toEqual(samplePackage);
    expect(readdirSync(dir)).toEqual(['a.banxin']);
  });
  it('the id of a text is its own', async () => {
    expect(await textId('甲')).toBe(await textId('甲'));
    expect(await textId('甲')).not.toBe(await textId('乙'));
  });
});

describe('a web page as a browser saves it', () => {
  const PAGE = [
    '<!DOCTYPE html>', '<!-- saved from url=(0040)https://www.yunling.example/zx/2026.html -->', '<html lang="zh-CN"><head>', '<meta http-equiv="Content-Type" content="text/html; charset=CHARSET">',
    '<title>政协云岭市第五届委员会常务委员会工作报告-云岭市政协网</title>', '<style type="text/css">', '.nav li { float: left; }', '</style>', '<script>', 'if (a < 3 && b > 2) { document.write("<div>广告</div>"); }', '</script>', '</head><body>',
    '<ul class="nav">', '<li><a href="/">首页</a></li>', '<li><a href="/jg/">机构设置</a></li>', '<li><a href="/yw/">政协要闻</a></li>', '</ul>', '<div class="crumb">当前位置：<a href="#">首页</a> &gt; <a href="#">政协要闻</a> &gt; 正文</div>',
    '<h1 class="title">政协云岭市第五届委员会常务委员会工作报告</h1>', '<div class="info">发布时间：2026-01-15 09:30&nbsp;&nbsp;来源：云岭日报&nbsp;&nbsp;浏览次数：<span id="hits">1256</span></div>',
    '<p style="text-align:center;"><strong>——2026年1月12日在政协云岭市第五届委员会第四次会议上</strong></p>', '<p>林致远</p>', '<p>各位委员：</p>', '<p>我受常务委员会委托，向大会报告工作，请予审议。</p>', '<p><strong>一、2025年工作回顾</strong></p>',
    '<p>一年来，全体委员认真履行职能，', '全年共提交提案312件，办复率98.5%。</p>', '<table><tr><td>类别</td>', '<td>件数</td></tr>', '<tr><td>民生</td><td>120</td></tr></table>', '<p><strong>二、2026年工作安排</strong></p>', '<p>新的一年，我们要凝心聚力、真抓实干。</p>',
    '<div class="print"><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></div>', '<div class="footer">', '<p>版权所有：政协云岭市委员会　主办：政协云岭市委员会办公室</p>', '<p>备案号：云ICP备12345678号-1</p>', '</div></body></html>',
  ].join('\n');
  const TEXT = ['我受常务委员会委托，向大会报告工作，请予审议。', '2025年工作回顾', '一年来，全体委员认真履行职能，全年共提交提案312件，办复率98.5%。', '类别件数民生120', '2026年工作安排', '新的一年，我们要凝心聚力、真抓实干。'];

  it.each(['政协云岭市第五届委员会常务委员会工作报告', '政协云岭市第五届委员会常务委员会工作报告_市政协_云岭'])('its name is no headline beside its own: %s', async (name) => {
    const { pkg, text } = await openInput(put('a.html', PAGE.replace('CHARSET', 'utf-8').replace(/<title>.*<\/title>/, `<title>${name}</title>`)));
    expect(pkg.articles.map(({ fields }) => fields['deck.main']?.childCount)).toEqual([1]);
    expect(text?.recognition.articles[0]?.fields.main?.lines).toEqual(['政协云岭市第五届委员会常务委员会工作报告']);
    expect(text?.recognition.noise.map(({ why }) => why)).toContain('网页的名称，正文里另有标题');
  });
  it.each([['page.html', 'utf-8'], ['page.htm', 'gb2312'], ['报告.doc', 'utf-8'], ['one-line.html', 'utf-8']])('%s in %s: its text, the rest of the page out, all said', async (name, charset) => {
    const source = PAGE.replace('CHARSET', charset);
    const text = name.startsWith('one-line') ? source.replaceAll('\n', ' ') : source;
    const { pkg, text: read } = await openInput(put(name, charset === 'utf-8' ? text : encodeGb18030(text).bytes));
    expect(read?.encoding).toBe(charset === 'utf-8' ? 'utf-8' : 'gb18030');
    expect(pkg.articles).toHaveLength(1);
    const [article] = pkg.articles;
    expect([article?.kind, pkg.meeting.speaker]).toEqual(['report', '林致远']);
    expect(article?.doc.children.map((block) => block.textContent)).toEqual(TEXT);
    const noise = read?.recognition.noise.map(({ why }) => why);
    expect(noise).toEqual(expect.arrayContaining(['网站面包屑', '来源与时间', '版权与备案']));
    expect(read?.recognition.changes.some(({ kind, from }) => kind === 'markup' && from.startsWith('<h1'))).toBe(true);
  });
});
