// What is wrong with the pages of 排版台, each with the step that mends it, tried by one button,
// and the place where it is.
import type { Diagnostic } from '../../core/diagnostic';
import { sparePage } from '../../core/makeup/judge/spare-page';
import type { BlockName, Layout } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { MakeupDesk } from './makeup-desk';
import { mendOf } from './taboo-marks';

const WORDS: Readonly<Record<Diagnostic['severity'], string>> = { error: '错', warning: '疑', info: '注' };
/** Findings that are listed at the most. */
const MOST_LISTED = 40;

interface FindingsListProps {
  readonly desk: MakeupDesk;
  readonly findings: readonly Diagnostic[];
  /** The one that 见报略 would spare, of them. */
  readonly spared: Diagnostic | null;
  readonly layout: Layout | null;
  /** Turns to a page, by its place among the pages. */
  readonly show: (page: number) => void;
}

export function FindingsList({ desk, findings, spared, layout, show }: FindingsListProps) {
  return (
    <section className="makeup-findings" aria-label="版面提示">
      <h3>版面提示 {findings.length}</h3>
      {findings.length === 0 && <p className="quiet">没有提示。</p>}
      <ul hidden={findings.length === 0}>
        {findings.slice(0, MOST_LISTED).map((finding, order) => (
          <li key={order} className={finding.code === 'frame-overset' ? 'overset' : undefined}>
            <b className={`tag ${finding.severity}`}>{WORDS[finding.severity]}</b>
            <span>{finding.message}{finding.suggestion !== null && <small>{finding.suggestion}</small>}</span>
            <span className="ways">
              <Try desk={desk} finding={finding} layout={layout} isSpared={finding === spared} />
              <button type="button" className="button small" aria-label={`定位：${finding.message}`} onClick={() => locate(finding, desk, show)}>定位</button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 试排 of a finding: the one step by hand after which it is gone, if there is one. */
function Try({ desk, finding, layout, isSpared }: { readonly desk: MakeupDesk; readonly finding: Diagnostic; readonly layout: Layout | null; readonly isSpared: boolean }) {
  const block = finding.code === 'frame-overset' && finding.at !== null && 'article' in finding.at ? oversetBlock(desk, finding.at.article) : null;
  if (block !== null) {
    return (
      <>
        <button type="button" className="button small" aria-label={`试排：${finding.message}`} onClick={() => void desk.mends.mend(block)}>试排</button>
        {!desk.mends.titleOver(block.article) && <button type="button" className="button small" aria-label={`转版：${finding.message}`} onClick={() => void desk.mends.jump(block)}>转版</button>}
        {!desk.mends.titleOver(block.article) && <button type="button" className="button small" aria-label={`见报略：${finding.message}`} onClick={() => void desk.cuts.omit(block)}>见报略</button>}
      </>
    );
  }
  const mend = mendOf(finding, layout, desk.master);
  return (
    <>
      {mend !== null && <button type="button" className="button small" aria-label={`试排：${finding.message}`} onClick={() => void desk.act(mend.act, mend.title)}>试排</button>}
      {isSpared && <button type="button" className="button small" aria-label={`见报略：${finding.message}`} title="略去几句，少排一个版；略了什么列在上面，一步就能撤销" onClick={() => void desk.cuts.omit(null)}>见报略</button>}
    </>
  );
}

/** The finding that a last page is nearly empty, which 见报略 would spare. */
export function sparedPage(findings: readonly Diagnostic[], layout: Layout | null, master: PaperMaster | null): Diagnostic | null {
  if (layout === null || master === null || sparePage(layout.pages, master) === null) return null;
  return findings.find(({ code, at }) => code === 'page-underfull' && at !== null && 'page' in at && at.page === layout.pages.length) ?? null;
}

/** The block in which an article has no room, or its title. */
function oversetBlock(desk: MakeupDesk, article: string): BlockName | null {
  return desk.blocks().find((block) => block.article === article && (desk.roomOf(block)?.over ?? 0) > 0) ?? (desk.mends.titleOver(article) ? desk.blocks().find((block) => block.article === article) ?? null : null);
}

function locate({ at }: Diagnostic, desk: MakeupDesk, show: (page: number) => void): void {
  if (at === null) return;
  if ('page' in at) show(at.page - 1);
  else desk.select(desk.blocks().find(({ article }) => article === at.article) ?? null);
}
