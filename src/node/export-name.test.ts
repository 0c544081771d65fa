import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { shipped } from '../../test/build-edition';
import { exportFolderName, exportName, safeName } from './export-name';

const pkg = (title: string, stage: string | null) => packageOf([article('report', 'report', doc(p('正文')), { 'deck.main': title })], [], {}, stage);
const booklet = shipped('gb', ['report']);

describe('标题（稿次）日期', () => {
  it('of the booklet', () => expect(exportName(pkg('常务委员会工作报告', '工作稿第3稿'), booklet, '2025-12-18')).toBe('常务委员会工作报告（工作稿第3稿）2025-12-18'));
  it('without a 稿次', () => expect(exportName(pkg('常务委员会工作报告', null), booklet, '2025-12-18')).toBe('常务委员会工作报告2025-12-18'));
  it('another edition is named too', () => expect(exportName(pkg('工作报告', '大会稿'), { ...shipped('speech', ['report']), name: '大字稿' }, '2026-01-12')).toBe('工作报告 大字稿（大会稿）2026-01-12'));
  it('a title of two lines, with what file systems refuse, as long as a name may be', () => {
    const name = exportName(pkg(`“1+4/6”:${'长'.repeat(90)}`, '大会稿'), booklet, '2026-01-12');
    expect(name).toMatch(/^“1\+4 6” 长+（大会稿）2026-01-12$/);
    expect(Buffer.byteLength(`${name}.pdf`)).toBeLessThan(255);
  });
  it('of an article without a title: the package’s name', () => expect(exportName({ ...pkg('', null), name: '五届四次会议' }, booklet, '2026-01-12')).toBe('五届四次会议2026-01-12'));
  it('the folder of all', () => expect(exportFolderName({ ...pkg('', '大会稿'), name: '五届四次会议' }, '2026-01-12')).toBe('五届四次会议（大会稿）2026-01-12'));
});

it.each([['a\nb\u0000c', 'a b c'], ['...', '未命名'], ['. 名 .', '名'], ['甲\\乙|丙', '甲 乙 丙']])('%j is written %j', (name, safe) => expect(safeName(name)).toBe(safe));
