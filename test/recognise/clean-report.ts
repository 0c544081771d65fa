// Clean work reports by seed: head, parts, items, closing, annex in the layouts
// that real ones have, with what `outline` must say of each line.
import { EMPTY_HEAD, type TrueHead, type TrueHeading } from './case';
import { han, hanDate, headingWords, makeName, paragraph, partWords, sentence, themes, topic, type Dice, type Place } from './grammar';

export interface CleanLine {
  readonly text: string;
  /** `own`: a heading of its own; `row`: of a table; `sign`: signature or date under a text. */
  readonly part: 'head' | 'own' | 'body' | 'row' | 'sign';
  readonly heading: Omit<TrueHeading, 'line'> | null;
}

export interface CleanArticle extends TrueHead {
  readonly kind: 'report' | 'editorial' | 'news' | 'resolution' | 'address' | 'notice' | 'continuation';
  readonly lines: readonly CleanLine[];
}

export type Family = 'cppcc' | 'proposals' | 'government' | 'congress' | 'court' | 'prosecutors' | 'plan';

/** The meeting that the articles of one page share. */
export interface Meeting {
  readonly place: Place;
  readonly term: number;
  readonly session: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly cppcc: boolean;
  readonly speaker: string;
}

/** 政协云岭市第五届委员会第四次会议 or its sister. */
export function meetingName(m: Meeting, d: Dice): string {
  const term = `第${han(m.term)}届`;
  const session = `第${han(m.session)}次会议`;
  if (!m.cppcc) return m.place.level === 'nation' ? `${term}全国人民代表大会${session}` : `${m.place.name}${term}人民代表大会${session}`;
  if (m.place.level === 'nation') return `中国人民政治协商会议${term}全国委员会${session}`;
  return d.pick([`政协${m.place.name}${term}委员会${session}`, `政协${m.place.name}${term}委员会${session}`, `政协${term}${m.place.name}委员会${session}`, `中国人民政治协商会议${m.place.name}${term}委员会${session}`]);
}

const body = (text: string): CleanLine => ({ text, part: 'body', heading: null });
const headLine = (text: string): CleanLine => ({ text, part: 'head', heading: null });
const own = (label: string, level: number, number: string | null, text: string, stop = ''): CleanLine => ({ text: `${label}${text}${stop}`, part: 'own', heading: { level, number, text, runIn: false } });
const runIn = (label: string, level: number, number: string | null, text: string, rest: string): CleanLine => ({ text: `${label}${text}。${rest}`, part: 'body', heading: { level, number, text, runIn: true } });

/** Titles by family, as the lines of the head set them. */
function title(d: Dice, m: Meeting, family: Family): string[] {
  const { place } = m;
  const nation = place.level === 'nation';
  const term = `第${han(m.term)}届`;
  switch (family) {
    case 'cppcc': {
      if (nation) return d.pick([['中国人民政治协商会议全国委员会', '常务委员会工作报告'], ['中国人民政治协商会议全国委员会常务委员会工作报告']]);
      const order = d.chance(0.7) ? `${place.name}${term}` : `${term}${place.name}`;
      return d.pick([
        [`中国人民政治协商会议${order}委员会常务委员会工作报告`],
        ['中国人民政治协商会议', `${order}委员会常务委员会`, '工 作 报 告'],
        [`中国人民政治协商会议${order}委员会`, '常务委员会工作报告'],
        ['中国人民政治协商会议', `${order}委员会`, '常务委员会', '工 作 报 告'],
        [`政协${order}委员会常务委员会工作报告`],
        [`中国人民政治协商会议${place.name}委员会常务委员会工作报告`],
      ]);
    }
    case 'proposals': {
      const name = nation ? '中国人民政治协商会议全国委员会' : `政协${place.name}${term}委员会`;
      return d.pick([
        [`关于${name}第${han(Math.max(1, m.session - 1))}次会议以来提案工作情况的报告`],
        [`${name}常务委员会`, '关于提案工作情况的报告'],
        [`${name}常务委员会关于${han(m.term)}届${han(Math.max(1, m.session - 1))}次会议以来提案工作情况的报告`],
        [`${name}常务委员会提案工作报告`],
      ]);
    }
    case 'government': return d.pick([['政府工作报告'], ['政 府 工 作 报 告'], [`${m.year}年${nation ? '国务院' : place.name}政府工作报告`], [`${place.name}人民政府工作报告`.replace(/^人民/, '')]]);
    case 'congress': return d.pick([[`${nation ? '全国' : place.name}人民代表大会常务委员会工作报告`], [`${nation ? '全国' : place.name}人民代表大会`, '常务委员会工作报告'], [`${nation ? '全国' : place.name}人大常委会工作报告`]]);
    case 'court': return d.pick([[nation ? '最高人民法院工作报告' : `${place.name}${place.level === 'province' ? '高级' : place.level === 'city' ? '中级' : ''}人民法院工作报告`]]);
    case 'prosecutors': return [nation ? '最高人民检察院工作报告' : `${place.name}人民检察院工作报告`];
    case 'plan': return d.pick([
      [`关于${place.name}${m.year - 1}年国民经济和社会发展计划执行情况与${m.year}年国民经济和社会发展计划草案的报告`],
      [`关于${place.name}${m.year - 1}年国民经济和社会发展计划`, `执行情况与${m.year}年国民经济和社会`, '发展计划草案的报告'],
      [`关于${place.name}${m.year - 1}年预算执行情况和${m.year}年预算草案的报告`],
    ]);
  }
}

const OFFICES: Readonly<Record<Family, (p: Place) => readonly string[]>> = {
  cppcc: (p) => (p.level === 'nation' ? ['全国政协主席'] : [`${p.short}政协主席`, `政协${p.name}委员会主席`, '主席', `${p.short}政协党组书记、主席`]),
  proposals: (p) => (p.level === 'nation' ? ['全国政协副主席'] : [`${p.short}政协副主席`, '副主席']),
  government: (p) => (p.level === 'nation' ? ['国务院总理'] : [p.chief, `${p.name}人民政府${p.chief}`, `${p.name}${p.chief}`, `代${p.chief}`, `${p.short}委副书记、${p.chief}`]),
  congress: (p) => (p.level === 'nation' ? ['全国人民代表大会常务委员会委员长'] : [`${p.short}人大常委会主任`, `${p.name}人大常委会主任`, `${p.name}人民代表大会常务委员会主任`, `${p.short}人大常委会党组书记、主任`]),
  court: (p) => (p.level === 'nation' ? ['最高人民法院院长'] : ['院长', `${p.short}中级人民法院院长`, `${p.name}人民法院院长`]),
  prosecutors: (p) => (p.level === 'nation' ? ['最高人民检察院检察长'] : ['检察长', `${p.name}人民检察院检察长`, `${p.name}人民检察院代检察长`]),
  plan: (p) => (p.level === 'nation' ? ['国家发展和改革委员会主任'] : [`${p.name}发展和改革委员会主任`, `${p.name}财政局局长`]),
};

const spaced = (name: string, gap: string): string => (name.length === 2 ? `${name[0]}${gap}${name[1]}` : name);

export interface MadeHead extends TrueHead {
  readonly lines: readonly CleanLine[];
}

/** The head of a report in one of the layouts that real ones have (W-01…W-04). */
export function reportHead(d: Dice, m: Meeting, family: Family): MadeHead {
  const lines: CleanLine[] = [];
  const titles = title(d, m, family);
  const prefix = d.chance(0.06) ? d.pick(['（受权发布）', '（两会受权发布）', '受权发布丨']) : '';
  const suffix = titles.length === 1 && d.chance(0.06) ? '（摘要）' : '';
  titles.forEach((line, i) => { lines.push(headLine(`${i === 0 ? prefix : ''}${line}${suffix}`)); });
  const value = { ...EMPTY_HEAD, title: `${titles.join('').replace(/\s/g, '')}${suffix}` };
  const name = meetingName(m, d);
  const occasion = `在${name}上`;
  const iso = `${m.year}-${String(m.month).padStart(2, '0')}-${String(m.day).padStart(2, '0')}`;
  const digits = `${m.year}年${m.month}月${m.day}日`;
  const written = d.chance(0.15) ? hanDate(m.year, m.month, m.day) : digits;
  const dash = d.pick(['——', '——', '——', '—', '--', '－－', '──', '━━', '— —']);
  const dated = { ...value, occasion, date: iso, dateText: written };
  const speaker = d.chance(0.85) ? m.speaker : null;
  const named = (head: TrueHead): TrueHead => ({ ...head, speaker });
  const speakerLines = (): string[] => {
    if (speaker === null) return [];
    const office = d.pick(OFFICES[family](m.place));
    return d.pick([
      [spaced(speaker, d.pick([' ', '  ', '　']))], [speaker], [`（${speaker}）`], [`${office} ${spaced(speaker, ' ')}`], [`${office}　${speaker}`], [office, spaced(speaker, '　')], [`报告人：${speaker}`], [`（${office} ${speaker}）`],
    ]);
  };
  let head: TrueHead = named(dated);
  const put = (...texts: string[]): void => { for (const text of texts) lines.push(headLine(text)); };
  const brackets = (text: string): string => (d.chance(0.6) ? `（${text}）` : text);
  switch (d.int(0, 11)) {
    case 0: put(`${dash}${written}${occasion}`, ...speakerLines()); break;
    case 1: put(`（${written}${occasion}）`, ...speakerLines()); break;
    case 2: put(`${dash}在${m.month}月${m.day}日${name}上`, ...speakerLines()); head = { ...named(dated), date: null, dateText: `${m.month}月${m.day}日` }; break;
    case 3: put(`${dash}${written}${occasion}的报告`, ...speakerLines()); break;
    case 4: put(`${dash}${occasion}（${written}）`, ...speakerLines()); break;
    case 5: {
      const at = name.search(/委员会|人民代表/);
      put(`${dash}在${name.slice(0, at)}`, `${name.slice(at)}上`, brackets(written), ...speakerLines());
      break;
    }
    case 6: put(occasion, brackets(written), ...speakerLines()); break;
    case 7: put(`${dash}${occasion}`, ...speakerLines(), brackets(written)); break;
    case 8: put(`${dash}${occasion}`, ...speakerLines()); head = { ...named(value), occasion }; break;
    case 9: put(...speakerLines()); head = named(value); break;
    default: put(`${dash}${occasion}`, brackets(written), ...speakerLines());
  }
  const salutation = d.pick(m.cppcc ? ['各位委员', '各位委员', '各位委员、同志们', '各位委员，同志们'] : ['各位代表', '各位代表', '各位代表、同志们', '尊敬的各位代表']);
  const address = d.int(0, 9);
  const mandate = mandateOf(d, m, family);
  if (address === 0) {
    lines.push(body(mandate));
    return { ...head, lines };
  }
  if (address === 1) lines.push(body(`${salutation}：${mandate}`));
  else lines.push(headLine(`${salutation}：`), body(mandate));
  return { ...head, salutation, lines };
}

function mandateOf(d: Dice, m: Meeting, family: Family): string {
  const asks = d.pick(['请予审议。', '请予审议，并请列席会议的同志提出意见。', '请予审议，并请各位政协委员和其他列席人员提出意见。', '请审议。']);
  const who = family === 'government' ? `${m.place.short === '' ? '国务院' : `${m.place.short}人民政府`}` : family === 'court' ? `${m.place.short}中级人民法院` : family === 'prosecutors' ? `${m.place.name}人民检察院` : m.cppcc ? `政协${m.place.name}第${han(m.term)}届委员会常务委员会` : `${m.place.short}人大常委会`;
  if (family === 'plan') return `受${m.place.short}人民政府委托，现将${m.year - 1}年计划执行情况与${m.year}年计划草案提请大会审查，并请各位政协委员提出意见。`;
  const what = family === 'proposals' ? '提案工作情况' : '工作';
  return d.pick([`现在，我代表${who}，向大会报告${what}，${asks}`, `我受${who}委托，向大会报告${what}，${asks}`, `我代表${who}向大会报告${what}，${asks}`, `受${who}委托，我向大会报告${what}，${asks}`]);
}

interface Style {
  readonly parts: 'numbered' | 'plain' | 'banner';
  readonly items: 'run-in' | 'own' | 'own-stop' | 'ordinal' | 'figure' | 'none' | 'level1';
  readonly third: 'none' | 'run-in' | 'own' | 'fourth';
  readonly themes: 'none' | 'run-in' | 'own' | 'inside';
}

function styleOf(d: Dice): Style {
  const parts = d.pick(['numbered', 'numbered', 'numbered', 'numbered', 'plain', 'banner'] as const);
  const items = parts === 'banner' ? d.pick(['level1', 'level1', 'run-in'] as const) : parts === 'plain' ? d.pick(['run-in', 'own', 'none'] as const) : d.pick(['run-in', 'run-in', 'own', 'own-stop', 'ordinal', 'figure', 'none'] as const);
  return { parts, items, third: d.pick(['none', 'none', 'none', 'run-in', 'own', 'fourth'] as const), themes: d.pick(['none', 'none', 'run-in', 'own', 'inside'] as const) };
}

const CLOSINGS = ['为推动高质量发展作出新的更大贡献！', '为谱写现代化建设新篇章而努力奋斗！', '奋力开创各项事业新局面！', '为全面建设社会主义现代化贡献更大力量！'];

/** Parts, items and closing of a report. */
export function reportBody(d: Dice, m: Meeting, least: number): CleanLine[] {
  const style = styleOf(d);
  const lines: CleanLine[] = [];
  const of = d.int(2, 3);
  const members = m.cppcc ? '各位委员' : '各位代表';
  let running = 0;
  for (let p = 0; p < of; p += 1) {
    const words = partWords(d, m.year - 1, p, of);
    if (style.parts === 'numbered') lines.push(own(`${han(p + 1)}、`, 1, han(p + 1), words));
    else lines.push(own('', style.items === 'level1' ? 0 : 1, null, words));
    lines.push(body(paragraph(d, least)));
    const count = d.int(2, 5);
    const restart = d.chance(0.5);
    for (let i = 0; i < count; i += 1) {
      const n = style.items === 'level1' && !restart ? (running += 1) : i + 1;
      lines.push(...item(d, style, n, least));
    }
    if (p === 0 && d.chance(0.6)) lines.push(body(`${members}，${paragraph(d, 40)}我代表常委会，向大家表示衷心的感谢！`));
    if (p === 0 && d.chance(0.5)) lines.push(body(`回顾一年来的工作，我们也清醒地认识到，${sentence(d)}对此，将采取措施认真解决。`));
  }
  if (d.chance(0.3)) lines.push(body(`${members}！`));
  lines.push(body(`${d.chance(0.5) ? `${members}，` : ''}${paragraph(d, 60)}让我们${d.pick(['高举旗帜', '同心同德', '踔厉奋发'])}，${d.pick(CLOSINGS)}`));
  if (d.chance(0.12)) lines.push(...annex(d));
  return lines;
}

function item(d: Dice, style: Style, n: number, least: number): CleanLine[] {
  const words = headingWords(d);
  const rest = paragraph(d, least);
  switch (style.items) {
    case 'none': return [body(`${d.chance(0.5) ? `${['一', '二', '三', '四', '五'][n - 1]}是` : ''}${rest}`)];
    case 'run-in': return [runIn(`（${han(n)}）`, 2, han(n), words, rest), ...below(d, style, least)];
    case 'own': return [own(`（${han(n)}）`, 2, han(n), words), body(rest), ...below(d, style, least)];
    case 'own-stop': return [own(`（${han(n)}）`, 2, han(n), words, '。'), body(rest), ...below(d, style, least)];
    case 'ordinal': return [runIn(`第${han(n)}，`, 2, han(n), words.replace(/，/g, '、'), rest)];
    case 'figure': return [runIn(`${n}.`, 3, `${n}`, words, rest)];
    case 'level1': return [own(`${han(n)}、`, 1, han(n), words), body(rest), ...below(d, style, least)];
  }
}

/** What stands under an item: third and fourth level, or paragraphs with theme sentences. */
function below(d: Dice, style: Style, least: number): CleanLine[] {
  const lines: CleanLine[] = [];
  if (style.third !== 'none' && d.chance(0.7)) {
    const count = d.int(2, 4);
    for (let i = 1; i <= count; i += 1) {
      const words = headingWords(d).split(/[，、]/)[0] as string;
      if (style.third === 'run-in') lines.push(runIn(`${i}.`, 3, `${i}`, words, paragraph(d, least)));
      else lines.push(own(`${i}.`, 3, `${i}`, words), body(paragraph(d, least)));
      if (style.third === 'fourth' && i === 1) for (let k = 1; k <= 2; k += 1) lines.push(runIn(`（${k}）`, 4, `${k}`, `${topic(d)}抓实`, paragraph(d, least)));
    }
    return lines;
  }
  if (style.themes === 'run-in') for (const theme of themes(d, d.int(2, 4))) lines.push(runIn('', 5, null, theme.slice(0, -1), paragraph(d, least)));
  if (style.themes === 'own') for (const theme of themes(d, 2)) lines.push(own('', 5, null, theme.slice(0, -1)), body(paragraph(d, least)));
  return lines;
}

function annex(d: Dice): CleanLine[] {
  const lines = [body(d.pick(['附件：重点项目表', '附件1', '名词解释', '附：主要指标完成情况']))];
  if (lines[0]?.text === '名词解释') for (let i = 1; i <= 3; i += 1) lines.push(body(`${i}.“${topic(d)}”：指${sentence(d)}`));
  else {
    lines.push({ text: '项目\t单位\t数量', part: 'row', heading: null });
    for (let i = 1; i <= d.int(3, 6); i += 1) lines.push({ text: `${i}.${topic(d)}\t${d.pick(['个', '公里', '万元'])}\t${d.int(3, 900)}`, part: 'row', heading: null });
  }
  return lines;
}

/** A whole report. `least`: characters of a paragraph at least. */
export function cleanReport(d: Dice, m: Meeting, family: Family, least: number): CleanArticle {
  const { lines, ...head } = reportHead(d, m, family);
  return { kind: 'report', ...head, lines: [...lines, ...reportBody(d, m, least)] };
}

export function makeMeeting(d: Dice, place: Place): Meeting {
  return { place, term: d.int(3, 17), session: d.int(1, 6), year: d.int(2019, 2027), month: d.int(1, 3), day: d.int(3, 28), cppcc: d.chance(0.5), speaker: makeName(d) };
}
