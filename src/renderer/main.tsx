// Starts the window: gives the schema its DOM, makes the workspace, draws.
import { createRoot } from 'react-dom/client';
import type { WindowApi } from '../ipc/index';
import { App } from './shell/app';
import { installDom } from './editor/schema-dom';
import { Workspace } from './session/workspace';
import './style/tokens.css';
import './style/window.css';
import './style/writing.css';
import './style/pages.css';
import './style/start.css';
import './style/dialog.css';
import './style/find.css';
import './style/typing.css';
import './style/history.css';
import './style/counts.css';
import './style/palette.css';
import './style/meeting.css';
import './style/structure.css';
import './style/templates.css';
import './style/comments.css';
import './style/saving.css';
import './style/compare.css';
import './style/last-year.css';
import './style/printing.css';
import './style/import-review.css';
import './style/word.css';
import './style/take-back.css';
import './style/roll-forward.css';
import './style/figures.css';
import './style/promises.css';
import './style/makeup.css';
import './style/pictures.css';
import './style/edition.css';

declare global {
  interface Window {
    readonly banxin: WindowApi<File>;
  }
}

installDom();
const workspace = new Workspace(window.banxin);
const root = document.getElementById('root');
if (root === null) throw new RangeError('index.html has no #root');
createRoot(root).render(<App workspace={workspace} />);
void workspace.begin();
