// The dialogs by id (`workspace.dialog`), and the one that is open. An id may be
// followed by what the dialog is about: `comment:ID`.
import { useEffect, useState } from 'react';
import { CommentDialog } from '../comments/comment-dialog';
import { COMPARE } from '../compare/compare-command';
import { CompareDialog } from '../compare/compare-view';
import { EDITION, NEW_EDITION } from '../edition/edition-command';
import { EditionDialog, NewEditionDialog } from '../edition/edition-dialog';
import { FieldDialog } from '../meeting/field-dialog';
import { FIGURES } from '../figures/figures-command';
import { FiguresDialog } from '../figures/figures-view';
import { ReviewDialog } from '../import-review/review-view';
import { MeetingDialog } from '../meeting/meeting-dialog';
import { MAKEUP } from '../makeup/makeup-command';
import { MakeupDialog } from '../makeup/makeup-view';
import { PaperDialog } from '../paper/paper-dialog';
import { PictureDialog } from '../pictures/picture-dialog';
import { GoToDialog } from '../printing/go-to-dialog';
import { PrintDialog } from '../printing/print-dialog';
import { RecordDialog } from '../printing/record-dialog';
import { StageDialog } from '../printing/stage-dialog';
import { PROMISES } from '../promises/promises-command';
import { PromisesDialog } from '../promises/promises-view';
import { ROLL_FORWARD } from '../roll-forward/roll-command';
import { RollForwardDialog } from '../roll-forward/roll-view';
import { BackupsDialog } from '../saving/backups-dialog';
import { OutsideDialog } from '../saving/outside-dialog';
import { RecoverDialog } from '../saving/recover-dialog';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { CountsDialog } from '../counts/counts-dialog';
import { HistoryDialog } from '../history/history-dialog';
import { KeepTemplateDialog } from '../templates/keep-template-dialog';
import { NewDialog } from '../templates/new-dialog';
import { PhraseDialog } from '../templates/phrase-dialog';
import { SectionDialog } from '../templates/section-dialog';
import { PaletteDialog } from '../palette/palette-dialog';
import type { DialogContent } from './dialog-content';
import { NoticesDialog } from './notices-dialog';
import { ArticleDialog, DeleteArticleDialog, NewArticleDialog } from '../structure/article-dialogs';
import { NoteDialog } from '../structure/note-dialog';
import { PlaceholderDialog } from '../structure/placeholder-dialog';
import { TableDialog } from '../structure/table-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TypingDialog } from '../typing/typing-dialog';
import { TakeBackDialog } from '../take-back/take-back-dialog';
import { WordReportDialog } from '../word/word-report-dialog';

const DIALOGS: Readonly<Record<string, DialogContent>> = {
  shortcuts: ShortcutsDialog,
  notices: NoticesDialog,
  palette: PaletteDialog,
  history: HistoryDialog,
  counts: CountsDialog,
  typing: TypingDialog,
  meeting: MeetingDialog,
  field: FieldDialog,
  paper: PaperDialog,
  picture: PictureDialog,
  [EDITION]: EditionDialog,
  [NEW_EDITION]: NewEditionDialog,
  [MAKEUP]: MakeupDialog,
  new: NewDialog,
  'keep-template': KeepTemplateDialog,
  section: SectionDialog,
  phrases: PhraseDialog,
  comment: CommentDialog,
  'new-article': NewArticleDialog,
  article: ArticleDialog,
  'delete-article': DeleteArticleDialog,
  note: NoteDialog,
  placeholder: PlaceholderDialog,
  table: TableDialog,
  print: PrintDialog,
  'print-record': RecordDialog,
  'go-to': GoToDialog,
  stage: StageDialog,
  recover: RecoverDialog,
  backups: BackupsDialog,
  outside: OutsideDialog,
  'word-report': WordReportDialog,
  'take-back': TakeBackDialog,
  'import-review': ReviewDialog,
  [ROLL_FORWARD]: RollForwardDialog,
  [COMPARE]: CompareDialog,
  [FIGURES]: FiguresDialog,
  [PROMISES]: PromisesDialog,
};

export function Dialogs({ workspace }: { readonly workspace: Workspace }) {
  const asked = useWatched(workspace.dialog);
  const open = useSettledDialog(workspace, asked);
  const [id = '', subject = null] = open?.split(/:(.*)/s) ?? [];
  const Content = Object.hasOwn(DIALOGS, id) ? DIALOGS[id] : undefined;
  return Content === undefined ? null : <Content key={open} workspace={workspace} subject={subject} />;
}

/**
 * The dialog that was asked for, once what an input method typed has been handed over: a dialog reads the text as it is
 * when it opens. Letters that still stand open are ended first, as by a click into another window.
 */
function useSettledDialog({ texts }: Workspace, asked: string | null): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (asked !== null && texts.isOpenComposition && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void texts.whenSettled().then(() => {
      if (isWanted) setSettled(asked);
    });
    return () => {
      isWanted = false;
    };
  }, [texts, asked]);
  return settled === asked ? asked : null;
}
