// Whose report it is: a committee of the 政协 or a standing committee of a people's
// congress, and at which level. Sessions of its own are rolled forward, those of others
// (全国政协…, 省…, the Party's plenaries) are flagged (TYPESETTING 4.4, W-C).
import type { FieldPath, Package } from '../../model/package';
import { fieldText } from '../../model/field-text';

export type Body = 'cppcc' | 'congress';

const CPPCC = /政协|政治协商会议/;
const CONGRESS = /人民代表大会|人大/;
/** A session of either as texts name it: 市政协七届四次会议, 第七届人民代表大会第四次会议. */
const SESSIONS: Readonly<Record<Body, RegExp>> = {
  cppcc: /(?:政协|政治协商会议)[^，。；、]{0,16}[一二三四五六七八九十\d][届次]/g,
  congress: /[一二三四五六七八九十\d]届(?:人民代表大会|人大)|(?:人民代表大会|人大)[一二三四五六七八九十\d]+届/g,
};

/** Told by the organisation, else by titles and occasions; where those name neither (an editorial's slogan) by whose sessions the text speaks of more. */
export function bodyOf(pkg: Package): Body {
  const shown = (paths: readonly FieldPath[]): string => pkg.articles.flatMap(({ fields }) => paths.map((path) => fieldText(fields[path], pkg.meeting))).join(' ');
  for (const names of [[pkg.meeting.organisation.full, pkg.meeting.organisation.short, shown(['deck.main', 'head.occasion'])].join(' '), shown(['deck.sub', 'deck.over'])]) {
    if (CPPCC.test(names)) return 'cppcc';
    if (CONGRESS.test(names)) return 'congress';
  }
  const text = pkg.articles.map(({ doc }) => doc.textContent).join('\n');
  const [cppcc, congress] = [[...text.matchAll(SESSIONS.cppcc)].length, [...text.matchAll(SESSIONS.congress)].length];
  return congress > cppcc ? 'congress' : 'cppcc';
}
