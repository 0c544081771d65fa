// XML as text, written by hand: the words of WordprocessingML that libraries cannot
// say (w:hint, content controls, restarted lists, several marks on one range) are
// plain elements here. In: a name, attributes, children. Out: a string without a
// blank that was not asked for, so that the same document is the same bytes. What
// XML 1.0 cannot hold at all shows as U+FFFD.

/** Attributes in the order they are written; null or undefined: left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Characters that no XML 1.0 document may hold, not even escaped (Char production): signs of no character, and halves of one. */
const NO_CHARACTER = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** A text as XML can hold it: controls, which print nothing, left out, what is no character as U+FFFD. */
export function writable(text: string): string {
  return text.replace(CONTROLS, '').replace(NO_CHARACTER, '\ufffd');
}

/** Text for content and attributes. */
export function escapeXml(text: string): string {
  return writable(text).replace(/[&<>"\r\n\t]/g, (char) => ESCAPES[char]!);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

/** One element; children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  const inside = children.join('');
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`;
}

/** The commonest element of WordprocessingML: `<w:name w:val="value"/>`. */
export function valued(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}

/** A switch of WordprocessingML: on without a value, off with 0. */
export function toggled(name: string, on: boolean): string {
  return on ? `<${name}/>` : `<${name} w:val="0"/>`;
}

/** A whole part. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
