// banxin fonts: the faces found, what each is for, whether it may be embedded and
// how much of the Chinese character sets it covers.
import { FONT_ROLES } from '../core/font';
import { EDITION_NAMES } from '../core/model/editions';
import { findFonts, type FontRequest } from '../node/fonts';
import { reportFaces, type FaceReport } from '../node/report-faces';
import { readArguments, type CommandShape } from './arguments';
import { print, printJson, say } from './print';
import { sayDiagnostics } from './say-diagnostics';

const SHAPE: CommandShape = { usage: 'banxin fonts [--fonts 文件夹] [--json]', files: [], options: { fonts: 'value', json: 'flag' } };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const dir = args.value('fonts');
  const request: FontRequest = { system: dir === null, ...(dir === null ? {} : { dir }) };
  const { found, diagnostics } = findFonts(request);
  const faces = reportFaces(found, (edition) => findFonts({ ...request, edition }).found);
  if (args.has('json')) printJson({ faces, diagnostics });
  else print(faces.map((face) => `${line(face)}\n`).join(''));
  sayDiagnostics(diagnostics);
  if (!args.has('json')) say(`共 ${faces.length} 个字体；用途：${FONT_ROLES.join('、')}`);
  return 0;
}

function line(face: FaceReport): string {
  const leads = [...face.roles, ...face.editions.map(({ edition, role }) => `${role}（${EDITION_NAMES[edition]}）`)];
  const uses = leads.length > 0 ? leads.join('、') : `补字（${face.fallbackFor.join('、')}）`;
  const licence = `${face.licence ?? '授权未知'}，${face.embeddable ? '可嵌入' : '不可嵌入'}`;
  return `${uses}  ${face.localFamily}  ${face.file}  ${licence}  GB2312 ${face.coverage.gb2312}/6763`;
}
