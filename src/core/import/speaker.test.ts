// Lines of a head that name who speaks: a row a line.
import { describe, expect, it } from 'vitest';
import { isReportingBody, speakerLine, speakerName, type SpeakerLine } from './speaker';

describe('what a line says of the speaker (W-03)', () => {
  it.each<[string, SpeakerLine, string | null]>([
    ['何田', 'name', '何田'],
    ['何　田', 'name', '何田'],
    ['（何田）', 'name', '何田'],
    ['欧阳明月', 'name', '欧阳明月'],
    ['报告人：何田', 'name', '何田'],
    ['市长 于海', 'office-and-name', '于海'],
    ['市长于海', 'office-and-name', '于海'],
    ['全国人民代表大会常务委员会委员长　魏长青', 'office-and-name', '魏长青'],
    ['云岭市人民检察院代检察长 方静', 'office-and-name', '方静'],
    ['报告人：县长 司马致远', 'office-and-name', '司马致远'],
    ['杨光 市政协主席', 'office-and-name', '杨光'],
    // Rare characters above U+FFFF are one character each.
    ['𫍯伟', 'name', '𫍯伟'],
    ['孙𬱖', 'name', '孙𬱖'],
    ['何　𬭚', 'name', '何𬭚'],
    ['王𬀩明', 'name', '王𬀩明'],
    ['市长 赵𫖯', 'office-and-name', '赵𫖯'],
    ['李𬍛（女）', 'office-and-name', '李𬍛'],
    ['报告人：提案委员会主任 沈若兰  副主任 慕容喆', 'office-and-name', '沈若兰、慕容喆'],
    ['主任 苏　望　副主任 何田', 'office-and-name', '苏望、何田'],
    ['区长：何田', 'office-and-name', '何田'],
    ['民革云岭市总支部委员会　欧阳明月', 'office-and-name', '欧阳明月'],
    ['云岭市工商联　何　田', 'office-and-name', '何田'],
    ['（摘要）', null, null],
    ['副主席', 'office', null],
    ['检察长', 'office', null],
    ['市人大常委会党组书记、主任', 'office', null],
    ['政协云岭市第五届委员会第四次会议听取和审议了林致远同志', null, null],
    ['我们的工作取得了新的进展，', null, null],
  ])('%s', (line, kind, name) => {
    expect(speakerLine(line)).toBe(kind);
    if (kind !== null) expect(speakerName(line)).toBe(name);
  });

  it('an office on one line, the name on the next', () => { expect(speakerName('江州市政协副主席\n欧阳明月')).toBe('欧阳明月'); });
  it('a body that reports in a person’s place is no name', () => {
    expect(isReportingBody('云岭市发展和改革委员会')).toBe(true);
    for (const body of ['云岭新区发展和改革局', '县人民法院', '云岭市人民检察院', '市住房和城乡建设局', '区教育体育局']) expect(isReportingBody(body), body).toBe(true);
    for (const words of ['全市乘势而上开新局', '云岭市服务发展大局', '市领导走访市教育局']) expect(isReportingBody(words), words).toBe(false);
    expect(speakerName('市财政局')).toBeNull();
  });
});
