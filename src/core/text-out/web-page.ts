// An edition's texts as one clean web page: headings as h1 to h5, numbers as text,
// tables as tables, terms linked to their explanations, a style sheet for screen and
// paper of its own. Nothing is fetched and nothing runs: no script, no font, no
// picture from elsewhere; it may be pasted into a site's editor as it stands. In:
// package and edition. Out: HTML.
import type { Mark, Node } from 'prosemirror-model';
import { hasOmission } from '../model/conserved-text';
import { fieldText } from '../model/field-text';
import { headOf, numberHeadings } from '../model/numbering';
import type { Article, Edition, FieldPath, Package } from '../model/package';
import type { ParagraphAttrs } from '../model/schema';
import { HEAD_ORDER, stageOfText } from './head-order';
import { type PrintedInline, PrintedText } from './printed-text';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 42rem; color: #211f1b; background: #fff; font: 1.125rem/1.9 "FangSong", "STFangsong", "Noto Serif SC", "Songti SC", serif; text-align: justify; }
header { text-align: center; margin-bottom: 2rem; }
h1 { font-family: "FZXiaoBiaoSong-B05", "Noto Serif SC", "STZhongsong", "SimSun", serif; font-size: 1.6rem; line-height: 1.5; margin: 0 0 .5rem; }
header p { margin: 0; text-indent: 0; font-family: "KaiTi", "STKaiti", serif; }
p { margin: 0; text-indent: 2em; }
.flush, td p, th p { text-indent: 0; }
h2, h3, h4, h5, h6 { font-size: inherit; font-weight: normal; margin: 0; text-indent: 2em; break-after: avoid; }
h2, .lead1 { font-family: "SimHei", "Noto Sans SC", "PingFang SC", sans-serif; }
h3, .lead2, .kai { font-family: "KaiTi", "STKaiti", serif; }
.part { text-align: center; text-indent: 0; font-weight: bold; margin: 1rem 0; }
b { font-weight: normal; }
strong, .hei { font-family: "SimHei", "Noto Sans SC", sans-serif; font-weight: normal; }
.center { text-align: center; text-indent: 0; }
.right { text-align: right; text-indent: 0; padding-right: 4em; }
mark { background: #fbf3dc; color: inherit; }
sup a { color: inherit; text-decoration: none; }
table { border-collapse: collapse; margin: 1rem auto; text-align: left; }
td, th { border: 1px solid #8a8477; padding: .2rem .6rem; font-weight: normal; }
article + article, section { margin-top: 4rem; }
section h2 { text-align: center; text-indent: 0; margin-bottom: 1rem; }
@media print { @page { size: A4; margin: 37mm 26mm 35mm 28mm; } body { padding: 0; max-width: none; font-size: 16pt; line-height: 28.95pt; } article + article, section { margin-top: 0; break-before: page; } mark { background: none; } }
`.trim();

/** The edition as a web page. */
export function webPage(pkg: Package, edition: Edition): string {
  const printed = new PrintedText(pkg, edition);
  const title = fieldText(printed.articles[0]?.fields['deck.main'], pkg.meeting);
  const body = printed.articles.map((article) => articleHtml(article, edition, printed, pkg.stage));
  const { notes } = printed;
  if (notes.length > 0) {
    const entries = notes.map(({ term, text }, index) => `<p id="note-${index + 1}"><strong>${index + 1}.${escapeHtml(term)}：</strong>${escapeHtml(text)}</p>`);
    body.push(`<section>\n<h2>名词解释</h2>\n${entries.join('\n')}\n</section>`);
  }
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title === '' ? pkg.name : title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const FIELD_CLASSES: Readonly<Record<FieldPath, string>> = {
  'deck.over': 'over', 'deck.main': 'main', 'deck.sub': 'sub', 'head.occasion': 'occasion', 'head.date': 'date', 'head.speaker': 'speaker', 'head.salutation': 'flush',
};

function articleHtml(article: Article, edition: Edition, printed: PrintedText, stageName: string | null): string {
  const head: string[] = [];
  let salutation = '';
  for (const part of HEAD_ORDER) {
    if (part === 'label') head.push(...(article.label === null ? [] : [`<p class="label">${escapeHtml(article.label)}</p>`]));
    else if (part === 'stage') {
      const stage = stageOfText(article, edition, stageName);
      if (stage !== null) head.push(`<p class="stage">${escapeHtml(stage)}</p>`);
    } else if (part === 'abridged') head.push(...(edition.abridgedNote && hasOmission(article, edition.kind) ? ['<p>（摘要）</p>'] : []));
    else {
      const inline = printed.inline(article.fields[part]?.firstChild ?? null);
      if (inline === null || inline.length === 0) continue;
      const html = inlineHtml(inline);
      if (part === 'head.salutation') salutation = `<p class="flush">${html}</p>`;
      else head.push(part === 'deck.main' ? `<h1>${html}</h1>` : `<p class="${FIELD_CLASSES[part]}">${html}</p>`);
    }
  }
  const labels = numberHeadings(article.doc);
  const blocks: string[] = salutation === '' ? [] : [salutation];
  article.doc.forEach((block, _offset, index) => {
    const html = blockHtml(block, labels[index] ?? null, printed);
    if (html !== null) blocks.push(html);
  });
  return `<article>\n${head.length === 0 ? '' : `<header>\n${head.join('\n')}\n</header>\n`}${blocks.join('\n')}\n</article>`;
}

function blockHtml(block: Node, label: string | null, printed: PrintedText): string | null {
  if (block.type.name === 'table') return tableHtml(block, printed);
  const inline = printed.inline(block);
  if (inline === null) return null;
  const number = label === null ? '' : escapeHtml(label);
  const head = headOf(block);
  if (block.type.name === 'heading' && head !== null) {
    // A part's title stands above 一、 and is one rank with it: pages have one h1.
    const rank = Math.min(6, Math.max(2, head.level + 1));
    return head.level === 0 ? `<h2 class="part">${inlineHtml(inline)}</h2>` : `<h${rank}>${number}${inlineHtml(inline)}</h${rank}>`;
  }
  const { align } = block.attrs as ParagraphAttrs;
  const classes = align === null ? '' : ` class="${align === 'left' ? 'flush' : align}"`;
  const text = (head === null || number === '' ? '' : `<b class="lead${head.level}">${number}</b>`) + inlineHtml(inline, head?.level ?? null);
  return `<p${classes}>${text.replace(/<\/b><b class="lead\d">/g, '')}</p>`;
}

function tableHtml(table: Node, printed: PrintedText): string {
  const rows: string[] = [];
  table.forEach((row) => {
    const cells: string[] = [];
    row.forEach((cell) => {
      const paragraph = cell.firstChild;
      const align = (paragraph?.attrs as ParagraphAttrs | undefined)?.align ?? null;
      cells.push(`<td${align === null || align === 'left' ? '' : ` style="text-align: ${align}"`}>${inlineHtml(printed.inline(paragraph) ?? [])}</td>`);
    });
    rows.push(`<tr>${cells.join('')}</tr>`);
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

function inlineHtml(inline: readonly PrintedInline[], level: number | null = null): string {
  return inline.map((one) => {
    if (one.kind === 'break') return '<br>';
    if (one.kind === 'note') return `<sup><a href="#note-${one.note ?? 0}">${escapeHtml(one.text)}</a></sup>`;
    const text = escapeHtml(one.text);
    return wrapped(one.kind === 'placeholder' ? `<mark>${text}</mark>` : text, one.marks, level);
  }).join('');
}

function wrapped(text: string, marks: readonly Mark[], level: number | null): string {
  let out = text;
  for (const { type } of marks.toReversed()) {
    switch (type.name) {
      case 'superscript': out = `<sup>${out}</sup>`; break;
      case 'strong': out = `<strong>${out}</strong>`; break;
      case 'kai': case 'hei': out = `<span class="${type.name}">${out}</span>`; break;
      case 'doubt': out = `<mark>${out}</mark>`; break;
      case 'lead': out = `<b class="lead${level ?? 0}">${out}</b>`; break;
      default: break; // the rest says something about the text, not how it looks
    }
  }
  return out;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}
