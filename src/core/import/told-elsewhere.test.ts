// A story cut by another one behind a full stop: what hangs on the words of the first is asked about. Fiction.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

const OPENING = ['政协云岭市七届五次会议开幕', '本报讯（记者 何 田）1月12日，政协云岭市第七届委员会第五次会议开幕。市委书记周正阳出席并讲话。会上提出三点要求，一要提高政治站位。'];
const HEATING = ['县城热电联产项目竣工投产', '本报讯（记者 江 平）1月14日，县城热电联产项目竣工投产，惠及居民1.3万户。', '项目总投资6.2亿元，建设周期18个月。'];
const asked = (lines: readonly string[]): [number, string][] => recognise(lines.join('\n')).unassigned.map(({ line, reason }) => [line, reason]);

describe('a paragraph behind another story', () => {
  it('a name without office that only the story before explains', () => {
    expect(asked([...OPENING, ...HEATING, '周正阳强调，要广泛凝聚共识，汇聚奋进力量。'])).toEqual([[6, '“周正阳”在这一篇前面没有提到，前面另一篇写了职务，像是那一篇的下文']]);
  });

  it('二要 where its article has no 一要', () => {
    expect(asked([...OPENING, ...HEATING, '二要服务中心大局，围绕产业强市建言献策。'])).toEqual([[6, '它以“二要”开头，这一篇前面没有“一要”，前面另一篇有，像是那一篇的下文']]);
  });

  it.each<[string, readonly string[]]>([
    ['named in its own story', [...OPENING, ...HEATING, '市委书记周正阳到现场调研。', '周正阳强调，要加强供热保障。']],
    ['named with an office for the first time', [...OPENING, ...HEATING, '市委书记周正阳强调，要加强供热保障。']],
    ['counted in its own story', [...OPENING, ...HEATING, '下一步，一要加强调度。', '二要做好维护，确保群众温暖过冬。']],
    ['somebody else', [...OPENING, ...HEATING, '何晓棠表示，家里比往年暖和多了。']],
  ])('nothing is asked: %s', (_, lines) => { expect(asked(lines)).toEqual([]); });
});
