// The bar for finding and replacing, above the writing area (W16). Nothing of it is
// modal: the text can be written on while it stands there. Enter goes to the next
// hit, Shift+Enter to the one before, Escape closes it; letters of an input method
// are looked for once they are chosen.
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FindQuery } from '../../core/model/find';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { FindAsked, Found } from './find-session';
import { HitList } from './hit-list';

const HOW: readonly (readonly [FindQuery['how'], string])[] = [['plain', '普通'], ['word', '整词'], ['regex', '正则表达式']];

/** Said while nothing else is: a field that takes signs should say which. */
const REFERENCES = '“替换为”里 $1、$2 是第 1、2 个括号里的字，$& 是找到的全部，$$ 是 $ 本身。';

export function FindBar({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const bar = useWatched(workspace.find.bar);
  return bar === null ? null : <Bar workspace={workspace} session={session} replacing={bar === 'replace'} />;
}

/** `3 / 17`, or how many there are while none was gone to. */
function countText({ text }: FindAsked, { hits, current, error }: Found): string {
  if (text === '' || error !== null) return '';
  if (hits.length === 0) return '没有找到';
  return current < 0 ? `${hits.length.toLocaleString('zh-CN')} 处` : `${(current + 1).toLocaleString('zh-CN')} / ${hits.length.toLocaleString('zh-CN')}`;
}

function Bar({ workspace, session, replacing }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly replacing: boolean }) {
  const { find } = workspace;
  const asked = useWatched(find.asked);
  const found = useWatched(find.found);
  const said = useWatched(find.said);
  const calls = useWatched(find.calls);
  const [listed, setListed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const replacement = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [calls]);
  const isNone = found.hits.length === 0;
  const isReadOnly = session.opened.readOnly !== null;
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    // From words to what replaces them, as in Word; the buttons between are met on the way back.
    const next = event.key === 'Tab' && !event.shiftKey && event.target === input.current ? replacement.current : null;
    if (next !== null) next.select();
    else if (event.key === 'Escape') find.close();
    else if (event.key === 'Enter' && event.target === input.current) void find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="find" aria-label="查找和替换" onKeyDown={onKey}>
      <div className="row">
        <label htmlFor="find-text">查找</label>
        <Words id="find-text" inputRef={input} value={asked.text} onWords={(text) => find.ask({ text })} />
        <output className="count" htmlFor="find-text">{countText(asked, found)}</output>
        <button type="button" className="button small" disabled={isNone} title="上一处（Shift+F3）" onClick={() => void find.step(-1)}>上一处</button>
        <button type="button" className="button small" disabled={isNone} title="下一处（F3）" onClick={() => void find.step(1)}>下一处</button>
        <button type="button" className="button small" aria-expanded={listed} disabled={isNone && !listed} onClick={() => setListed(!listed)}>列出</button>
        <button type="button" className="button small last" title="关闭（Esc）" onClick={() => find.close()}>关闭</button>
      </div>
      {replacing && (
        <div className="row">
          <label htmlFor="replace-text">替换为</label>
          <Words id="replace-text" inputRef={replacement} value={asked.replacement} onWords={(words) => find.ask({ replacement: words })} />
          <button type="button" className="button small" disabled={isNone || isReadOnly} onClick={() => void find.replaceOne()}>替换</button>
          <button type="button" className="button small" disabled={isNone || isReadOnly} onClick={() => void find.replaceAll()}>全部替换</button>
        </div>
      )}
      <div className="row options">
        <select aria-label="方式" value={asked.how} onChange={({ target }) => find.ask({ how: target.value as FindQuery['how'] })}>
          {HOW.map(([how, name]) => <option key={how} value={how}>{name}</option>)}
        </select>
        <select aria-label="范围" value={asked.scope} onChange={({ target }) => find.ask({ scope: target.value as FindAsked['scope'] })}>
          <option value="all">全部稿件</option>
          <option value="article">本篇</option>
        </select>
        <label><input type="checkbox" checked={asked.ignoreCase} onChange={({ target }) => find.ask({ ignoreCase: target.checked })} />不分大小写</label>
        <label>
          <input type="checkbox" checked={asked.ignoreWidth && asked.how !== 'regex'} disabled={asked.how === 'regex'} onChange={({ target }) => find.ask({ ignoreWidth: target.checked })} />
          不分全角半角和空格
        </label>
      </div>
      <p className={found.error === null ? 'said' : 'said wrong'} role="status">
        {found.error ?? (replacing && asked.how === 'regex' && said === '' && !isReadOnly ? REFERENCES : replacing && isReadOnly ? '这份文稿是只读的，不能替换。' : said)}
      </p>
      {listed && <HitList workspace={workspace} session={session} hits={found.hits} current={found.current} />}
    </section>
  );
}

interface WordsProps {
  readonly id: string;
  readonly value: string;
  readonly onWords: (words: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A field of words: what an input method still composes is shown and not told. */
function Words({ id, value, onWords, inputRef }: WordsProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      id={id}
      ref={inputRef}
      type="text"
      spellCheck={false}
      autoComplete="off"
      value={draft ?? value}
      onChange={({ target, nativeEvent }) => {
        if ((nativeEvent as InputEvent).isComposing) setDraft(target.value);
        else {
          setDraft(null);
          onWords(target.value);
        }
      }}
      onCompositionEnd={({ currentTarget }) => {
        setDraft(null);
        onWords(currentTarget.value);
      }}
    />
  );
}
