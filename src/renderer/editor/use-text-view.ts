// A TextView in a component: made when the element is there, entered in the
// workspace, left and destroyed with the component.
import { useEffect, useRef, type RefObject } from 'react';
import type { Node } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import type { EditorProps } from 'prosemirror-view';
import type { TextTarget } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { TextView } from './text-view';

export interface TextSetup {
  readonly doc: Node;
  readonly plugins: readonly Plugin[];
  readonly props: EditorProps;
}

/** @returns the ref of the element that becomes the text. `setup` is called once a target. */
export function useTextView(workspace: Workspace, { article, field }: TextTarget, setup: () => TextSetup): RefObject<HTMLDivElement | null> {
  const mount = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mount.current === null) return;
    const target: TextTarget = { article, field };
    const { doc, plugins, props } = setup();
    const text = new TextView(mount.current, doc, plugins, props, workspace.sinkFor(target));
    workspace.texts.enter(text, target);
    return () => {
      workspace.texts.leave(text);
      text.destroy();
    };
    // The setup reads the document as it is at that moment; later changes come as steps.
  }, [workspace, article, field]);
  return mount;
}
