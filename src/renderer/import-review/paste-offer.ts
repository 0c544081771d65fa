// A whole text pasted into an article is offered to the review of an import: several
// paragraphs with headings are more than a passage. The paste itself stays as it is
// until the user takes the offer.
import type { Workspace } from '../session/workspace';

/** Head of the message: an older one gives way to the new. */
const OFFER = '像是整篇稿子：';

/** Characters that a passage hardly has. */
const LONG = 1000;

/** Says that a pasted text could be reviewed, with the way there. @param headings how many the paste found. */
export function offerReview(workspace: Workspace, text: string, headings: number): void {
  const paragraphs = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
  const session = workspace.session.get();
  if (headings === 0 || paragraphs < 2 || text.length < LONG || session === null) return;
  const { version } = session;
  workspace.notices.tellInstead(OFFER, `${OFFER}粘贴了 ${paragraphs} 段，有 ${headings} 处标题。可以撤回这次粘贴，在导入审阅里分清各篇、逐行核对，再放进文稿包。`, {
    step: session.lastStep,
    accept: {
      title: '改用导入审阅',
      run: () => {
        // Only the paste is taken back, never what was written after it.
        if (workspace.session.get() === session && session.version === version) session.undo();
        void workspace.imports.paste(text);
      },
    },
  });
}
