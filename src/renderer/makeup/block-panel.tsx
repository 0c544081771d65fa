// What is selected on the page: place and size in columns and lines, written as numbers or
// stepped, its form, and what would mend it (试排). Everything here is also a key.
import type { ReactElement } from 'react';
import type { HandAct } from '../../core/makeup/hand/hand-act';
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import { askedName, madeName } from '../../core/makeup/hand/way-names';
import type { BlockName, Piece } from '../../core/model/layout';
import type { TextCut } from '../../core/model/propose-cut';
import { useWatched } from '../session/observable';
import type { RemedyAnswer } from '../worker/protocol';
import type { Workspace } from '../session/workspace';
import { BlockDress } from './block-dress';
import { movePicture, pictureOf, writePicture } from './desk-picture';
import type { MakeupDesk } from './makeup-desk';
import { cutAmong, roomWords } from './mends';
import { NumberField, useNumbers } from './number-field';
import { NUMBERS, placeBlock, type PlaceNumber } from './place-numbers';
import { useAnswer } from './use-answer';

/** What would mend a block is tried, and what it may leave out is looked for, when it has been as it is for so long, ms. */
const MENDS_AFTER = 400;
const CUT_AFTER = 300;
/** While its text is written they come in a pause: a key never waits for them. */
const WRITTEN_AFTER = 1500;

/** Where a picture stands in its text. */
const SPOTS = [['column', '栏', '图在第几栏'], ['row', '行', '图在第几行']] as const;

interface PanelProps {
  readonly workspace: Workspace;
  readonly desk: MakeupDesk;
  readonly block: BlockName;
  readonly piece: Piece;
  readonly name: string;
  readonly picture: () => void;
  /** The block as a PDF of its own. */
  readonly save: () => void;
}

export function BlockPanel({ workspace, desk, block, piece, name, picture, save }: PanelProps) {
  const bounds = boundsOf(piece);
  const room = desk.roomOf(block);
  const act = (one: HandAct, label: string) => (): void => void desk.act(one, label);
  const pull = (edges: { readonly right?: number; readonly bottom?: number }) => act({ kind: 'pull', ...block, edges: { left: 0, top: 0, right: 0, bottom: 0, ...edges } }, '改版块大小');
  const move = (columns: number, rows: number) => act({ kind: 'move', ...block, columns, rows }, '移动版块');
  const own = pictureOf(workspace, desk, block);
  const whose = `${block.page} ${block.article}`;
  const places = useNumbers(whose, desk, (values) => void placeBlock(desk, block, Object.fromEntries(Object.entries(NUMBERS).flatMap(([what, { name: words }]) => (values.has(words) ? [[what, values.get(words)!]] : [])))));
  const spots = useNumbers(`${whose} 图`, desk, (values) => void writePicture(workspace, desk, block, Object.fromEntries(SPOTS.flatMap(([what, , words]) => (values.has(words) ? [[what, values.get(words)! - 1]] : [])))));
  const number = (what: PlaceNumber): ReactElement => {
    const { before, after, name: words, of } = NUMBERS[what];
    return <NumberField isFirst={what === 'column'} before={before} after={after} name={words} value={of(bounds)} desk={desk} group={places} />;
  };
  const isHeld = useWatched(desk.picture);
  const spotField = ([what, after, words]: (typeof SPOTS)[number]): ReactElement | '' => (own === null ? '' : <NumberField isFirst={false} before="第" after={after} name={words} value={own.spot[what] + 1} desk={desk} group={spots} />);
  const movePic = (columns: number, rows: number) => (): void => void movePicture(workspace, desk, block, columns, rows);
  const widest = piece.box ?? piece.body.toSorted((a, b) => b.area.columns - a.area.columns)[0];
  const mends = desk.mends.of(block);
  // Nothing is tried while the hand holds something: its frames come first.
  const isDragged = useWatched(desk.drag.isOn);
  const isRight = room === null || (room.over === 0 && room.short === 0);
  const isWritten = useWatched(workspace.inPlace) !== null;
  const tried = useAnswer(isDragged || isRight ? null : `${whose} ${desk.version} ${room.over} ${room.short}`, isWritten ? WRITTEN_AFTER : MENDS_AFTER, () => desk.mends.tried(block));
  const over = room?.over ?? 0;
  const cut = useAnswer(over === 0 ? null : `${whose} ${desk.version} ${over}`, isWritten ? WRITTEN_AFTER : CUT_AFTER, () => desk.cuts.of(block));
  // T takes the first, unless a rule of the page is broken by it.
  const ways = tried?.ways ?? [];
  const cutAt = cut === null ? -1 : cutAmong(ways, cut.score);
  return (
    <section className="makeup-block-panel" aria-label="所选">
      <h3>所选 · {name}</h3>
      <dl>
        <Row title="起于" value={number('column')} less={move(-1, 0)} more={move(1, 0)} names={['左移一栏', '右移一栏']} />
        <Row title="起于" value={number('row')} less={move(0, -1)} more={move(0, 1)} names={['上移一行', '下移一行']} />
        <Row title="宽" value={number('columns')} less={pull({ right: -1 })} more={pull({ right: 1 })} names={['窄一栏', '宽一栏']} />
        <Row title="高" value={number('rows')} less={pull({ bottom: -1 })} more={pull({ bottom: 1 })} names={['矮一行', '高一行']} />
        {widest !== undefined && (
          <Row title="分栏" value={`${widest.area.columns} 破 ${widest.into}`} less={act({ kind: 'break', ...block, into: widest.into - 1 }, '改分栏')} more={act({ kind: 'break', ...block, into: widest.into + 1 }, '改分栏')} names={['少一栏', '多一栏']} />
        )}
        {piece.deck !== null && piece.upright !== true && <Row title="标题区" value={`${piece.deck.rows} 行`} less={act({ kind: 'head', ...block, rows: -1 }, '改标题区')} more={act({ kind: 'head', ...block, rows: 1 }, '改标题区')} names={['标题区矮一行', '标题区高一行']} />}
        {own !== null && <Row title="图在" value={spotField(SPOTS[0])} less={movePic(-1, 0)} more={movePic(1, 0)} names={['图左移一栏', '图右移一栏']} />}
        {own !== null && <Row title="图在" value={spotField(SPOTS[1])} less={movePic(0, -1)} more={movePic(0, 1)} names={['图上移一行', '图下移一行']} />}
      </dl>
      {/* Right under place and size: above them they would push the buttons from under the pointer. */}
      {mends.length > 0 && room !== null && (
        <>
          <h4>{roomWords(room)}{tried === null ? '，正在试怎样改…' : tried.ways.length > 0 ? '，可以' : ''}</h4>
          {tried !== null && tried.ways.length === 0 && <p className="quiet">{tried.failed}</p>}
          <ul className="makeup-mends">
            {ways.slice(0, Math.max(0, cutAt)).map((way, index) => <Way key={way.title} desk={desk} way={way} isBest={index === 0} />)}
            {cut !== null && (
              <li>
                <span>见报略 {cut.characters} 字<kbd>　{tried !== null && (cutAt === 0 || ways[0]?.added !== '') ? 'T　L' : 'L'}</kbd> <small className="quiet">{cut.score} 分</small>{sentences(cut)}</span>
                <button type="button" className="button small" aria-label={`试排：见报略 ${cut.characters} 字`} onClick={() => void desk.cuts.omit(block)}>试排</button>
              </li>
            )}
            {ways.slice(Math.max(0, cutAt)).map((way, index) => <Way key={way.title} desk={desk} way={way} isBest={cutAt < 0 && index === 0} />)}
          </ul>
        </>
      )}
      <p className="makeup-checks">
        <label><input type="checkbox" aria-keyshortcuts="B" checked={piece.box !== null} onChange={act({ kind: 'box', ...block, boxed: piece.box === null }, piece.box === null ? '加框' : '去框')} />加框</label>
        <label><input type="checkbox" aria-keyshortcuts="Control+Alt+L" checked={piece.pinned === true} onChange={act({ kind: 'pin', ...block, pinned: piece.pinned !== true }, piece.pinned === true ? '解锁' : '锁定')} />锁定，重新排版时不动</label>
        <button type="button" className="button small" aria-keyshortcuts="Home" title="其余稿件让位，一步就能撤销" onClick={act({ kind: 'lead', ...block }, '提到版首')}>提到版首</button>
        <button type="button" className="button small" aria-keyshortcuts="Control+Alt+Shift+I" title="图随这篇稿件排；设好就回到排版台" onClick={picture}>配图…</button>
        {own !== null && <button type="button" className="button small" aria-keyshortcuts="P" aria-pressed={isHeld} title="方向键移图，左右一栏，上下一行；也可以在版上拖图" onClick={() => {
          desk.picture.set(!isHeld);
          document.querySelector<HTMLElement>('.makeup-blocks')?.focus();
        }}>移图</button>}
      </p>
      {(piece.from !== null || piece.to !== null) && (
        <p className="makeup-checks">
          <span>{piece.from !== null && `上接${desk.pageOf(piece.from)}`}{piece.from !== null && piece.to !== null && '，'}{piece.to !== null && `下转${desk.pageOf(piece.to)}`}</span>
          <button type="button" className="button small" aria-keyshortcuts="J" onClick={act({ kind: 'join', ...block }, '并回一版')}>并回一版</button>
        </p>
      )}
      <BlockDress desk={desk} block={block} piece={piece}>
        <button type="button" className="button small" aria-keyshortcuts="E" title="E　裁到版块的栏和行，放进别的排版软件" onClick={save}>存成 PDF…</button>
      </BlockDress>
    </section>
  );
}

/** A way that mends the block, tried, and its key. */
function Way({ desk, way, isBest }: { readonly desk: MakeupDesk; readonly way: RemedyAnswer['ways'][number]; readonly isBest: boolean }) {
  return (
    <li>
      <span>{askedName(way)}{isBest && way.added === '' ? <kbd>　T</kbd> : way.act.kind === 'jump' && <kbd>　J</kbd>} <small className="quiet">{way.score} 分</small></span>
      <button type="button" className="button small" aria-label={`试排：${askedName(way)}`} onClick={() => void desk.mends.make({ act: way.act, title: madeName(way) })}>试排</button>
    </li>
  );
}

/** Word for word: nobody leaves out what he has not read. */
export function sentences({ sentences: all }: TextCut): ReactElement {
  return <ol>{all.map((sentence, order) => <li key={order}>{sentence}</li>)}</ol>;
}

interface RowProps {
  readonly title: string;
  readonly value: ReactElement | string;
  readonly less: () => void;
  readonly more: () => void;
  readonly names: readonly [string, string];
}

function Row({ title, value, less, more, names }: RowProps) {
  // A number's own arrows step it: by Tab one goes from number to number.
  const order = typeof value === 'string' ? undefined : -1;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {typeof value === 'string' ? <span>{value}</span> : value}
        <button type="button" className="button small" tabIndex={order} aria-label={names[0]} onClick={less}>−</button>
        <button type="button" className="button small" tabIndex={order} aria-label={names[1]} onClick={more}>+</button>
      </dd>
    </div>
  );
}
