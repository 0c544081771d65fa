// What cleaning did to a line, each change by itself: COMMANDS, `changes`. Undone from the
// last to the first they give the source again (clean-line.ts).

export type ChangeKind =
  | 'markup' // a tag of a web page's source, a mark of Markdown (##, **)
  | 'reference' // a character of such a source by its name: &nbsp;
  | 'indent' // white space before the first character
  | 'trailing-space'
  | 'space' // white space inside the line
  | 'zero-width'
  | 'control'
  | 'bracket' // half-width brackets in Chinese text
  | 'mark' // half-width , : ; ? ! . in Chinese text
  | 'width' // full-width digits and letters
  | 'compatibility' // Kangxi radicals, compatibility ideographs
  | 'interpunct'
  | 'dash' // another make of —— at the head of a line
  | 'surrogate' // half of a character
  | 'wire' // what an agency or a site writes before or behind a document's title: 新华社北京3月12日电, -云岭市人民政府网
  | 'quote' // the > of quoted mail or Markdown, who says what in a chat
  | 'line-number' // the number that a draft prints before each line
  | 'jump' // （下转第二版） in a line with text, its other piece being here
  | 'ornament' // an emoji or an arrow before or behind a line
  | 'label' // a heading's number in another make: 1、 → 1.
  | 'cell' // space between the cells of a table row → tab
  | 'pair'; // the missing half of a pair of marks, put in by the user in a review

export interface Change {
  /** 1-based line of the source. */
  readonly line: number;
  readonly kind: ChangeKind;
  readonly from: string;
  readonly to: string;
  /** UTF-16 offset in the line as all earlier changes have left it. */
  readonly at: number;
}
