// What a foreign element's style says that matters to us. Read from the text of
// style attributes and style sheets, for the browser's own object model drops what
// Word and WPS write in it (mso-outline-level, mso-list, mso-fareast-font-family).

export type Declarations = ReadonlyMap<string, string>;

const NONE: Declarations = new Map();
/** Word's own style sheet has some hundreds of rules; a hostile one may have millions. */
const MOST_RULES = 4000;
const MOST_SHEET = 2_000_000;

/** `a:b; c:"d;e"` → its properties, names in lower case. */
export function readDeclarations(text: string | null): Declarations {
  if (text === null || text === '') return NONE;
  const found = new Map<string, string>();
  for (const match of text.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g)) found.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim());
  return found;
}

/** Rules by simple selectors: h1, .MsoNormal, p.MsoNormal. Others (pages, lists, descendants) are not for us. */
export function readSheet(text: string): ReadonlyMap<string, Declarations> {
  const rules = new Map<string, Declarations>();
  const bare = text.slice(0, MOST_SHEET).replace(/<!--|-->/g, '').replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  for (const match of bare.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    if (rules.size >= MOST_RULES) break;
    const declarations = readDeclarations(match[2] ?? '');
    for (const selector of (match[1] ?? '').split(',')) {
      const name = selector.trim();
      if (/^[a-z][a-z0-9]*$|^[a-z0-9]*\.[\w\u4e00-\u9fff-]+$/i.test(name)) rules.set(name.toLowerCase(), new Map([...(rules.get(name.toLowerCase()) ?? NONE), ...declarations]));
    }
  }
  return rules;
}

/** An element's properties: its tag's, its classes', its own. */
export function styleOf(element: Element, sheet: ReadonlyMap<string, Declarations>): Declarations {
  const tag = element.localName;
  const own = readDeclarations(element.getAttribute('style'));
  if (sheet.size === 0) return own;
  const merged = new Map(sheet.get(tag));
  for (const name of element.classList) {
    for (const key of [`.${name}`, `${tag}.${name}`]) for (const [property, value] of sheet.get(key.toLowerCase()) ?? NONE) merged.set(property, value);
  }
  for (const [property, value] of own) merged.set(property, value);
  return merged;
}

/** Face of Han characters that a font list names; undefined where it says nothing. */
export function faceOf(family: string | undefined): 'kai' | 'hei' | null | undefined {
  const first = family?.split(',')[0]?.trim().replace(/^["']|["']$/g, '') ?? '';
  if (first === '') return undefined;
  if (/楷|kai/i.test(first)) return 'kai';
  if (/黑体|simhei|heiti/i.test(first)) return 'hei';
  // Faces without Han say nothing of the characters around them.
  return /^(?:times|arial|calibri|cambria|symbol|wingdings|tahoma|verdana|georgia|courier|helvetica)/i.test(first) ? undefined : null;
}

/** undefined: not said. */
export function weightOf(weight: string | undefined): boolean | undefined {
  if (weight === undefined || weight === 'inherit') return undefined;
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}
