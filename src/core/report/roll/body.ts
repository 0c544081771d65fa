// Whose report it is: a committee of the 政协 or a standing committee of a people's
// congress, and at which level. Sessions of its own are rolled forward, those of others
// (全国政协…, 省…, the Party's plenaries) are flagged (TYPESETTING 4.4, W-C).
import type { Package } from '../../model/package';
import { fieldText } from '../../model/field-text';

export type Body = 'cppcc' | 'congress';

/** Told by the organisation, else by titles and occasions. */
export function bodyOf(pkg: Package): Body {
  const names = [pkg.meeting.organisation.full, pkg.meeting.organisation.short, ...pkg.articles.flatMap(({ fields }) => [fieldText(fields['deck.main'], pkg.meeting), fieldText(fields['head.occasion'], pkg.meeting)])].join(' ');
  return /政协|政治协商会议/.test(names) || !/人民代表大会|人大/.test(names) ? 'cppcc' : 'congress';
}
