// A run (w:r), and the program's own text as runs: tabs, line ends and blanks as Word
// has them. Runs of the user's text under its marks are inline-runs.ts's.
import { element, escapeXml } from './xml';

/** Characters that Word sets in the Latin face unless told otherwise (ECMA-376 17.3.2.26): “”—…·×①. */
export const AMBIGUOUS = /[¡¤§¨ª\u00ad¯-´¶-º¼-¿×÷àáèéêìíòóùúüʰ-ӿḀ-ỿ\u2000-\u27bf\ue000-\uf8ff\ufb00-\ufb1c]/;

/** One run. */
export function run(format: string, content: string): string {
  return `<w:r>${format}${content}</w:r>`;
}

/** A run of the program's own text, with the hint where its marks need one. */
export function plainRun(text: string): string {
  return text.split('\n').map((line, index) => (index === 0 ? '' : run('', '<w:br/>')) + (line === '' ? '' : run(AMBIGUOUS.test(line) ? element('w:rPr', {}, element('w:rFonts', { 'w:hint': 'eastAsia' })) : '', textElements(line)))).join('');
}

/** Text with its tabs as elements. */
export function textElements(text: string): string {
  return text.split('\t').map((piece, index) => (index === 0 ? '' : '<w:tab/>') + (piece === '' ? '' : element('w:t', /^\s|\s$|\s\s|[\r\n]/.test(piece) ? { 'xml:space': 'preserve' } : {}, escapeXml(piece)))).join('');
}
