// What the desk must not do (N-30 … N-37), drawn on the page where it is: a hatched area
// with its name, as an editor marks a proof. The list at the right says the same in words,
// so that these are for the eye alone.
import type { Diagnostic, DiagnosticCode } from '../../core/diagnostic';
import type { MendAct } from '../../core/makeup/hand/hand-act';
import type { Layout } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import { areaUnder } from './snap';

const NAMES: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  'headlines-abreast': '碰题', 'page-break-across': '断版', 'gutter-through': '通缝', 'headline-missing': '题文分离', 'flow-reversed': '逆转', 'fold-in-headline': '折线压题', 'lead-low': '头条偏低',
  'rule-through-text': '压线',
  'headline-wide': '题宽',
  'column-tail': '栏脚', 'page-underfull': '空',
};

/** What 排版台 draws with its name, or marks on its block (余): no tick beside it. */
export function isDrawn({ code, at }: Diagnostic): boolean {
  return code === 'frame-overset' || (NAMES[code] !== undefined && at !== null && 'page' in at);
}

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

const KINDS: Readonly<Partial<Record<DiagnosticCode, MendAct['taboo']>>> = {
  'headlines-abreast': 'abreast', 'page-break-across': 'across', 'gutter-through': 'gutter', 'headline-missing': 'headless', 'flow-reversed': 'reversed', 'fold-in-headline': 'fold', 'lead-low': 'lead', 'headline-wide': 'wide', 'page-underfull': 'hole', 'rule-through-text': 'crowd',
};

/** What would take a finding away in one step, to be tried, and its name; null where nothing by hand does. */
export function mendOf({ at, code }: Diagnostic, layout: Layout | null, master: PaperMaster | null): { readonly act: MendAct; readonly title: string } | null {
  const taboo = KINDS[code];
  if (taboo === undefined || at === null || !('page' in at)) return null;
  const plan = layout?.pages[at.page - 1];
  return plan === undefined ? null : { act: { kind: 'mend', page: plan.number, articles: [], taboo, ...(master === null ? {} : { where: areaUnder(at.rect, master) }) }, title: taboo === 'hole' ? '补空' : `改${NAMES[code] ?? ''}` };
}
