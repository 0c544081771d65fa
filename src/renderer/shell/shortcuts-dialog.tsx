// 快捷键: every command that has one, by menu.
import type { DialogContent } from './dialog-content';
import { Dialog } from './dialog';
import { MENUS } from './command';
import { COMMANDS } from './commands';
import { shortcutText } from './shortcut-text';

export const ShortcutsDialog: DialogContent = ({ workspace }) => (
  <Dialog workspace={workspace} title="快捷键" width={720}>
    <div className="shortcuts" tabIndex={0}>
      {MENUS.map((menu) => {
        const commands = COMMANDS.filter((command) => command.menu === menu && command.shortcut !== null);
        if (commands.length === 0) return null;
        return (
          <section key={menu}>
            <h3 className="cap">{menu}</h3>
            <dl>
              {commands.map(({ id, title, shortcut }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd><kbd>{shortcutText(shortcut ?? '')}</kbd></dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  </Dialog>
);
