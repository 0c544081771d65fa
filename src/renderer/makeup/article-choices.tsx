// The package's articles at the left of 排版台: which of them the page has, in which
// order, and how each meets its room. The order is changed by drag, by keys and buttons.
import { useRef, type KeyboardEvent } from 'react';
import type { Edition, Package } from '../../core/model/package';
import type { DocumentSession } from '../session/document-session';
import { choiceChanges, moved, rankOf, ranked, stepped, type Choice, type Rank } from './article-choice';
import type { MakeupDesk } from './makeup-desk';
import { roomWords } from './mends';

const RANKS: readonly (readonly [Rank, string])[] = [['lead', '头条'], ['important', '重要'], ['plain', '一般'], ['out', '不入版']];

interface ChoiceProps {
  readonly session: DocumentSession;
  readonly desk: MakeupDesk;
  readonly pkg: Package;
  readonly edition: Edition;
  readonly nameOf: (article: string) => string;
}

export function ArticleChoices({ session, desk, pkg, edition, nameOf }: ChoiceProps) {
  const held = useRef<string | null>(null);
  const choose = (next: Choice, label: string): void => {
    const changes = choiceChanges(edition, next);
    if (changes.length === 0 || !desk.mayChange()) return;
    session.change(changes, label);
    if (desk.isByHand) desk.said.set(next.articles.length === edition.articles.length ? '主次改了；版面还照原来的位置，方案照新的主次重拼，Alt+1 换成方案一。' : '稿件改了；版面还照原来的位置，Ctrl+回车重新排版。');
  };
  const order = [...edition.articles, ...pkg.articles.map(({ id }) => id).filter((id) => !edition.articles.includes(id))];
  const onKeyDown = (article: string) => (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    choose(stepped(edition, article, event.key === 'ArrowUp' ? -1 : 1), '改稿件次序');
  };
  return (
    <ul className="makeup-articles" aria-label="稿件">
      {order.map((article) => {
        const blocks = desk.blocks().filter((block) => block.article === article);
        const rooms = blocks.flatMap((block) => desk.roomOf(block) ?? []);
        const room = { over: rooms.reduce((sum, { over }) => sum + over, 0), short: rooms.reduce((sum, { short }) => sum + short, 0) };
        const rank = rankOf(edition, article);
        return (
          <li
            key={article}
            className={rank}
            draggable={rank !== 'out'}
            onDragStart={() => (held.current = article)}
            onDragOver={(event) => {
              if (held.current !== null && rank !== 'out') event.preventDefault();
            }}
            onDrop={() => {
              const from = held.current;
              held.current = null;
              if (from === null || from === article) return;
              choose(moved(edition, from, edition.articles.indexOf(article)), '改稿件次序');
            }}
          >
            <button type="button" className="plain" onKeyDown={onKeyDown(article)} disabled={blocks.length === 0} title="Alt+↑、Alt+↓ 改次序" onClick={() => desk.select(blocks[0] ?? null)}>
              <span>{nameOf(article)}</span>
              {blocks.length > 0 && <small className={room.over > 0 ? 'over' : ''}>{roomWords(room)}</small>}
            </button>
            <small className="where">{blocks.length === 0 ? (rank === 'out' ? '不入版' : '没有位置') : blocks.map(({ page }) => desk.pageOf(page)).join('、')}</small>
            <div className="makeup-choice" role="group" aria-label={`${nameOf(article)}的位次`}>
              {RANKS.map(([id, title]) => (
                <button key={id} type="button" aria-pressed={rank === id} onClick={() => choose(ranked(edition, article, id), id === 'out' ? '撤下稿件' : '改稿件主次')}>{title}</button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
