// 输入习惯: the help while typing, each switched on and off by itself (W18). Kept on
// this computer; it works from the next key on.
import type { DialogContent } from '../shell/dialog-content';
import { Dialog } from '../shell/dialog';
import { useWatched } from '../session/observable';
import type { WritingSettings } from '../session/writing-settings';

const HABITS: readonly (readonly [keyof Omit<WritingSettings, 'readingRate'>, string, string])[] = [
  ['quotes', '直引号改为弯引号', '" 按前文改为 “ 或 ”，\' 改为 ‘ 或 ’'],
  ['ellipsis', '三个点改为省略号', '... 改为 ……'],
  ['dash', '两个连字符改为破折号', '-- 改为 ——'],
  ['headings', '行首的序号改为标题', '一、 （一） （1） 第一， 与顺序相符时成为标题；1. 后面跟着字才算；标题句号后接着写，成为段首标题'],
  ['offers', '提示换成待填', '×× 或 XX 后面跟着量词时，按 Tab 换成〔数字：待填〕'],
];

export const TypingDialog: DialogContent = ({ workspace }) => {
  const settings = useWatched(workspace.settings.settings);
  return (
    <Dialog workspace={workspace} title="输入习惯">
      <ul className="habits">
        {HABITS.map(([key, title, what]) => (
          <li key={key}>
            <label>
              <input type="checkbox" checked={settings[key]} onChange={({ target }) => workspace.settings.change({ [key]: target.checked })} />
              <span>
                {title}
                <small>{what}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="quiet">改完马上按一次退格键，就退回键入的字。用输入法选字时不改。</p>
    </Dialog>
  );
};
