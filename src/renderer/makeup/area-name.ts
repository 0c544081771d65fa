import type { PaperMaster } from '../../core/model/master';

/** What says of a newspaper's master where its frames stand: pages set on one of another name are not drawn with this one's frames. */
export function areaName({ width, height, left, top, columns, characters, gap, em, lines, pitch }: PaperMaster): string {
  return [width, height, left, top, columns, characters, gap, em, lines, pitch].join(' ');
}
