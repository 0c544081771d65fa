// Numbers of headings as Word's own multilevel list, one list for all levels: 一、
// （一） 1. （1）, linked to heading styles, so that a section moved in Word renumbers.
// Word restarts a level where a numbered heading above it stands; we do where any
// heading does, and a text may begin with （五）. So Word's counting is followed here,
// and where it would give another number than ours, a new list begins with the right
// starts: a list of its own (no w:startOverride), for programs disagree on shared
// counters. In: heads in order. Out: which list each takes, and numbering.xml.
import type { ParagraphStyle, TextStyle } from '../../core/flow/flow';
import type { HeadAttrs, NumberForm } from '../../core/model/schema';
import { HEADING_STYLES } from '../own-names';
import { runFormat, twips, type WordType } from './text-format';
import { element, valued } from './xml';

const LEVELS = 4;

interface List {
  /** By level, 1 to 4 at index 0 to 3. */
  readonly starts: readonly number[];
  readonly forms: readonly NumberForm[];
  readonly counts: (number | null)[];
}

/** The list that is linked to the heading styles. */
export const STYLE_LIST = 1;

/** Where a numbered head stands in Word's lists. `direct`: the style alone would give another list. */
export interface ListPlace {
  readonly list: number;
  readonly direct: boolean;
}

export class Lists {
  private readonly lists: List[] = [newList([1, 1, 1, 1], [null, null, null, null])];
  private current = 0;

  /** A new article counts anew; the styles' list is the first one's. */
  startArticle(): void {
    if (this.lists.some(({ counts }) => counts.some((count) => count !== null))) this.begin([1, 1, 1, 1], [null, null, null, null]);
  }

  /** The next head, whose printed number is `value`. */
  place(head: HeadAttrs, value: number): ListPlace {
    const at = head.level - 1;
    // Back to the styles' own list wherever it would give the number: there a section moved in Word renumbers by itself.
    const going = [STYLE_LIST - 1, this.current].find((index) => this.fits(this.lists[index]!, at, head.form, value));
    let list = this.lists[going ?? this.current]!;
    if (going === undefined) list = this.begin(list.starts.map((_, level) => (level === at ? value : 1)), list.forms.map((form, level) => (level === at ? head.form : form)));
    else this.current = going;
    list.counts[at] = value;
    for (let deeper = at + 1; deeper < LEVELS; deeper++) list.counts[deeper] = null;
    return this.open();
  }

  /** The list that goes on, uncounted. */
  open(): ListPlace {
    return { list: this.current + 1, direct: this.current + 1 !== STYLE_LIST };
  }

  /** Whether Word would give this number in this list. */
  private fits(list: List, at: number, form: NumberForm, value: number): boolean {
    if (list.forms[at] !== form) return false;
    // Programs disagree on what a level counts that a lower one has shown before it was used: such a list is not gone on with.
    const isBelow = (list.counts[at] ?? null) === null && list.counts.slice(at + 1).some((count) => count !== null);
    const count = list.counts[at] ?? null;
    return !isBelow && (count === null ? list.starts[at]! : count + 1) === value;
  }

  private begin(starts: readonly number[], forms: readonly NumberForm[]): List {
    const list = newList(starts, forms);
    this.lists.push(list);
    this.current = this.lists.length - 1;
    return list;
  }

  /** numbering.xml's root. `hosts`: styles of the heading levels 1 to 4; `labels`: how a run-in number of that level looks. */
  numbering(hosts: readonly ParagraphStyle[], labels: readonly TextStyle[], type: WordType, namespaces: Readonly<Record<string, string>>): string {
    const abstracts = this.lists.map((list, index) => element('w:abstractNum', { 'w:abstractNumId': index },
      valued('w:nsid', hex(0x42580000 + index)), valued('w:multiLevelType', 'multilevel'), valued('w:tmpl', hex(0x42590000 + index)),
      ...list.starts.map((start, at) => level(at, start, list.forms[at] ?? null, index + 1 === STYLE_LIST, hosts[at]!, labels[at]!, type))));
    const nums = this.lists.map((_, index) => element('w:num', { 'w:numId': index + 1 }, valued('w:abstractNumId', index)));
    return element('w:numbering', namespaces, ...abstracts, ...nums);
  }
}

function newList(starts: readonly number[], forms: readonly NumberForm[]): List {
  return { starts, forms, counts: starts.map(() => null) };
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');

/** The label of a level as Word writes it (model/numbering.ts: headingLabel). */
function labelText(at: number, form: NumberForm): { readonly format: string; readonly text: string } {
  const number = `%${at + 1}`;
  if (form === 'di') return { format: 'chineseCounting', text: `第${number}，` };
  return [
    { format: 'chineseCounting', text: `${number}、` }, { format: 'chineseCounting', text: `（${number}）` }, { format: 'decimal', text: `${number}.` }, { format: 'decimal', text: `（${number}）` },
  ][at]!;
}

function level(at: number, start: number, form: NumberForm, linked: boolean, host: ParagraphStyle, label: TextStyle, type: WordType): string {
  const { format, text } = labelText(at, form);
  return element('w:lvl', { 'w:ilvl': at },
    valued('w:start', start), valued('w:numFmt', format),
    linked ? valued('w:pStyle', HEADING_STYLES[at + 1]!.id) : '',
    valued('w:suff', 'nothing'), valued('w:lvlText', text), valued('w:lvlJc', 'left'),
    // The indent of the styles, or the list's own would win over them.
    element('w:pPr', {}, element('w:ind', { 'w:left': 0, 'w:firstLineChars': Math.round(host.indent * 100), 'w:firstLine': twips(host.indent * host.text.size) })),
    element('w:rPr', {}, runFormat(label, type).replace('<w:rFonts ', '<w:rFonts w:hint="eastAsia" ')));
}

/** numPr of a paragraph or style: a level of a list, or out of every list. */
export function numbered(level: number, list: number): string {
  return element('w:numPr', {}, valued('w:ilvl', level - 1), valued('w:numId', list));
}

export const UNNUMBERED = element('w:numPr', {}, valued('w:ilvl', 0), valued('w:numId', 0));
