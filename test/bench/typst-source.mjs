// The same job in Typst's language: A4, 28 characters of 16 pt by 22 lines of 29 pt, two characters
// indent, justified, the title at 22 pt. No page numbers, no bold, no PDF tags: where the jobs differ,
// the peer has the lighter one.
import { isPartTitle } from './report-text.mjs';

const [WIDTH, HEIGHT, SIZE, PITCH] = [595.28, 841.89, 16, 29];
const SIDE = (WIDTH - 28 * SIZE) / 2;
const [TOP, BOTTOM] = [104.88, HEIGHT - 104.88 - 22 * PITCH];

/** The Typst source for these paragraphs, set in the face of this family. */
export function typstSource([title, ...paragraphs], family) {
  // Typst knows no line pitch: with edges one em apart, leading is what is left of the pitch.
  const head = `#set page(width: ${WIDTH}pt, height: ${HEIGHT}pt, margin: (left: ${SIDE}pt, right: ${SIDE}pt, top: ${TOP}pt, bottom: ${BOTTOM}pt))
#set text(font: "${family}", size: ${SIZE}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: ${PITCH - SIZE}pt, spacing: ${PITCH - SIZE}pt, first-line-indent: (amount: 2em, all: true))
#align(center, text(size: 22pt)[${escape(title)}])
`;
  const body = paragraphs.map((one) => (isPartTitle(one) ? `#par(first-line-indent: 0em)[${escape(one)}]` : escape(one)));
  return `${head}\n${body.join('\n\n')}\n`;
}

function escape(text) {
  return text
    .replace(/[\\#$*_`<>@~[\]]/g, (mark) => `\\${mark}`)
    .replace(/^([=+\-/])/, '\\$1')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/\/\//g, '\\/\\/')
    .replace(/"/g, '\\"');
}
