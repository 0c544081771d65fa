// Fields that are open while a story is read: a field has a code, which is no text, and
// a result, which is (ECMA-376 17.16). They nest, and a table of contents runs over
// many paragraphs. A code that its own paragraph does not end is a damaged file's, and
// is given up there: the rest of the text must not be taken for code.

interface OpenField {
  code: string;
  inResult: boolean;
  /** A table of contents, which an edition makes anew. */
  contents: boolean;
}

const isContents = (code: string): boolean => /^\s*(?:TOC|TOA|INDEX)\b/i.test(code);

export class OpenFields {
  private fields: OpenField[] = [];

  /** Opens a field; with its whole code where it comes as one element (w:fldSimple). Answers whether it is a table of contents. */
  begin(code: string | null = null): boolean {
    const contents = code !== null && isContents(code);
    this.fields.push({ code: code ?? '', inResult: code !== null, contents });
    return contents;
  }

  /** A piece of the innermost field's code. */
  code(text: string): void {
    const field = this.fields.at(-1);
    if (field !== undefined && !field.inResult) field.code += text;
  }

  /** Its result begins; answers whether it is a table of contents. */
  separate(): boolean {
    const field = this.fields.at(-1);
    if (field === undefined) return false;
    field.inResult = true;
    field.contents = isContents(field.code);
    return field.contents;
  }

  /** Closes the innermost field; its code where it had no result, else null. */
  end(): string | null {
    const field = this.fields.pop();
    return field === undefined || field.inResult ? null : field.code;
  }

  /** A paragraph ends; `all`: and every field with it. */
  endParagraph(all: boolean): void {
    this.fields = all ? [] : this.fields.filter(({ inResult }) => inResult);
  }

  /** Why text that stands here is not taken, or null. */
  get reason(): string | null {
    for (const { inResult, contents } of this.fields) {
      if (!inResult) return '域代码';
      if (contents) return '目录';
    }
    return null;
  }
}
