// Whole texts: pages of several articles, numbering, joins, noise, and texts that
// are no report at all. Invented places and names. The real sample page is only
// measured where it lies beside the repository.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realSample } from '../../../test/real-sample';
import { importReport, outlineOf, outlineOfPackage } from './outline';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { toPackage } from './to-package';

const LONG = '委员们走进社区和企业听取意见，就群众关心的停车、就医、入学等问题提出建议，一批问题得到解决，大家都说协商真管用';

const shape = (text: string) => outlineOf(recognise(text)).articles.map(({ kind, title, lines }) => ({ kind, title, lines }));
const headings = (text: string) => outlineOf(recognise(text)).articles[0]?.headings.map(({ level, number, text: words, runIn }) => [level, number, words, runIn]);
const HEAD = '政府工作报告\n——在江州市第十六届人民代表大会第四次会议上\n各位代表：\n';

describe('levels and numbers of headings (COMMANDS, `level`)', () => {
  it.each<[string, string, (readonly [number, string | null, string, boolean])[]]>([
    ['一、 stands alone, （一） runs in, 1. and （1） below', `${HEAD}一、回顾\n（一）产业更强。${LONG}。\n1.抓项目。${LONG}。\n（1）抓开工\n${LONG}。`,
      [[1, '一', '回顾', false], [2, '一', '产业更强', true], [3, '1', '抓项目', true], [4, '1', '抓开工', false]]],
    ['half-width brackets and 1、 are other makes of the same', `${HEAD}一.回顾\n(一)产业更强。${LONG}。\n1、抓项目。${LONG}。`,
      [[1, '一', '回顾', false], [2, '一', '产业更强', true], [3, '1', '抓项目', true]]],
    ['第一， and 第二， in order are headings of level 2 under 一、', `${HEAD}一、体会\n第一，坚持党的领导。${LONG}。\n第二，坚持为民履职。${LONG}。`,
      [[1, '一', '体会', false], [2, '一', '坚持党的领导', true], [2, '二', '坚持为民履职', true]]],
    ['第一， alone is a word of the sentence', `${HEAD}一、体会\n第一，坚持党的领导。${LONG}。`, [[1, '一', '体会', false]]],
    ['a report that numbers nothing has its titles on level 1', `${HEAD}2024年工作回顾\n${LONG}。\n2025年工作安排\n${LONG}。`,
      [[1, null, '2024年工作回顾', false], [1, null, '2025年工作安排', false]]],
    ['an unnumbered title above 一、 is level 0', `${HEAD}过去五年工作回顾\n${LONG}。\n一、产业\n${LONG}。\n二、民生\n${LONG}。\n今后五年工作建议\n${LONG}。\n一、产业\n${LONG}。`,
      [[0, null, '过去五年工作回顾', false], [1, '一', '产业', false], [1, '二', '民生', false], [0, null, '今后五年工作建议', false], [1, '一', '产业', false]]],
    ['theme sentences that open the paragraphs of one item are level 5 (W-09)', `${HEAD}一、回顾\n（一）产业更强。${LONG}。\n围绕港口建设献策。${LONG}。\n围绕粮食安全建言。${LONG}。`,
      [[1, '一', '回顾', false], [2, '一', '产业更强', true], [5, null, '围绕港口建设献策', true], [5, null, '围绕粮食安全建言', true]]],
    ['one short sentence at the head of a paragraph is no theme', `${HEAD}一、回顾\n（一）产业更强。${LONG}。\n打铁必须自身硬。${LONG}。\n${LONG}。\n${LONG}。`,
      [[1, '一', '回顾', false], [2, '一', '产业更强', true]]],
    ['headings with a sentence of their own length between them are no wrapped lines', `${HEAD}一、回顾\n${LONG}。\n二、加强团结联谊，广泛汇聚各方力量\n要编辑出版《青陂文史》第二十三辑。\n三、强化自身建设，不断提升履职能力\n${LONG}。`,
      [[1, '一', '回顾', false], [1, '二', '加强团结联谊，广泛汇聚各方力量', false], [1, '三', '强化自身建设，不断提升履职能力', false]]],
    ['what follows 附件 is no heading of the report', `${HEAD}一、回顾\n${LONG}。\n附件1：重点项目表\n一、产业类\n（一）港口扩建`, [[1, '一', '回顾', false]]],
  ])('%s', (_title, text, expected) => { expect(headings(text)).toEqual(expected); });

  it('keeps a report whole whose speaker’s name holds a character above U+FFFF', () => {
    for (const name of ['𫍯伟', '何　𬭚', '王𬀩明']) {
      const outline = outlineOf(recognise(`中国人民政治协商会议澜川市第六届委员会常务委员会\n工作报告\n（2026年1月12日）\n${name}\n各位委员：\n我受委托报告工作，请予审议。\n一、工作\n我们取得了成绩，各项工作稳步推进，成效显著。`));
      expect(outline.articles.map(({ kind, speaker }) => [kind, speaker])).toEqual([['report', name.replace('　', '')]]);
    }
  });
  it('a lone theme sentence behind a heading is one where the sibling items have theirs (W-09)', () => {
    const item = (n: string, ...sentences: string[]): string => `（${n}）${sentences.join('')}`;
    const two = (n: string, a: string, b: string): string => item(n, '平台更实。', `${a}。`, `${LONG}。`, `${b}。`, `${LONG}。`);
    const themesOf = (text: string): string[] => recognise(text).articles.flatMap(({ blocks }) => blocks.flatMap(({ text: own, themes }) => themes.map(([from, to]) => own.slice(from, to))));
    const lone = item('三', '方向更明。', '理论武装走深走实。', `${LONG}。`);
    const themed = [two('一', '协商计划有序', '提案办理有力'), two('二', '委员队伍更强', '机关作风更好')];
    expect(themesOf(`${HEAD}一、回顾\n${themed.join('\n')}\n${lone}`)).toContain('理论武装走深走实。');
    expect(themesOf(`${HEAD}一、回顾\n${lone}\n${item('四', '力量更齐。', `${LONG}。`)}`)).toEqual([]);
  });

  it('a report that begins with （五） stays so', () => {
    const pkg = toPackage(recognise(`（五）自身建设更实。${LONG}。\n各位委员，${LONG}。\n二、2025年安排\n（一）抓队伍。${LONG}。`), { id: 'p', name: '稿' });
    expect(pkg.articles.map((article) => article.kind)).toEqual(['report']);
    expect(pkg.articles[0]?.doc.child(0).attrs['head']).toEqual({ level: 2, numbered: true, start: 5, form: null });
    expect(outlineOfPackage(pkg).articles[0]?.headings.map(({ number }) => number)).toEqual(['五', '二', '一']);
  });
});

describe('joins of cut paragraphs (TYPESETTING §0)', () => {
  const joins = (text: string) => recognise(text).joins.map(({ beforeLine, afterLine, certain }) => [beforeLine, afterLine, certain]);
  it.each<[string, string, (readonly [number, number, boolean])[]]>([
    ['an unfinished paragraph goes on in the next', `${HEAD}${LONG}并推动\n了制度建设。`, [[4, 5, true]]],
    ['over a blank line and a page header', `${HEAD}${LONG}并推动\n\n江州日报 2025年1月8日 星期三 第二版\n\n了制度建设。`, [[4, 8, true]]],
    ['never before a number label', `${HEAD}${LONG}并推动\n（一）制度建设。${LONG}。`, []],
    ['never behind a heading, though it has no stop', `${HEAD}一、2024年工作回顾\n${LONG}。`, []],
    ['a line that begins with ， goes on with the one before', `${HEAD}${LONG}《江州市条例》\n，切实抓好落实。`, [[4, 5, true]]],
    ['a finished paragraph stays apart', `${HEAD}${LONG}。\n${LONG}。`, []],
    ['a figure cut at its point', `${HEAD}${LONG}，全年复耕2.\n3万亩。`, [[4, 5, true]]],
  ])('%s', (_title, text, expected) => { expect(joins(text)).toEqual(expected); });

  it.each([
    ['（', '三）践行履职为民', '组织委员进社区'], ['（三', '）践行履职为民', '组织委员进社区'], ['（', '三）践行履职为民。组织委员进社区、进学校', '听取意见'],
  ])('a number that a line’s end runs through (%s⏎%s) is the number of its heading', (before, after, next) => {
    const text = `${HEAD}一、工作回顾\n${LONG}。\n（二）聚焦中心任务\n${LONG}。\n${before}\n${after}\n${next}，${LONG}。`;
    const recognition = recognise(text);
    const runIn = after.includes('。');
    expect(headings(text)?.slice(-1)).toEqual([[2, '三', '践行履职为民', runIn]]);
    expect(restoreText(recognition)).toBe(text);
    expect(recognition.changes.filter(({ kind }) => kind === 'label').map(({ line, from, to }) => [line, from, to])).toEqual([[8, before, '（三）'], [9, after.slice(0, 3 - before.length), '']]);
    // A heading's lines are no cut text (COMMANDS, `joins`).
    expect(outlineOf(recognition).joins.some(({ afterLine }) => afterLine === 9)).toBe(runIn);
  });

  it('a heading that goes over its line, under paragraphs with an indent, is one', () => {
    const text = `${HEAD}　　一、2025年工作\n　　过去一年外部需求收缩、旱涝急转、要素趋紧几道难题叠加\n而来，我们咬定目标不松劲，经济运行企稳回升，民生的账本一\n页页兑现；全年新开工亿元以上项目一百多个，竣工投产九十四\n个，沿江工业走廊的轮廓越来越清晰，老厂房里亮起了新的灯。\n　　（一）强化政治引领，团结奋斗的思想根基更加坚实，引领\n力显著增强\n　　老旧小区改造惠及两万多户，加装电梯的老楼里，八十岁的\n住户第一次不用人搀就下了楼；夜班公交开到了每一个厂门口。\n　　（二）聚焦中心任务\n　　新增的普惠托位让双职工家庭松了一口气，夜班公交开到了\n每一个厂门口。`;
    expect(headings(text)?.[1]).toEqual([2, '一', '强化政治引领，团结奋斗的思想根基更加坚实，引领力显著增强', false]);
    expect(outlineOf(recognise(text)).joins.map(({ beforeLine }) => beforeLine)).not.toContain(9);
  });

  it('the name of the report between two lines of a sentence is asked about, never joined by itself', () => {
    const wrapped = ['老旧小区改造惠及两万多户，加装电梯的老楼里，八十岁的住户', '第一次不用人搀就下了楼；夜班公交开到了每一个厂门口，新增', '的普惠托位让双职工家庭松了一口气，社区食堂的饭菜热了起来', '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '大家都说协商真管用，回去以后逐条梳理、逐条交办、逐条回访', '办成的事情贴在社区的墙上，没有办成的说明原因，群众看得见', '摸得着，委员们的脚步也就越走越勤，问题越来越少，笑声多了', '起来。'];
    const certain = outlineOf(recognise(wrapped.join('\n'))).joins.filter((join) => join.certain).flatMap(({ beforeLine, afterLine }) => [beforeLine, afterLine]);
    expect(certain).not.toContain(4);
  });

  it('hard-wrapped lines are one paragraph each up to the indent', () => {
    const paragraph = (text: string) => { const all = `　　${text}`; const out = []; for (let i = 0; i < all.length; i += 30) out.push(all.slice(i, i + 30)); return out.join('\n'); };
    const text = `${HEAD}${[0, 1, 2, 3, 4].map((k) => paragraph(`${LONG}，第${k}季度又办成了${k + 3}件实事，${LONG}。`)).join('\n')}`;
    expect(recognise(text).articles[0]?.blocks.map((block) => block.text.slice(0, 4))).toEqual(['委员们走', '委员们走', '委员们走', '委员们走', '委员们走']);
  });
});

describe('several articles in one text', () => {
  const REPORT = `${HEAD}一、回顾\n（一）产业更强。${LONG}。\n（二）民生更实。${LONG}。`;
  it('brief, comment and resolution each with their lines', () => {
    const text = [REPORT, '市人大常委会举行第二十次会议', `本报讯（记者 于海 江平）1月6日，${LONG}。`, '社论', '乘势而上 再谱新篇', '——热烈祝贺市十六届人大四次会议开幕', `${LONG}。`, '预祝大会圆满成功！',
      '江州市第十六届人民代表大会第四次会议关于政府工作报告的决议', '（2025年1月10日江州市第十六届人民代表大会第四次会议通过）', `会议认为，${LONG}。`].join('\n');
    expect(shape(text)).toEqual([
      { kind: 'report', title: '政府工作报告', lines: [1, 2, 3, 4, 5, 6] },
      { kind: 'news', title: '市人大常委会举行第二十次会议', lines: [7, 8] },
      { kind: 'editorial', title: '乘势而上再谱新篇', lines: [9, 10, 11, 12, 13] },
      { kind: 'resolution', title: '江州市第十六届人民代表大会第四次会议关于政府工作报告的决议', lines: [14, 15, 16] },
    ]);
  });

  it('the report goes on behind a story: （三） belongs to it', () => {
    const text = [REPORT, '全市企业家座谈会召开', `本报讯（记者 于海）1月6日，${LONG}。`, `（三）生态更美。${LONG}。`].join('\n');
    expect(shape(text).map(({ kind, lines }) => [kind, lines])).toEqual([['report', [1, 2, 3, 4, 5, 6, 9]], ['news', [7, 8]]]);
  });

  it('the report goes on behind an agenda that numbers its items: （三） belongs to it', () => {
    const text = [REPORT, '政协云岭市第五届委员会第五次会议议程', '（2026年1月12日政协云岭市第五届委员会第五次会议通过）', '一、听取和审议工作报告；', '二、审议通过决议。', `（三）生态更美。${LONG}。`, `${LONG}。`].join('\n');
    const lines = REPORT.split('\n').length;
    expect(shape(text)).toEqual([
      expect.objectContaining({ kind: 'report', lines: [...Array.from({ length: lines }, (_, i) => i + 1), lines + 5, lines + 6] }),
      { kind: 'notice', title: '政协云岭市第五届委员会第五次会议议程', lines: [1, 2, 3, 4].map((n) => lines + n) },
    ]);
  });

  it('a headline in mid comment: one article, and what it cuts is asked, never joined', () => {
    const text = ['社论', `${LONG}。`, `${LONG}，山里的孩子坐上了崭新`, '同心启程 实干兴市', '——热烈祝贺市政协六届二次会议隆重开幕', '的校车，老人端起了热汤。', '预祝大会圆满成功！'].join('\n');
    expect(shape(text)).toEqual([{ kind: 'editorial', title: '同心启程实干兴市', lines: [1, 2, 3, 4, 5, 6, 7] }]);
    expect(recognise(text).joins.map(({ beforeLine, afterLine, certain }) => [beforeLine, afterLine, certain])).toEqual([[3, 6, false]]);
  });

  it('a jump piece is a continuation; the attendance sentence in a comment is asked about', () => {
    const text = [REPORT, `（上接第一版）${LONG}。`, '社论', '乘势而上 再谱新篇', '——热烈祝贺市十六届人大四次会议开幕', `${LONG}。`, '大会应出席代表320人，实到311人，符合法定人数。'].join('\n');
    const recognition = recognise(text);
    expect(shape(text).map(({ kind, lines }) => [kind, lines])).toEqual([['report', [1, 2, 3, 4, 5, 6]], ['continuation', [7, 12]], ['editorial', [8, 9, 10, 11]]]);
    expect(queriesOf(recognition).filter(({ kind }) => kind === 'unassigned').map(({ lines }) => lines)).toEqual([[12]]);
  });

  it('a text broken off on one page and gone on with on another is one again, without the notes that say so', () => {
    const head = ['政协江州市委员会常务委员会工作报告', '各位委员：', '一、2024年工作回顾', `${LONG}。`, `${LONG}，老旧小区`];
    const text = [...head, '（下转第三版）', '全市企业家座谈会召开', `本报讯（记者 于海）1月6日，${LONG}。`, '（上接第二版）', `改造惠及两万户。${LONG}。`, '二、2025年工作安排', `${LONG}。`].join('\n');
    const recognition = recognise(text);
    expect(shape(text).map(({ kind, lines }) => [kind, lines])).toEqual([['report', [1, 2, 3, 4, 5, 10, 11, 12]], ['news', [7, 8]]]);
    expect(recognition.noise.map(({ line, why }) => [line, why])).toEqual([[6, '转版的提示，前后已经接上'], [9, '转版的提示，前后已经接上']]);
    expect(recognition.joins).toContainEqual(expect.objectContaining({ beforeLine: 5, afterLine: 10 }));
    expect(restoreText(recognition)).toBe(text);
  });

  it('the note that a text turns may end its last paragraph: it stays there, the piece is put to it', () => {
    const text = `市政协五届五次会议隆重开幕\n本报讯 1月12日，${LONG}。（下转第二版）\n在市政协五届五次会议开幕会上的讲话\n陈望山\n各位委员：\n${LONG}。\n（上接第一版）${LONG}。`;
    expect(shape(text)).toEqual([
      { kind: 'news', title: '市政协五届五次会议隆重开幕', lines: [1, 2, 7] },
      { kind: 'address', title: '在市政协五届五次会议开幕会上的讲话', lines: [3, 4, 5, 6] },
    ]);
  });

  it.each([
    ['陈望山到会祝贺 林致远作常委会工作报告', '政协云岭市第五届委员会第五次会议开幕', '政协云岭市第五届委员会第五次会议开幕'],
    ['陈望山主持并讲话 顾南乔等出席', '市七届人大五次会议胜利闭幕', '市七届人大五次会议胜利闭幕'],
    ['政协云岭市第五届委员会第五次会议开幕', '陈望山到会祝贺 林致远作常委会工作报告', '政协云岭市第五届委员会第五次会议开幕'],
  ])('who came and who spoke is no headline: %s / %s', (first, second, title) => {
    expect(shape(`${first}\n${second}\n本报讯（记者 江一帆）1月12日，${LONG}。`)).toEqual([{ kind: 'news', title, lines: [1, 2, 3] }]);
  });

  it('a piece whose numbers go on elsewhere, and a break whose other piece is not here, stay as they are', () => {
    const head = ['政协江州市委员会常务委员会工作报告', '各位委员：', '一、2024年工作回顾', `${LONG}。`, '（下转第三版）'];
    for (const rest of [['（上接第二版）', `${LONG}。`, '五、其他工作', `${LONG}。`], ['全市企业家座谈会召开', `本报讯（记者 于海）1月6日，${LONG}。`]]) {
      const text = [...head, ...rest].join('\n');
      expect(recognise(text).noise).toEqual([]);
      expect(restoreText(recognise(text))).toBe(text);
    }
  });

  it('the signature and date of a notice are its text', () => {
    const text = ['关于召开市政协六届二次会议的通知', `${LONG}。`, '政协江州市委员会办公室', '2024年12月20日'].join('\n');
    expect(shape(text)).toEqual([{ kind: 'notice', title: '关于召开市政协六届二次会议的通知', lines: [1, 2, 3, 4] }]);
    expect(recognise(text).articles[0]?.blocks.map((block) => block.align)).toEqual([null, 'right', 'right']);
  });
});

describe('changes are listed, spaces mean what their line means', () => {
  it('spaces between Han and digits go, those of a headline and of a 电头 stay', () => {
    const recognition = recognise(['踔厉奋发 启新程', '本报讯（记者 于海 江平）1月 6日，全 市 召开会议，使用 APP 办理。'].join('\n'));
    expect(recognition.articles[0]?.fields.main?.lines).toEqual(['踔厉奋发 启新程']);
    expect(recognition.articles[0]?.blocks[0]?.text).toBe('本报讯（记者 于海 江平）1月6日，全市召开会议，使用 APP 办理。');
    expect(recognition.changes.map(({ line, kind, from, to }) => [line, kind, from, to])).toEqual([[2, 'space', ' ', ''], [2, 'space', ' ', ''], [2, 'space', ' ', '']]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['half-width brackets in Chinese', '听取了报告(草案)。', '听取了报告（草案）。', ['bracket', 'bracket']],
    ['brackets in pure Latin stay', '采用 HTTP(S) 和 f(x) 两种接口，运行平稳。', '采用 HTTP(S) 和 f(x) 两种接口，运行平稳。', []],
    ['a Kangxi radical, a no-break space, a zero-width space', '⽂化\u00a0建设\u200b扎实推进。', '文化建设扎实推进。', ['compatibility', 'space', 'zero-width']],
    ['full-width digits', '全年办理提案１２０件。', '全年办理提案120件。', ['width']],
    ['a comma behind Han, but not in 1,000 or 9:30', '上午9:30开会,发放1,000份。', '上午9:30开会，发放1,000份。', ['mark']],
    ['half of a character', '提案\ud800办理。', '提案\ufffd办理。', ['surrogate']],
  ])('%s', (_title, raw, clean, kinds) => {
    const recognition = recognise(raw);
    expect(recognition.articles[0]?.blocks[0]?.text).toBe(clean);
    expect(recognition.changes.map(({ kind }) => kind)).toEqual(kinds);
    expect(restoreText(recognition)).toBe(raw);
  });

  it('rows of a table inside a report are its text, neither headings nor joins', () => {
    const recognition = recognise(`${HEAD}一、回顾\n${LONG}。\n项目\t数量\t备注\n提案\t110件\t已办复\n信息\t29篇\t已报送\n${LONG}。`);
    expect(recognition.articles[0]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table', 'paragraph']);
    expect(recognition.joins).toEqual([]);
  });
});

describe('texts that are no report give one article with their text', () => {
  it.each([['a novel', '江上的雾还没有散，渡口已经站满了人。\n她把篮子换到左手，往船头望了一眼。'], ['no Han at all', 'Minutes of the meeting\nThe committee met at nine.'], ['one word', '提案'], ['emoji', '👩‍👧 👍🏽'], ['only marks', '，。！？']])('%s', (_title, text) => {
    const recognition = recognise(text);
    expect(recognition.articles).toHaveLength(1);
    expect(restoreText(recognition)).toBe(text);
  });
  it('a timetable is one notice: hours are no headlines, 上午 is nobody’s name', () => {
    const lines = ['政协云岭市第五届委员会第五次会议日程', '1月12日（星期一）', '上午', '9:00　开幕会　市人民会堂', '主持人：韩秋实', '下午', '14:30　分组讨论　各驻地会议室', '1月13日（星期二）', '上午', '9:00　列席市七届人大五次会议开幕会'];
    expect(outlineOf(recognise(lines.join('\n'))).articles.map(({ kind, title, speaker, lines: own }) => [kind, title, speaker, own?.length])).toEqual([['notice', lines[0], null, 10]]);
  });

  it('nothing, and only noise, give none', () => {
    expect(recognise('').articles).toEqual([]);
    expect(recognise('首页 > 正文\n————\n').articles).toEqual([]);
    expect(toPackage(recognise(''), { id: 'p', name: '空' }).articles).toEqual([]);
  });
});

describe('no text takes long: everything is linear', () => {
  it.each<[string, string]>([
    ['a paragraph of 200,000 characters', `${'提案工作扎实推进，'.repeat(22_222)}。`],
    ['100,000 lines of one character', Array.from({ length: 100_000 }, (_, i) => '提案办理'[i % 4]).join('\n')],
    ['40,000 unfinished lines', Array.from({ length: 40_000 }, (_, i) => `围绕第${i}件提案的办理情况，委员们走进社区听取群众的意见和`).join('\n')],
    ['one line of 5 MB with brackets and spaces', `${'提案工作(试行)扎实推进，全年办理 120 件，群众满意度有了明显的提高，'.repeat(50_000)}。`],
    ['200,000 brackets that open', '('.repeat(200_000)],
    ['40,000 lines of noise', Array.from({ length: 40_000 }, (_, i) => (i % 2 === 0 ? '首页 > 要闻 > 正文' : `— ${i} —`)).join('\n')],
    ['page numbers in 20,000 wrapped lines', Array.from({ length: 20_000 }, (_, i) => (i % 30 === 29 ? `${(i - 29) / 30 % 900}` : '委员们走进社区和企业听取意见，就群众关心的停车')).join('\n')],
    ['20,000 labels', Array.from({ length: 20_000 }, (_, i) => `（${'一二三四五六七八九'[i % 9]}）抓工作`).join('\n')],
  ])('%s', (_title, text) => {
    const from = process.cpuUsage();
    const recognition = recognise(text);
    const { user, system } = process.cpuUsage(from);
    // Generous, and time of the processor, for the machine may be busy: a quadratic pass over any of these takes minutes.
    expect((user + system) / 1e6).toBeLessThan(8);
    expect(recognition.articles.length).toBeLessThanOrEqual(1);
  }, 120_000);
});

const SAMPLE = realSample();

describe.skipIf(!existsSync(SAMPLE))('the real sample page (TYPESETTING acceptance 6)', () => {
  const text = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : '';
  const recognition = recognise(text);
  const report = importReport(recognition, 'utf-8');

  it('in the report 4 certain joins + 1 query (44|46); 72|84 may be a query, never certain', () => {
    expect(report.joins.filter((join) => join.certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine])).toEqual([[20, 22], [26, 28], [30, 32], [48, 50]]);
    expect(report.joins.filter((join) => !join.certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine])).toEqual([[44, 46], [72, 84]]);
  });
  it('1 unmatched quote, 7 repeated sentences, no silent change', () => {
    expect(report.queries.filter(({ kind }) => kind === 'unmatched-quote').map(({ lines }) => lines)).toEqual([[54]]);
    expect(report.queries.filter(({ kind }) => kind === 'repeat').length).toBeGreaterThanOrEqual(7);
    expect(restoreText(recognition)).toBe(text);
  });
  it('the report: 2 headings of level 1, 9 of level 2, its head, 6,824 characters', () => {
    const [first] = report.articles;
    expect(first?.headings.map(({ level }) => level)).toEqual([1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2]);
    expect([first?.speaker, first?.date, first?.salutation, first?.characters]).toEqual(['杨光', '2024-01-08', '各位委员', 6824]);
  });
  it('report, jump piece, brief, comment with the headline that stands in its middle', () => {
    expect(report.articles.map(({ kind, lines }) => [kind, lines?.[0]])).toEqual([['report', 3], ['continuation', 58], ['news', 62], ['editorial', 68]]);
    expect(report.articles[3]?.lines).toEqual(expect.arrayContaining([68, 70, 74, 76, 84, 88]));
  });
});
