// Names of last year that this year's text should not bear any more (the standing check): who
// spoke or presided, where the record has another now, and who held an office of which the
// text of now names another holder. In: both texts with their records. Out: names, and why.
// Of an office that several hold (副主席, 委员) nobody can tell; who is merely the same as
// last year is leftovers.ts' to mention.
import type { Node } from 'prosemirror-model';
import type { Meeting, Package, Version } from '../model/package';
import { officeHolders, type OfficeHolder } from './roll/leaders';
import { unitsOf, type Unit } from './roll/unit';

export interface OldName {
  readonly name: string;
  /** error: the record says who it is; warning: the text does. */
  readonly severity: 'error' | 'warning';
  /** Behind the name, in Chinese: 是去年的…. */
  readonly why: string;
}

/** Names of the record as they were, where they are others now. */
function ofRecord(last: Version, meeting: Meeting): readonly OldName[] {
  return (['speaker', 'chair'] as const).flatMap((of): OldName[] => {
    const [old, now] = [last.meeting[of] ?? '', meeting[of] ?? ''];
    const isHere = [meeting.speaker, meeting.chair].includes(old);
    return old === '' || now === '' || old === now || isHere ? [] : [{ name: old, severity: 'error', why: '是去年的报告人或主持人，今年的会议信息里是别人' }];
  });
}

const held = new WeakMap<Node, readonly OfficeHolder[]>();

function holdersIn(units: readonly Unit[]): readonly OfficeHolder[] {
  return units.flatMap(({ node, text }) => {
    const known = held.get(node) ?? officeHolders(text);
    held.set(node, known);
    return known;
  });
}

/** Old names of a package; `last` null: none, for nobody rolled it. `units`: of the package. */
export function oldNames({ meeting }: Pick<Package, 'meeting'>, units: readonly Unit[], last: Version | null): readonly OldName[] {
  if (last === null) return [];
  const now = new Map<string, Set<string>>();
  for (const { office, name } of holdersIn(units)) now.set(office, (now.get(office) ?? new Set()).add(name));
  const names = new Map(ofRecord(last, meeting).map((one) => [one.name, one]));
  const then = holdersIn(lastUnits(last));
  const known = new Set(then.map(({ office, name }) => `${office} ${name}`));
  for (const { office, name } of then) {
    const others = [...(now.get(office) ?? [])].filter((one) => !known.has(`${office} ${one}`));
    if (others.length > 0 && !names.has(name)) names.set(name, { name, severity: 'warning', why: `是去年文稿里的${office}，现在的文稿里${office}已写作${others.join('、')}` });
  }
  return [...names.values()];
}

const DOES = '受|所作|同志|代表|主持|作|宣布|说|在|向|指出|强调|讲话|要求|批示|带队|率|到会|出席|参加|等|分别|一行|书记|主席|主任|市长|省长|县长|区长|州长|部长|秘书长|委员';
const OFFICE_BEFORE = '书记|主席|主任|[省市县区州旗盟]长|秘书长|检察长|院长|部长|委员|代表|[、，。；：（“]|由|经|请|^';

/** Where a person is named, the letters of the name apart or not. A name of two letters may be a word (方圆十里): it counts where a person would stand. */
export function placesOfName(text: string, name: string): readonly { readonly from: number; readonly to: number }[] {
  const letters = [...name.replaceAll(/[\s\u3000]/g, '')];
  if (letters.length < 2 || letters.some((letter) => !/[\u4e00-\u9fff·]/.test(letter))) return [];
  const words = letters.join('[\\s\\u3000]*');
  const pattern = letters.length > 2 ? words : `(?<=${OFFICE_BEFORE})${words}(?=${DOES}|[、，。；）]|$)`;
  return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

const unitsKept = new WeakMap<Version, readonly Unit[]>();

function lastUnits(last: Version): readonly Unit[] {
  const known = unitsKept.get(last) ?? unitsOf(last);
  unitsKept.set(last, known);
  return known;
}
