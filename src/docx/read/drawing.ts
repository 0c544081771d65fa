// What stands in a drawing, a VML picture or an object: text boxes, WordArt,
// SmartArt, pictures, embedded files. Newer Word writes each of them twice, once for
// itself and once for old programs (mc:AlternateContent): one branch is read, never
// both, or every text box would come in twice.
import { childOf, childrenOf, descendantsOf, elementsOf, textOf, type XmlElement } from './xml-tree';

export type DrawingPart =
  | { readonly kind: 'box'; readonly content: XmlElement }
  /** `made`: the text stands in an attribute. */
  | { readonly kind: 'art'; readonly texts: readonly string[]; readonly made: boolean }
  | { readonly kind: 'diagram'; readonly relation: string }
  | { readonly kind: 'picture'; readonly relation: string; readonly name: string }
  | { readonly kind: 'embedded'; readonly name: string };

/** Is there anything in a branch that a reader would miss? */
function tells(branch: XmlElement): boolean {
  return ['w:t', 'w:delText', 'm:t', 'a:t', 'a:blip', 'v:imagedata', 'v:textpath', 'dgm:relIds', 'w:sym'].some((name) => descendantsOf(branch, name).length > 0);
}

/** The branch of an AlternateContent that is read: the first that tells anything, text before pictures; undefined: none does. */
export function pickBranch(element: XmlElement): XmlElement | undefined {
  const branches = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')];
  return branches.find((branch) => descendantsOf(branch, 'w:t').length > 0) ?? branches.find(tells) ?? branches[0];
}

/** Parts of a drawing in order. A text box is not looked into: its story is read as one. */
export function drawingParts(element: XmlElement): DrawingPart[] {
  const parts: DrawingPart[] = [];
  const name = descendantsOf(element, 'wp:docPr')[0]?.attributes.get('name') ?? descendantsOf(element, 'pic:cNvPr')[0]?.attributes.get('name') ?? '';
  const walk = (one: XmlElement): void => {
    for (const child of elementsOf(one)) {
      switch (child.name) {
        case 'mc:AlternateContent': {
          const branch = pickBranch(child);
          if (branch !== undefined) walk(branch);
          break;
        }
        case 'w:txbxContent': parts.push({ kind: 'box', content: child }); break;
        case 'a:blip': {
          const relation = child.attributes.get('r:embed') ?? child.attributes.get('r:link');
          if (relation !== undefined) parts.push({ kind: 'picture', relation, name });
          break;
        }
        case 'v:imagedata': {
          const relation = child.attributes.get('r:id');
          if (relation !== undefined) parts.push({ kind: 'picture', relation, name });
          break;
        }
        case 'v:textpath': {
          const text = child.attributes.get('string') ?? '';
          if (text !== '') parts.push({ kind: 'art', texts: [text], made: true });
          break;
        }
        case 'a:p': {
          const text = descendantsOf(child, 'a:t').map(textOf).join('');
          if (text !== '') parts.push({ kind: 'art', texts: [text], made: false });
          break;
        }
        case 'dgm:relIds': {
          const relation = child.attributes.get('r:dm');
          if (relation !== undefined) parts.push({ kind: 'diagram', relation });
          break;
        }
        case 'c:chart': parts.push({ kind: 'embedded', name: '图表' }); break;
        case 'o:OLEObject': parts.push({ kind: 'embedded', name: child.attributes.get('ProgID') ?? '' }); break;
        default: walk(child);
      }
    }
  };
  walk(element);
  return parts;
}

/** Texts of a SmartArt's data part, one a point. */
export function diagramTexts(data: XmlElement): string[] {
  const points = childrenOf(childOf(data, 'dgm:ptLst'), 'dgm:pt');
  return points.map((point) => descendantsOf(point, 'a:t').map(textOf).join('')).filter((text) => text.trim() !== '');
}
