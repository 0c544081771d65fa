// Room below paragraphs of the text being written, where last year's are longer or have one
// more: rules of a style sheet of our own, so that neither the document nor what the
// browser holds of it is touched, whatever an input method does in it (W20). Room goes with
// its element: a paragraph put in before it moves the rules in the same frame.
export class BlockSpacers {
  readonly #sheet = new CSSStyleSheet();
  readonly #rooms = new WeakMap<Element, number>();
  readonly #observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) this.#takeOver(node);
    this.#write();
  });

  constructor(private readonly text: HTMLElement) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    this.#observer.observe(text, { childList: true });
  }

  /** Below a block, CSS px. */
  roomBelow(block: Element): number {
    return this.#rooms.get(block) ?? 0;
  }

  /** Gives blocks their room; the others keep theirs. */
  set(rooms: ReadonlyMap<Element, number>): void {
    let isOther = false;
    for (const [block, room] of rooms) {
      isOther ||= this.roomBelow(block) !== room;
      this.#rooms.set(block, room);
    }
    if (isOther) this.#write();
  }

  /** Takes all room away. */
  end(): void {
    this.#observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** A paragraph begun below another stands right below it: the room goes below both. */
  #takeOver(block: Element): void {
    const before = block.previousElementSibling;
    if (before === null || this.#rooms.has(block) || this.roomBelow(before) === 0) return;
    this.#rooms.set(block, this.roomBelow(before));
    this.#rooms.set(before, 0);
  }

  #write(): void {
    const rules = [...this.text.children].flatMap((block, index) => (this.roomBelow(block) > 0 ? [`.desk .text > :nth-child(${index + 1}) { margin-bottom: ${this.roomBelow(block)}px; }`] : []));
    this.#sheet.replaceSync(rules.join('\n'));
  }
}
