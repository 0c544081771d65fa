// The report's neighbours on a newspaper page, by seed: opening story, brief,
// comment, resolution, address, notice, the rest of a story from another page.
import { EMPTY_HEAD } from './case';
import { cleanReport, meetingName, type CleanArticle, type CleanLine, type Meeting } from './clean-report';
import { han, makeName, paragraph, sentence, slogan, topic, type Dice } from './grammar';

const body = (text: string): CleanLine => ({ text, part: 'body', heading: null });
const head = (text: string): CleanLine => ({ text, part: 'head', heading: null });
const sign = (text: string): CleanLine => ({ text, part: 'sign', heading: null });

const shortName = (m: Meeting): string => `${m.place.short}${m.cppcc ? '政协' : ''}${han(m.term)}届${m.cppcc ? '' : '人大'}${han(m.session)}次会议`;
const bare = (text: string): string => text.replace(/\s/g, '');
const iso = (m: Meeting): string => `${m.year}-${String(m.month).padStart(2, '0')}-${String(m.day).padStart(2, '0')}`;
const dateOf = (m: Meeting): string => `${m.year}年${m.month}月${m.day}日`;

function dateline(d: Dice, m: Meeting): string {
  const day = `${m.month}月${m.day}日`;
  const who = d.chance(0.5) ? makeName(d) : `${makeName(d)} ${makeName(d)}`;
  return d.pick([`本报讯（记者 ${who}）${day}，`, `本报讯（记者 ${who} 通讯员 ${makeName(d)}）${day}上午，`, `本报${m.place.stem}${day}讯（记者 ${who}）`, `新华社${m.place.stem}${day}电（记者${makeName(d)}）`, `本报记者 ${makeName(d)} 报道：${day}，`, `本报讯 ${day}，`]);
}

function openingStory(d: Dice, m: Meeting): CleanArticle {
  const main = d.pick([`${shortName(m)}隆重开幕`, `${shortName(m)}开幕`, `${meetingName(m, d)}隆重开幕`, `${shortName(m)}胜利闭幕`]);
  const over = slogan(d);
  const sub = d.pick([`${makeName(d)}主持 ${makeName(d)}作报告`, `${makeName(d)} ${makeName(d)}到会祝贺`]);
  const deck = d.pick([[main], [over, main], [over, main, sub], [main, sub]]);
  return {
    kind: 'news', ...EMPTY_HEAD, title: bare(main),
    lines: [
      ...deck.map(head),
      body(`${dateline(d, m)}${meetingName(m, d)}在${m.place.name}人民会堂开幕。${sentence(d)}`),
      body(`大会应出席${m.cppcc ? '委员' : '代表'}${d.int(250, 700)}人，实到${d.int(200, 249)}人，符合${m.cppcc ? '规定' : '法定'}人数。`),
      ...Array.from({ length: d.int(2, 6) }, () => body(`${d.pick(['会议由' + makeName(d) + '主持。', m.speaker + '说，', '会议指出，', '分组讨论中，'])}${paragraph(d, 60)}`)),
    ],
  };
}

function brief(d: Dice, m: Meeting): CleanArticle {
  const main = d.pick([`${shortName(m)}举行主席团会议`, `${meetingName(m, d)}举行常委会议`, `${makeName(d)}看望出席会议的${m.cppcc ? '委员' : '代表'}`, `全${m.place.short}${topic(d)}推进会召开`, `${makeName(d)}调研${topic(d)}工作`]);
  return { kind: 'news', ...EMPTY_HEAD, title: bare(main), lines: [head(main), body(`${dateline(d, m)}${sentence(d)}`), ...Array.from({ length: d.int(1, 3) }, () => body(paragraph(d, 50)))] };
}

function editorial(d: Dice, m: Meeting): CleanArticle {
  const label = d.pick(['社论', '本报评论员', '社论', '本报社论', '评论员文章']);
  const main = slogan(d);
  const deck = [head(main), head(`——${d.pick(['热烈祝贺', '祝贺', '写在'])}${shortName(m)}${d.pick(['隆重开幕', '开幕', '开幕之际'])}`)];
  const labelAfter = d.chance(0.25);
  return {
    kind: 'editorial', ...EMPTY_HEAD, title: bare(main),
    lines: [
      ...(labelAfter ? [...deck, head(label)] : [head(label), ...deck]),
      ...Array.from({ length: d.int(3, 6) }, () => body(paragraph(d, 70))),
      body(d.pick(['预祝大会圆满成功！', `预祝${shortName(m)}圆满成功！`, `${sentence(d)}预祝大会圆满成功！`])),
    ],
  };
}

function resolution(d: Dice, m: Meeting): CleanArticle {
  const what = d.pick(m.cppcc ? ['常务委员会工作报告', '常务委员会提案工作情况报告'] : ['政府工作报告', `${m.place.name}人民代表大会常务委员会工作报告`, `${m.place.name}人民法院工作报告`]);
  const name = meetingName(m, d);
  const titles = d.chance(0.5) ? [`${name}关于${what}的决议`] : [name, `关于${what}的决议`];
  return {
    kind: 'resolution', ...EMPTY_HEAD, title: bare(titles.join('')), date: iso(m), dateText: dateOf(m),
    lines: [
      ...titles.map(head), head(`（${dateOf(m)}${name}通过）`),
      body(`${name}听取和审议了${m.speaker}同志所作的${what}。会议同意这个报告。`),
      ...['会议认为，', '会议指出，', '会议要求，', '会议号召，'].slice(0, d.int(1, 4)).map((word) => body(`${word}${paragraph(d, 50)}`)),
    ],
  };
}

function address(d: Dice, m: Meeting): CleanArticle {
  const name = meetingName(m, d);
  const kind = d.pick(['开幕词', '闭幕词', '闭幕会上的讲话']);
  const members = m.cppcc ? '各位委员、同志们' : '各位代表、同志们';
  const base = { kind: 'address' as const, ...EMPTY_HEAD, date: iso(m), dateText: dateOf(m), speaker: m.speaker, salutation: members };
  const rest = [head(`（${dateOf(m)}）`), head(m.speaker), head(`${members}：`), ...Array.from({ length: d.int(3, 6) }, () => body(paragraph(d, 60))), body(d.pick(['谢谢大家！', '现在，我宣布大会闭幕。', `${sentence(d)}`]))];
  if (kind === '闭幕会上的讲话') return { ...base, title: `在${name}${kind}`, lines: [head(`在${name}${kind}`), ...rest] };
  return d.chance(0.5)
    ? { ...base, title: `在${name}上的${kind}`, lines: [head(`在${name}上的${kind}`), ...rest] }
    : { ...base, title: kind, occasion: `在${name}上`, lines: [head(kind), head(`——在${name}上`), ...rest] };
}

function notice(d: Dice, m: Meeting): CleanArticle {
  const name = meetingName(m, d);
  const agency = m.cppcc ? `政协${m.place.name}委员会办公室` : `${m.place.name}人民代表大会常务委员会`;
  if (d.chance(0.4)) {
    return {
      kind: 'notice', ...EMPTY_HEAD, title: `${name}议程`, date: iso(m), dateText: dateOf(m),
      lines: [head(`${name}议程`), head(`（${dateOf(m)}${name}通过）`), ...['听取和审议工作报告', '审议提案工作情况的报告', '选举事项', '审议通过各项决议'].map((text, i, all) => body(`${han(i + 1)}、${text}${i === all.length - 1 ? '。' : '；'}`))],
    };
  }
  const main = d.pick([`关于召开${name}的公告`, `关于${topic(d)}征集意见的通知`, `${name}公告`]);
  return {
    kind: 'notice', ...EMPTY_HEAD, title: main,
    lines: [head(main), ...Array.from({ length: d.int(1, 3) }, () => body(paragraph(d, 40))), body('特此公告。'), sign(agency), sign(dateOf(m))],
  };
}

function continuation(d: Dice): CleanArticle {
  const first = d.pick([`（上接第${d.pick(['一', '二', '三'])}版）`, `（上接${d.int(1, 4)}版）`, `（紧接第一版）`, `（上接第0${d.int(1, 4)}版）`]);
  return { kind: 'continuation', ...EMPTY_HEAD, lines: [body(`${first}${paragraph(d, 80)}`), ...Array.from({ length: d.int(0, 2) }, () => body(paragraph(d, 60)))] };
}

/** The articles of one newspaper page, the report first. */
export function cleanPage(d: Dice, m: Meeting, least: number): CleanArticle[] {
  const report = cleanReport(d, m, m.cppcc ? d.pick(['cppcc', 'cppcc', 'proposals'] as const) : d.pick(['government', 'congress', 'court', 'prosecutors', 'plan'] as const), least);
  const makers = [openingStory, brief, editorial, resolution, address, notice, continuation];
  const others = d.some(makers, d.int(1, 4)).map((make) => make(d, m));
  return d.chance(0.85) ? [report, ...others] : others;
}
