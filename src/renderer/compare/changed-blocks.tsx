// 只看改动: the changed paragraphs alone, section by section, words gone struck and words
// new underlined; never told by colour alone.
import { useEffect, useRef } from 'react';
import type { Node } from 'prosemirror-model';
import type { Article, Meeting } from '../../core/model/package';
import { type ChangeList, changedPieces, type ListedChange } from '../../core/report/compare/change-list';

interface ChangedBlocksProps {
  /** Both texts joined. */
  readonly articles: readonly Article[];
  readonly meeting: Meeting;
  readonly list: ChangeList;
  readonly at: number;
  readonly go: (index: number) => void;
}

export function ChangedBlocks({ articles, meeting, list, at, go }: ChangedBlocksProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('.here')?.scrollIntoView({ block: 'center' });
  }, [at]);
  return (
    <div ref={box} className="changed-blocks" tabIndex={0} role="region" aria-label="只看改动">
      {list.changes.map((change, index) => {
        const node = blockOf(articles, change);
        const isFirst = list.changes[index - 1]?.section !== change.section;
        return (
          <div key={change.key}>
            {isFirst && <h3>{list.sections[change.section]?.title}</h3>}
            <p className={index === at ? 'here' : ''} onClick={() => go(index)}>{node === null ? change.words : runs(node, meeting)}</p>
          </div>
        );
      })}
    </div>
  );
}

function blockOf(articles: readonly Article[], { article: id, field, block }: ListedChange): Node | null {
  const article = articles.find((one) => one.id === id);
  return (field === null ? article?.doc.maybeChild(block) : article?.fields[field]?.firstChild) ?? null;
}

function runs(block: Node, meeting: Meeting) {
  return changedPieces(block, meeting).map(({ change, text }, i) => (change === null ? <span key={i}>{text}</span> : change === 'inserted' ? <ins key={i}>{text}</ins> : <del key={i}>{text}</del>));
}
