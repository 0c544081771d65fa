// 按键 of 排版台, as they are listed at its right: what each line says, and the presses that
// it promises, of which none may be without an act or an answer (desk-keys.test.ts).

export interface HelpLine {
  readonly text: string;
  /** Modifiers and the key's code, as Control+Alt+KeyX. What the pointer or the sheet answers has none. */
  readonly presses: readonly string[];
}

export const DESK_HELP: readonly HelpLine[] = [
  { text: '方向键　移一栏或一行', presses: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { text: 'Shift+方向键　改宽、改高', presses: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'] },
  { text: 'N　写数：第几栏、第几行、宽、高（Tab 下一个，回车一起定）', presses: ['KeyN'] },
  { text: 'Tab　下一块　　回车　改稿　　Esc　返回', presses: ['Tab', 'Enter'] },
  { text: 'Ctrl+Alt+X　与另一块对调（Tab 走到它，回车定）', presses: ['Control+Alt+KeyX'] },
  { text: 'Ctrl+Alt+L　锁定位置　　Home　提到版首', presses: ['Control+Alt+KeyL', 'Home'] },
  { text: 'G　压住标题时让它让位', presses: ['KeyG'] },
  { text: 'Ctrl+Alt+PageUp、PageDown　移到上一版、下一版', presses: ['Control+Alt+PageUp', 'Control+Alt+PageDown'] },
  { text: 'V　竖题　　H　标题一行、两行（框里也行）　　R　标题套红　　B　加框', presses: ['KeyV', 'KeyH', 'KeyR', 'KeyB'] },
  { text: 'T　试排：取能行的里最好的一条，不添忌讳；见报略好得多就略', presses: ['KeyT'] },
  { text: 'Ctrl+Alt+Shift+I　配图　　P　移图（方向键，或拖）', presses: ['Control+Alt+Shift+KeyI', 'KeyP'] },
  { text: 'Ctrl+Alt+G　报纸信息', presses: ['Control+Alt+KeyG'] },
  { text: 'J　余下的转到后面的版，再按并回　　L　见报略几句', presses: ['KeyJ', 'KeyL'] },
  { text: 'Ctrl+回车　重新排版　　Alt+1、2、3　换方案　　Alt+0　并排比较', presses: ['Control+Enter', 'Alt+Digit1', 'Alt+Digit2', 'Alt+Digit3', 'Alt+Digit0'] },
  { text: 'Ctrl+Shift+回车　送报社　　E　这一块存成 PDF', presses: ['Control+Shift+Enter', 'KeyE'] },
  { text: 'Ctrl+Z　撤销　　PageUp、PageDown　上下看，到头翻版', presses: ['Control+KeyZ', 'PageUp', 'PageDown'] },
  { text: 'F6　走到稿件、版面、方案和所选、下面的按钮', presses: [] },
  { text: 'Ctrl+0　整版　　Ctrl+1　实际大小　　Ctrl+加减号、Ctrl+滚轮　缩放', presses: ['Control+Digit0', 'Control+Digit1', 'Control+Equal', 'Control+Minus'] },
  { text: 'F1　这里的按键', presses: ['F1'] },
  { text: '空格+拖、中键拖　推动版面（版外的灰处也行）', presses: [] },
  { text: '没有选中版块时　方向键推动版面', presses: [] },
];
