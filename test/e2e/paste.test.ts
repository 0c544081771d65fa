// Pasting and copying in the real window (W15), by the system's clipboard and real
// keys: what Word, WPS, a web page and a PDF put there becomes an article's text with
// headings and drawn numbers; nothing of it is loaded or run; what is copied pastes
// into another program with its numbers, and back into Banxin whole.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import { article, doc, h, lead, marked, note, p, packageOf, par, placeholder, table, field } from '../build';
import { shipped } from '../build-edition';
import { launch, openFile, type Running } from './launch';

const fixture = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../fixtures/clipboard', name), 'utf8');

const OWN = doc(
  h(1, '自己的标题'),
  par({ head: { level: 2 } }, lead('小标题。'), '正文', placeholder(), '件，', marked('kai', null, '楷体'), marked('omit', { editions: ['newspaper'] }, '见报略'), field('speaker'), note('名词', '解释'), '。'),
  table(['一', '二'], ['三', '四']),
  p('末段。'),
);

describe('the clipboard', () => {
  let run: Running;
  let server: Server;
  let port = 0;
  const asked: string[] = [];

  /** What another program would have put there: a copy of our own page whose data we say. */
  async function put(data: { readonly html?: string; readonly text: string }): Promise<void> {
    await run.page.evaluate(({ html, text }) => {
      window.addEventListener('copy', (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (html !== undefined) event.clipboardData?.setData('text/html', html);
        event.clipboardData?.setData('text/plain', text);
        (window as { copied?: boolean }).copied = true;
      }, { capture: true, once: true });
    }, data);
    await run.page.keyboard.press('Control+c');
    await run.page.waitForFunction(() => (window as { copied?: boolean }).copied === true);
    await run.page.evaluate(() => delete (window as { copied?: boolean }).copied);
  }

  /** What another program would find there. */
  async function taken(): Promise<{ readonly html: string; readonly text: string }> {
    // The listener stands before the key is pressed: a script that nobody waited for may come after it.
    await run.page.evaluate(() => {
      const own = window as { taken?: Promise<{ html: string; text: string }> };
      own.taken = new Promise((resolve) => {
        window.addEventListener('paste', (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          resolve({ html: event.clipboardData?.getData('text/html') ?? '', text: event.clipboardData?.getData('text/plain') ?? '' });
        }, { capture: true, once: true });
      });
    });
    await run.page.keyboard.press('Control+v');
    return run.page.evaluate(() => (window as unknown as { taken: Promise<{ html: string; text: string }> }).taken);
  }

  /** Blocks with their drawn numbers, as `tag number text`. */
  const blocks = () => run.page.locator('.text > *').evaluateAll((all) => all.map((element) => {
    const data = (element as HTMLElement).dataset;
    const kind = element.tagName === 'TABLE' ? 'table' : element.tagName === 'P' ? (data['head'] === undefined ? 'p' : 'r') : `h${data['level'] ?? ''}`;
    return `${kind} ${data['number'] ?? ''}${element.tagName === 'TABLE' ? [...element.querySelectorAll('td')].map((cell) => cell.textContent).join('|') : element.textContent}`;
  }));
  const said = () => run.page.locator('.notice > span').allTextContents();

  beforeAll(async () => {
    server = createServer((request, answer) => {
      asked.push(request.url ?? '');
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    run = await launch();
    const file = path.join(run.folder, '贴.banxin');
    const articles = [article('a', 'report', doc(p('')), { 'deck.main': '工作报告' }), article('b', 'report', OWN)];
    writeFileSync(file, writePackage(packageOf(articles, [shipped('gb', ['a'])], { speaker: '林致远' }), null));
    await openFile(run, file);
  });
  beforeEach(async () => {
    // An empty article, and nothing said.
    await run.page.locator('.nav .list').first().getByRole('button').first().click();
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+a');
    await run.page.keyboard.press('Backspace');
    await expect.poll(() => run.page.locator('.text').textContent()).toBe('');
    for (let i = await run.page.locator('.notice').count(); i > 0; i--) await run.page.getByRole('button', { name: '知道了' }).first().click();
    await run.page.locator('.text').focus();
    if ((await blocks())[0] !== 'p ') await run.page.keyboard.press('Control+Alt+0');
  });
  afterAll(async () => {
    server.close();
    await run.close();
  });

  it('from Word: styles and list numbers become headings with drawn numbers, a table and faces stay, and it is said', async () => {
    await put({ html: fixture('word.html'), text: '不用这个' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual([
      'h1 一、2026年工作回顾',
      'p 过去一年，在中共云岭市委的坚强领导下，市政协常委会团结带领全体委员，“围绕中心、服务大局”履职尽责，共提交提案286件，办复率达到百分之百。',
      'h2 （一）坚持党的领导，把牢正确方向',
      'p 全年召开党组会议24次，组织委员读书活动12场。',
      'h1 二、2027年工作安排',
      'table 项目|件数|重点协商|6',
      'p 云岭市政协办公室',
    ]);
    expect(await run.page.locator('.text .kai').allTextContents()).toEqual(['“围绕中心、服务大局”']);
    expect(await run.page.locator('.text strong').allTextContents()).toEqual(['办复率达到百分之百']);
    expect(await run.page.locator('.text > p').last().getAttribute('data-align')).toBe('right');
    expect(await said()).toEqual([expect.stringMatching(/^粘贴：认出 3 处标题，3 个编号改为自动编号.*1 张表格，1 张图片没有带入，1 条批注没有带入，1 处修订中删去的文字没有带入/)]);
    // One step of undo.
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text').textContent()).toBe('');
  });

  it('from WPS: its list numbers with the first sentence in 楷体 become run-in headings', async () => {
    await put({ html: fixture('wps.html'), text: '不用这个' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual([
      'h1 一、过去一年的工作',
      'r （一）凝心铸魂强根基。全年举办专题学习12次，覆盖全体委员。',
      'r （二）协商议政开新局。召开专题协商会6次，提出建议73条。',
      'p 各位委员！以上成绩来之不易。',
    ]);
    expect(await run.page.locator('.text .lead').allTextContents()).toEqual(['凝心铸魂强根基。', '协商议政开新局。']);
    expect(await run.page.locator('.text .kai').count()).toBe(0);
  });

  it('from a web page: nothing of it is loaded or run', async () => {
    await put({ html: fixture('chrome.html').replaceAll('PORT', String(port)), text: '不用这个' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual([
      'h1 一、会议概况',
      'p 1月12日，云岭市政协五届四次会议开幕。大会听取了常委会工作报告。',
      'p 会期四天，共有五项议程：',
      'r 1.听取和审议常务委员会工作报告，以及提案工作情况的报告；',
      'r 2.列席市人大会议；',
      'p 委员风采',
      'h2 会议要求',
      'p 与会委员要严守纪律。',
    ]);
    expect(await run.page.locator('.text img, .text a, .text script').count()).toBe(0);
    await run.page.waitForTimeout(500);
    expect(asked).toEqual([]);
    expect(await run.page.title()).not.toBe('run');
  });

  it('from a PDF: line breaks inside a sentence are joined, headings stand', async () => {
    await put({ text: fixture('pdf.txt') });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual([
      'h1 一、坚持建言资政，服务全市发展大局',
      'p 过去一年是全市发展进程中很不平凡的一年，面对多重困难叠加的局面，常委会把助推高质量发展作为履职主线，围绕产业转型、乡村振兴和民生改善深入调研，开展专题协商六次、对口协商二十四次，形成的七十三条建议多数进入市委市政府的决策。',
      'p ——聚焦产业转型。组织委员走访企业一百二十家，梳理问题清单并推动解决，三家企业的用地难题得到化解。',
      'h1 二、坚持凝聚共识，巩固团结奋斗的思想基础',
      'p 委员联系界别群众的做法得到肯定。',
    ]);
    expect(await said()).toEqual([expect.stringContaining('连起 4 处句中换行')]);
  });

  it.each([['by key', async () => run.page.keyboard.press('Control+Shift+v')], ['by menu', async () => {
    await run.page.getByRole('menuitem', { name: '编辑', exact: true }).first().click();
    await run.page.getByRole('menuitem', { name: /粘贴为纯文本/ }).click();
  }]])('粘贴为纯文本 %s takes the text line by line, as it stands', async (_, paste) => {
    await put({ html: fixture('word.html'), text: '一、标题\r\n过去一年是全市发展进程中\r\n很不平凡的一年' });
    await paste();
    await expect.poll(blocks).toEqual(['p 一、标题', 'p 过去一年是全市发展进程中', 'p 很不平凡的一年']);
    expect(await said()).toEqual([]);
  });

  it('copied here, pasted here: everything survives', async () => {
    await run.page.locator('.nav .list').first().getByRole('button').nth(1).click();
    await expect.poll(blocks).toHaveLength(4);
    const before = await run.page.locator('.text').innerHTML();
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+a');
    await run.page.keyboard.press('Control+c');
    await run.page.locator('.nav .list').first().getByRole('button').first().click();
    await expect.poll(blocks).toEqual(['p ']);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toHaveLength(4);
    const clean = (html: string): string => html.replace(/<img class="[^"]*" alt="">| ?ProseMirror-\w+| class=""/g, '');
    expect(clean(await run.page.locator('.text').innerHTML()).split('<')).toEqual(clean(before).split('<'));
  });

  it('copied here, pasted elsewhere: headings by rank, numbers as text, faces by name', async () => {
    await run.page.locator('.nav .list').first().getByRole('button').nth(1).click();
    await expect.poll(blocks).toHaveLength(4);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+a');
    await run.page.keyboard.press('Control+c');
    const { text, html } = await taken();
    expect(text).toBe('一、自己的标题\n（一）小标题。正文〔数字：待填〕件，楷体见报略林致远。\n一\t二\n三\t四\n末段。');
    // As another program reads it.
    const seen = await run.page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      return [...parsed.body.querySelectorAll('h1,h2,p')].map((element) => `${element.localName} ${element.textContent} ${(element as HTMLElement).style.fontFamily.split(',')[0] ?? ''}`);
    }, html);
    expect(seen.slice(0, 2)).toEqual([expect.stringMatching(/^h1 一、自己的标题 .*黑体/), expect.stringMatching(/^p （一）小标题。正文〔数字：待填〕件，楷体见报略林致远。 .*/)]);
    expect(html).toMatch(/font-family:[^;"]*楷体/);
  });

  it('a section pasted at the end of a sentence stands below it', async () => {
    await put({ text: '前面一句。' });
    await run.page.keyboard.press('Control+v');
    await put({ html: fixture('word.html'), text: '' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(async () => (await blocks()).slice(0, 2)).toEqual(['p 前面一句。', 'h1 一、2026年工作回顾']);
  });

  it('some words out of a heading of Word are words', async () => {
    await put({ text: '前面一句，' });
    await run.page.keyboard.press('Control+v');
    await put({ html: "<html><body lang=ZH-CN><h1 style='mso-list:l0 level1 lfo1'><!--StartFragment--><span style='font-family:黑体'>工作回顾</span><!--EndFragment--></h1></body></html>", text: '' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual([expect.stringMatching(/^p 前面一句，工作回顾$/)]);
    expect(await said()).toEqual([]);
  });

  it('dragged here from a web page, it is taken as when it is pasted', async () => {
    await put({ text: '这里。' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual(['p 这里。']);
    const box = await run.page.locator('.text > p').first().boundingBox();
    if (box === null) throw new RangeError('no paragraph');
    const data = { items: [{ mimeType: 'text/html', data: fixture('chrome.html').replaceAll('PORT', String(port)) }, { mimeType: 'text/plain', data: '不用这个' }], dragOperationsMask: 1 };
    // Behind the last word of the line.
    const [x, y] = [box.x + box.width - 4, box.y + box.height / 2];
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await run.cdp.send('Input.dispatchDragEvent', { type, x, y, data });
    await expect.poll(async () => (await blocks()).slice(0, 3)).toEqual(['p 这里。', 'h1 一、会议概况', 'p 1月12日，云岭市政协五届四次会议开幕。大会听取了常委会工作报告。']);
    expect(await said()).toEqual([expect.stringMatching(/^粘贴：认出 2 处标题/)]);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(blocks).toEqual(['p 这里。']);
    expect(asked).toEqual([]);
  });

  it('into a headline everything comes as one line of text', async () => {
    const title = run.page.locator('.ProseMirror[aria-label="主题"]');
    await title.click();
    await put({ html: fixture('wps.html'), text: '不用这个' });
    await run.page.keyboard.press('End');
    await run.page.keyboard.press('Control+v');
    await expect.poll(() => title.textContent()).toMatch(/^工作报告一、过去一年的工作（一）凝心铸魂强根基。.*成绩来之不易。$/);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => title.textContent()).toBe('工作报告');
  });

  it('W61: HTML that is nested or grown beyond measure is taken as its text, and it is said', async () => {
    await put({ html: `${'<div><b>'.repeat(3000)}深处的字${'</b></div>'.repeat(3000)}<p>浅处的字</p>`, text: '' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(blocks).toEqual(['p 深处的字', 'p 浅处的字']);
    await put({ html: `${'<i></i>'.repeat(700_000)}<p>太多</p>`, text: '只有文字' });
    await run.page.keyboard.press('Control+v');
    await expect.poll(async () => (await said()).at(-1)).toContain('内容太大，只取了文字');
    expect((await blocks()).at(-1)).toBe('p 浅处的字只有文字');
  });

  it('100,000 characters show in under a second', async () => {
    const paragraph = '围绕全市中心任务，常委会组织委员深入基层开展调研视察，提出意见建议，推动解决群众关心的实际问题，取得了积极成效。';
    const count = Math.ceil(100_000 / paragraph.length);
    const html = `<html><body><!--StartFragment-->${Array.from({ length: count }, (_, i) => `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>${paragraph}</span><span lang=EN-US>${i}<o:p></o:p></span></p>`).join('\r\n\r\n')}<!--EndFragment--></body></html>`;
    // Other work of the machine may slow one down: the best of three counts; where the machine has more to do than twice
    // what it can, what the window's thread worked for it counts, not how long it stood waiting for its turn.
    const isBusy = loadavg()[0]! > 2 * availableParallelism();
    await run.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async (): Promise<number> => 1000 * ((await run.cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
    let best = Infinity;
    for (let tries = 0; tries < 3 && best >= 1000; tries++) {
      await put({ html, text: '' });
      await run.page.evaluate((wanted) => {
        const own = window as { took?: Promise<number> };
        own.took = new Promise((resolve) => {
          let began = 0;
          document.querySelector('.text')?.addEventListener('paste', () => (began = performance.now()), { capture: true, once: true });
          const look = (): void => {
            if (began > 0 && document.querySelectorAll('.text > p').length >= wanted) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
            else requestAnimationFrame(look);
          };
          look();
        });
      }, count);
      const before = await worked();
      await run.page.keyboard.press('Control+v');
      const ms = await run.page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
      best = Math.min(best, isBusy ? (await worked()) - before : ms);
      await run.page.keyboard.press('Control+z');
      await expect.poll(() => run.page.locator('.text').textContent(), { timeout: 10_000 }).toBe('');
    }
    console.log(`100,000 characters shown after ${Math.round(best)} ms${isBusy ? ' of work' : ''}`);
    expect(best).toBeLessThan(1000);
  });
});
