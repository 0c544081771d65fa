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
}

export type Master = SheetMaster | PaperMaster;
