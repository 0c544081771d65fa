// A page master (版面): the sheet, the type area and its grid. Data:
// resources/masters/*.json, held whole by an edition. All lengths pt.

/** Booklet and large-type copy: one frame a page, mirrored margins. */
export interface SheetMaster {
  readonly kind: 'sheet';
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Type area: its left edge on odd pages is `inner`, on even pages width − inner − its width (G-02). */
  readonly top: number;
  readonly inner: number;
  readonly columns: { readonly characters: number; readonly em: number };
  readonly lines: number;
  readonly pitch: number;
  /** First ink top touches the type area: baseline of line 1 from its top, pt. */
  readonly firstBaseline: number;
  readonly folio: { readonly place: 'outside' | 'centre' | 'none'; readonly belowTypeArea: number; readonly inset: number; readonly dash: boolean };
  /** Large-type copy: pages end at a stop, at most this many lines left empty; 0: pages are full. */
  readonly endAtStop: number;
  /** 改稿本: room to write in, lines to be named by their number. Left out: none of it. */
  readonly draft?: DraftMarks;
}

/** What a 改稿本 has beside its text. Its margins are not mirrored: the wide one is always at the right. */
export interface DraftMarks {
  /** A line number beside every so many lines; each page counts anew. 0: none. */
  readonly every: number;
  /** From the right edge of the numbers to the type area, pt. */
  readonly gap: number;
  /** From the header's rule to the type area, pt; 0: no header. */
  readonly header: number;
  /** From the type area to the hairline that parts it from the wide margin, pt; 0: none. */
  readonly margin: number;
}

/** A newspaper page in columns (N-01…N-03). */
export interface PaperMaster {
  readonly kind: 'paper';
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly em: number;
  readonly columns: number;
  /** Characters a column, and gap between columns in characters. */
  readonly characters: number;
  readonly gap: number;
  readonly lines: number;
  readonly pitch: number;
  readonly firstBaseline: number;
  /** Left edge and top of the type area; the 报眉 stands above it in the head margin (N-02). */
  readonly left: number;
  readonly top: number;
  /** Sizes of headlines; left out: Founder's, by the width of the columns (fit-deck.ts). */
  readonly headlines?: Headlines;
}

/** Sizes that headlines have on a page (N-11), pt. */
export interface Headlines {
  /** 号 of the paper's type case, small to large: nothing between them. */
  readonly ladder: readonly number[];
  /** The largest 主题 of a news item over 1, 2, 3 … base columns. */
  readonly news: readonly number[];
}

export type Master = SheetMaster | PaperMaster;
