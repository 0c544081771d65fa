// A row of 审核改动: what was, what it becomes, and the sentence with both in it, struck
// and underlined (never by colour alone). The two words at its end are chosen by a click;
// by keys the row is turned over as a whole, so they are no buttons of their own.
import type { MouseEvent, ReactNode } from 'react';
import type { RollItem } from '../../core/report/roll/item';
import { listedKind, placesOf } from '../../core/report/roll/fold-items';
import { GROUP_NAMES, KIND_NAMES } from '../../core/report/roll/kind-names';
import { PLACEHOLDER_NAMES } from './item-words';
import type { ListRow } from './list-rows';
import type { RowState } from './roll-session';

interface RowProps {
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly row: ListRow;
  readonly state: RowState;
  /** Items of it that are accepted. */
  readonly accepted: readonly RollItem[];
  readonly nameOf: (item: RollItem) => string;
  readonly isCurrent: boolean;
  readonly isUnfolded: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly choose: () => void;
  readonly decide: (isAccepted: boolean) => void;
  readonly fold: (open: boolean) => void;
}

/** The two choices of a row, of its group's row. */
const CHOICES = { edit: ['接受', '不改'], flag: ['列入待办', '已核，不改'], edits: ['本组全部接受', '本组全部不改'], flags: ['全部列入待办', '全部已核'] } as const;

export function RowView(props: RowProps) {
  const { index, count, top, row, state, isCurrent, measure, choose } = props;
  const isHead = row.shape === 'head';
  return (
    <div
      id={`roll-row-${index}`}
      ref={measure}
      data-index={index}
      className={`roll-row ${row.shape} ${row.group}${isCurrent ? ' current' : ''}${state === 'refused' ? ' refused' : ''}`}
      role="option"
      aria-selected={state === 'accepted'}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={choose}
    >
      {isHead ? <Head {...props} /> : <Item {...props} />}
      <Choice {...props} />
    </div>
  );
}

function Head({ row, accepted }: RowProps) {
  // Flags that touch are one 待核.
  const [taken, all] = [placesOf(row.group, accepted), placesOf(row.group, row.items)];
  return (
    <p>
      {GROUP_NAMES[row.group]}
      <small>{all} 处 · {row.group === 'review' ? `列入待办 ${taken} · 程序不替您改` : `接受 ${taken}${taken === all ? '' : ` · 不改 ${all - taken}`}`}</small>
    </p>
  );
}

function Choice({ row, state, decide }: RowProps) {
  const words = CHOICES[row.shape === 'head' ? (row.group === 'review' ? 'flags' : 'edits') : row.group === 'review' ? 'flag' : 'edit'];
  const click = (isAccepted: boolean) => (event: MouseEvent): void => {
    event.stopPropagation();
    decide(isAccepted);
  };
  return (
    <span className="roll-choice">
      <span className={state === 'accepted' ? 'on' : ''} onClick={click(true)}>{words[0]}</span>
      <span className={state === 'refused' ? 'on' : ''} onClick={click(false)}>{words[1]}</span>
      {row.shape !== 'head' && <span className="unseen">{state === 'accepted' ? `已选${words[0]}` : state === 'refused' ? `已选${words[1]}` : '部分接受'}</span>}
    </span>
  );
}

function Item({ row, nameOf, isUnfolded, fold }: RowProps) {
  const [first] = row.items;
  const more = row.shape === 'row' ? row.items.length : 1;
  return (
    <>
      {row.shape === 'row' && <b className={first.group === 'review' ? 'tag warning' : 'tag'}>{KIND_NAMES[listedKind(first)][1]}</b>}
      <div>
        {row.shape === 'row' && (
          <p className="what">
            <What item={first} />
            <small>
              {more > 1 ? first.why.split('，')[0] : first.why}
              {more > 1 && (
                <>
                  {` · ${more} 处同改 · `}
                  <span
                    className="fold"
                    onClick={(event) => {
                      event.stopPropagation();
                      fold(!isUnfolded);
                    }}
                  >
                    {isUnfolded ? '收起' : '展开'}
                  </span>
                </>
              )}
            </small>
          </p>
        )}
        <p className="sentence"><small>{nameOf(first)}</small><Sentence item={first} /></p>
      </div>
    </>
  );
}

function What({ item }: { readonly item: RollItem }): ReactNode {
  if (item.group === 'review') return <span>{clip(item.text)}</span>;
  const after = item.group === 'change' ? <ins>{clip(item.to)}</ins> : <span className="hole">{holeOf(item)}</span>;
  return <><del>{clip(item.group === 'change' ? item.from : item.was)}</del><span aria-hidden="true">→</span>{after}</>;
}

const holeOf = (item: Extract<RollItem, { group: 'blank' }>): string => `〔${PLACEHOLDER_NAMES[item.kind] ?? ''}：待填 · 去年 ${clip(item.was)}〕`;

/** Characters of a sentence shown on each side. */
const AROUND = 44;

function Sentence({ item }: { readonly item: RollItem }): ReactNode {
  const { text, from, to } = item.sentence;
  const [before, words, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const start = before.length > AROUND ? `……${before.slice(-AROUND)}` : before;
  const end = after.length > AROUND ? `${after.slice(0, AROUND)}……` : after;
  if (item.group === 'review') return <>{start}<u>{clip(words, 80)}</u>{end}</>;
  if (item.group === 'blank') return <>{start}<del>{words}</del><ins>〔待填〕</ins>{end}</>;
  const { head, was, now, tail } = differing(item.from, item.to);
  return <>{start}{head}<del>{was}</del><ins>{now}</ins>{tail}{end}</>;
}

/** What two words do not share, at letters: 五届三次 → 五届四次 is 三 → 四. */
function differing(from: string, to: string): { readonly head: string; readonly was: string; readonly now: string; readonly tail: string } {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head] && !/\d/.test(from[head] ?? '')) head++;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from[from.length - 1 - tail] === to[to.length - 1 - tail] && !/\d/.test(from[from.length - 1 - tail] ?? '')) tail++;
  return { head: from.slice(0, head), was: from.slice(head, from.length - tail), now: to.slice(head, to.length - tail), tail: from.slice(from.length - tail) };
}

function clip(text: string, most = 36): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
