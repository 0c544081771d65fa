import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { shipped } from '../../../test/build-edition';
import { applyChange } from '../model/apply-change';
import type { Edition, Package, Phase } from '../model/package';
import { joinParts } from './join-parts';

const edition = (preset: string, id: string, name: string, phase: Phase | null, ...articles: string[]): Edition => ({ ...shipped(preset, articles), id, name, phase });
const made = (kind: 'resolution' | 'address' | 'news') => article('paper', kind, doc(p('正文')));
const PARTS = {
  resolution: { articles: [made('resolution')], editions: [edition('gb', 'booklet', '会议文件', null, 'paper'), edition('N8', 'newspaper', '闭幕版', 'closing', 'paper'), edition('speech', 'speech', '宣读稿', null, 'paper')] },
  address: { articles: [made('address')], editions: [edition('speech', 'speech', '大字稿', null, 'paper'), edition('N8', 'newspaper', '开幕版', 'opening', 'paper')] },
  news: { articles: [made('news')], editions: [edition('N8', 'newspaper', '开幕版', 'opening', 'paper'), edition('gb', 'booklet', '送审稿', null, 'paper')] },
};
const OPENING = packageOf([article('report', 'report', doc(p('报告')))], [edition('gb', 'booklet', '单行本', null, 'report'), edition('N8', 'newspaper', '开幕版', 'opening', 'report')]);

function joined(pkg: Package, kind: keyof typeof PARTS, name: string): Package {
  return joinParts(pkg, PARTS[kind], name).changes.reduce((now, change) => {
    const result = applyChange(now, change);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  }, pkg);
}
const editions = (pkg: Package) => pkg.editions.map(({ id, name, phase, articles }) => [id, name, phase, articles]);

describe('a template\'s papers join a package', () => {
  it('a resolution brings its booklet and the closing paper: never beside the opening editorial', () => {
    const pkg = joined(OPENING, 'resolution', '决议（关于常委会工作报告）');
    expect(pkg.articles.map(({ id }) => id)).toEqual(['report', 'paper']);
    expect(editions(pkg).slice(2)).toEqual([['booklet-paper', '决议会议文件', null, ['paper']], ['newspaper-paper', '闭幕版', 'closing', ['paper']]]);
  });
  it('a story joins the paper of its phase; one without a phase takes what comes', () => {
    expect(editions(joined(OPENING, 'news', '开幕消息'))).toEqual([['booklet', '单行本', null, ['report']], ['newspaper', '开幕版', 'opening', ['report', 'paper']]]);
    const any = { ...OPENING, editions: [edition('N8', 'newspaper', '报纸版面', null, 'report')] };
    expect(editions(joined(any, 'resolution', '决议'))[0]).toEqual(['newspaper', '报纸版面', null, ['report', 'paper']]);
  });
  it('an address brings its large type and stands in no paper', () => {
    expect(editions(joined(OPENING, 'address', '开幕词')).slice(2)).toEqual([['speech-paper', '开幕词大字稿', null, ['paper']]]);
  });
  it('the same again has names of its own', () => {
    const pkg = joined(joined(OPENING, 'resolution', '决议'), 'resolution', '决议');
    expect(pkg.articles.map(({ id }) => id)).toEqual(['report', 'paper', 'paper-2']);
    expect(editions(pkg).map(([id]) => id)).toEqual(['booklet', 'newspaper', 'booklet-paper', 'newspaper-paper', 'booklet-paper-2']);
    expect(pkg.editions.at(3)?.articles).toEqual(['paper', 'paper-2']);
  });
});
