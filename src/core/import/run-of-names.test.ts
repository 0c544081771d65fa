import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { endsInNames, runOfNames } from './run-of-names';

const NAMES = '江一帆　郭望晴　苏　望　林致远　慕容晓棠　何晓棠（女）　李　明';

describe('names that blanks alone part', () => {
  it.each([
    [NAMES, NAMES],
    [`主席团成员如下：${NAMES}。会议通过。`, `主席团成员如下：${NAMES}。会议通过。`],
    ['江一帆 郭望晴 林致远 何晓棠 李建国', '江一帆 郭望晴 林致远 何晓棠 李建国'],
  ])('%s', (line, run) => {
    expect(line.slice(...(runOfNames(line) ?? [0, 0]))).toBe(run);
  });
  it.each([
    '踔厉奋发 启新程 凝心聚力 谱新篇', '全 市 政 协 工 作', '会议 指出，要 坚持 党的 领导，着力 推动 高质量 发展。', '江一帆　郭望晴', '政协云岭市第五届委员会',
    '一年来，市 政协 常委会 围绕 中心 服务 大局 建言 资政',
  ])('none in %s', (line) => expect(runOfNames(line)).toBeNull());
});

it('their blanks stay in the text, others between Han go', () => {
  const text = `政协云岭市第五届委员会第四次会议主席团名单\n（2026年1月10日通过）\n${NAMES}\n会议 由江一帆主持，审议通过了各项决议和选举办法。`;
  const { articles } = recognise(text);
  const lines = JSON.stringify(articles);
  expect(lines).toContain(NAMES);
  expect(lines).toContain('会议由江一帆主持');
});

describe('a list of names without a stop', () => {
  const NOTICE = '政协云岭市第五届委员会第四次会议主席团名单\n（2026年1月10日通过）\n';
  const paragraphs = (text: string) => recognise(text).articles.flatMap(({ blocks }) => blocks.map((block) => block.text));

  it('is a paragraph of its own in a 名单, whatever parts its names', () => {
    const commas = '江一帆、郭望晴、苏望（女）、林致远、慕容晓棠、何晓棠、李明、沈若兰';
    expect(paragraphs(`${NOTICE}${NAMES}\n主席团常务主席如下：\n${commas}\n会议由江一帆、郭望晴主持。`)).toEqual([NAMES, '主席团常务主席如下：', commas, '会议由江一帆、郭望晴主持。']);
  });

  it('goes on with names and 等; in a story what follows is asked about', () => {
    const [first, rest] = ['江一帆、郭望晴、苏望、林致远、慕容晓棠、何晓棠', '、李明、沈若兰等出席。'];
    expect(paragraphs(`${NOTICE}出席会议的有：${first}\n${rest}`)).toEqual([`出席会议的有：${first}${rest}`]);
    const { joins } = recognise(`市政协五届四次会议开幕\n本报讯（记者 江一帆）1月12日，会议开幕。\n在主席台就座的有：${first}\n在主席台就座的还有市政协常委。`);
    expect(joins).toEqual([expect.objectContaining({ beforeLine: 3, afterLine: 4, certain: false })]);
  });

  it('no other list is one', () => {
    expect(['茶叶、食用菌、中药材、文化旅游', '一年来，围绕产业、城市、文化、生态'].filter(endsInNames)).toEqual([]);
    expect([NAMES, '出席的有：江一帆、郭望晴、林致远、何晓棠（女）'].filter(endsInNames)).toHaveLength(2);
  });
});
