// What the desk must not do (N-30 … N-37), drawn on the page where it is: a hatched area
// with its name, as an editor marks a proof. The list at the right says the same in words,
// so that these are for the eye alone.
import type { Diagnostic, DiagnosticCode } from '../../core/diagnostic';

const NAMES: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  'headlines-abreast': '碰题', 'page-break-across': '断版', 'gutter-through': '通缝', 'headline-missing': '题文分离', 'flow-reversed': '逆转', 'fold-in-headline': '折线压题', 'lead-low': '头条偏低',
  'column-tail': '栏脚', 'page-underfull': '空',
};

/** Least side of a mark, CSS pixels: what is thinner is not seen. */
const LEAST = 5;

interface MarksProps {
  readonly findings: readonly Diagnostic[];
  /** Index of the page. */
  readonly index: number;
  readonly scale: number;
}

export function TabooMarks({ findings, index, scale }: MarksProps) {
  return (
    <div className="taboo-marks" aria-hidden="true">
      {findings.map(({ at, code, severity }, order) => {
        const name = NAMES[code];
        if (name === undefined || at === null || !('page' in at) || at.page !== index + 1) return null;
        const { x, y, width, height } = at.rect;
        return (
          <i key={order} className={severity} style={{ left: x * scale, top: y * scale, width: Math.max(LEAST, width * scale), height: Math.max(LEAST, height * scale) }}><b>{name}</b></i>
        );
      })}
    </div>
  );
}
