// Faces by the names that Word and WPS know them by. The file says which face a role
// has; whether it is installed is the reader's machine's business. Plain 仿宋 and
// 楷体 unless the edition was set in an own face of that role: GB2312-named faces are
// a local habit and lack rare characters (TYPESETTING G-14, §7 18). No theme fonts.
import type { FontRole } from '../../core/font';
import { element, valued } from './xml';

export interface WordFace {
  readonly name: string;
  /** Name that another system may have it under. */
  readonly alias: string | null;
  readonly family: 'roman' | 'modern' | 'script' | 'auto';
  /** Windows' charset byte. */
  readonly charset: string;
}

export type FaceNames = Readonly<Record<FontRole, WordFace>>;

export const WORD_FACES: FaceNames = {
  song: { name: '宋体', alias: 'SimSun', family: 'auto', charset: '86' },
  biaosong: { name: '方正小标宋简体', alias: '方正小标宋_GBK', family: 'auto', charset: '86' },
  hei: { name: '黑体', alias: 'SimHei', family: 'modern', charset: '86' },
  kai: { name: '楷体', alias: 'KaiTi', family: 'modern', charset: '86' },
  fangsong: { name: '仿宋', alias: 'FangSong', family: 'modern', charset: '86' },
  times: { name: 'Times New Roman', alias: null, family: 'roman', charset: '00' },
};

/** The house's names, with the user's own faces in place of some. */
export function faceNames(own: Readonly<Partial<Record<FontRole, string>>>): FaceNames {
  return Object.fromEntries(Object.entries(WORD_FACES).map(([role, face]) => {
    const name = own[role as FontRole];
    return [role, name === undefined ? face : { ...face, name, alias: face.name }];
  })) as unknown as FaceNames;
}

/** fontTable.xml's root. */
export function fontTable(faces: FaceNames, namespaces: Readonly<Record<string, string>>): string {
  const known = new Map(Object.values(faces).map((face) => [face.name, face]));
  return element('w:fonts', namespaces, ...[...known.values()].map(({ name, alias, family, charset }) =>
    element('w:font', { 'w:name': name }, ...(alias === null ? [] : [valued('w:altName', alias)]), valued('w:charset', charset), valued('w:family', family), valued('w:pitch', family === 'modern' ? 'fixed' : 'variable'))));
}
