// 只看改动: the changed paragraphs alone, section by section, words gone struck and words
// new underlined; never told by colour alone.
import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { Node } from 'prosemirror-model';
import { numberHeadings } from '../../core/model/numbering';
import type { Meeting } from '../../core/model/package';
import { type ChangeList, changedPieces, type ListedChange } from '../../core/report/compare/change-list';
import type { Joined } from '../../core/report/compare/redline';

interface ChangedBlocksProps {
  readonly joined: Joined;
  readonly meeting: Meeting;
  readonly list: ChangeList;
  readonly at: number;
  readonly go: (index: number) => void;
}

export function ChangedBlocks({ joined, meeting, list, at, go }: ChangedBlocksProps) {
  const box = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => new Map(joined.articles.map(({ id, doc }) => [id, numberHeadings(doc)])), [joined]);
  useEffect(() => {
    box.current?.querySelector('.here')?.scrollIntoView({ block: 'center' });
  }, [at]);
  return (
    <div ref={box} className="changed-blocks" tabIndex={0} role="region" aria-label="只看改动">
      {list.changes.map((change, index) => {
        const node = blockOf(joined, change);
        const number = change.field === null ? joined.numbers.find((one) => one.article === change.article && one.block === change.block && one.gone === null) : undefined;
        const isFirst = list.changes[index - 1]?.section !== change.section;
        return (
          <div key={change.key}>
            {isFirst && <h3>{list.sections[change.section]?.title}</h3>}
            <p className={index === at ? 'here' : ''} onClick={() => go(index)}><Number was={number?.label ?? null} now={change.field === null ? labels.get(change.article)?.[change.block] ?? '' : ''} isNew={change.status === 'new'} />{node === null ? change.words : runs(node, meeting)}</p>
          </div>
        );
      })}
    </div>
  );
}

/** A head's number; both where it was another, null: it was not. */
function Number({ was, now, isNew }: { readonly was: string | null; readonly now: string; readonly isNew: boolean }) {
  return <>{was !== null && was !== '' && <del>{was}</del>}{now !== '' && (isNew || was !== null ? <ins>{now}</ins> : now)}</>;
}

function blockOf({ articles }: Joined, { article: id, field, block }: ListedChange): Node | null {
  const article = articles.find((one) => one.id === id);
  return (field === null ? article?.doc.maybeChild(block) : article?.fields[field]?.firstChild) ?? null;
}

function runs(block: Node, meeting: Meeting) {
  return changedPieces(block, meeting).map(({ change, text, gap }, i) => <Fragment key={i}>{gap}{change === null ? <span>{text}</span> : change === 'inserted' ? <ins>{text}</ins> : <del>{text}</del>}</Fragment>);
}
