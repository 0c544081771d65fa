// 插入 › 标准段落: one section of a report by itself, with what it will read like.
import { useState } from 'react';
import type { Fragment } from 'prosemirror-model';
import { sectionBlocks } from '../../core/report/make-package';
import { mergePhrases } from '../../core/report/phrases';
import type { Section } from '../../core/report/template';
import type { Meeting } from '../../core/model/package';
import { schema, type PlaceholderAttrs } from '../../core/model/schema';
import { leafText } from '../editor/field-atoms';
import { placeholderLabel } from '../editor/placeholder-types';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import type { PhraseShelf } from '../../ipc/templates';
import { ChoiceList } from './choice-list';
import { insertBlocks } from './insert-blocks';
import { useShelf } from './use-shelf';

export const SectionDialog: DialogContent = ({ workspace }) => {
  const { shelf } = useShelf(workspace, workspace.api.phraseShelf);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  const sections = (shelf?.sections ?? []).filter(({ name, about }) => `${name}${about}`.includes(sought.trim()));
  const section = sections.find(({ id }) => id === chosen) ?? sections[0];
  const blocks = shelf === null || section === undefined ? null : blocksOf(section, shelf);
  const insert = (): void => {
    if (section === undefined || blocks === null) return;
    workspace.dialog.set(null);
    putIn(workspace, blocks, section.name);
  };
  const meeting = workspace.session.get()?.pkg.meeting;
  return (
    <Dialog
      workspace={workspace}
      title="插入标准段落"
      width={880}
      onSubmit={insert}
      foot={(
        <>
          <span className="rest">插在光标所在一段的后面。</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={blocks === null}>插入</button>
        </>
      )}
    >
      {shelf !== null && (
        <div className="shelf">
          <div className="sought">
            <input type="text" aria-label="查找段落" placeholder="查找" value={sought} autoFocus autoComplete="off" onChange={(event) => setSought(event.target.value)} />
            <ChoiceList
              label="标准段落"
              choices={sections.map(({ id, name, about }) => ({ id, title: name, about }))}
              chosen={section?.id ?? null}
              choose={setChosen}
              take={insert}
              empty="没有这样的段落。"
            />
          </div>
          <div className="side reading" tabIndex={0} role="region" aria-label="段落样子">
            {blocks !== null && meeting !== undefined && lines(blocks, meeting).map((line, index) => <p key={index}>{line}</p>)}
            {shelf.note !== null && <p className="quiet">{shelf.note}</p>}
          </div>
        </div>
      )}
    </Dialog>
  );
};

function blocksOf(section: Section, { sections, shipped, own }: PhraseShelf): Fragment {
  // A phrase that the user removed from the list still stands in sections that name it.
  return sectionBlocks(section, { sections, phrases: mergePhrases(shipped, { ...own, removed: [] }) });
}

/** The blocks as they read, a line a block. */
function lines(blocks: Fragment, meeting: Meeting): string[] {
  return blocks.content.map((block) => block.textBetween(0, block.content.size, '', (leaf) => (leaf.type === schema.nodes.placeholder ? placeholderLabel(leaf.attrs as PlaceholderAttrs) : leafText(leaf, meeting))));
}

/** Into the body's text at its caret; the view has the focus again. */
function putIn(workspace: Workspace, blocks: Fragment, name: string): void {
  const view = workspace.texts.active?.view;
  if (view?.editable !== true || workspace.texts.composing) return;
  insertBlocks(blocks)(view.state, (tr) => view.dispatch(tr.setMeta(LABEL, `插入标准段落：${name}`)), view);
  view.focus();
}
