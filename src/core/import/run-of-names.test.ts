import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { runOfNames } from './run-of-names';

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
