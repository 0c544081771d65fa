// Prepares a fresh machine, whole: npm packages, faces, system packages, an Electron, the built
// command line. Idempotent; each part says what it brings and why, and what is missing where it
// cannot. `sample`, `test`, `start` and `bench` bring the parts of it that they need by themselves.
import { ensureElectron } from './setup/electron.mjs';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { say } from './setup/run.mjs';
import { ensureSystemPackages } from './setup/system.mjs';

if (!(await ensurePackages())) process.exit(1);
const missing = (await ensureFaces()).map((file) => `字体 ${file}`);
// Before Electron, which is unpacked with unzip.
if (!(await ensureSystemPackages())) missing.push('系统软件包');
const electron = await ensureElectron();
if (electron === null) missing.push('Electron（窗口和端到端测试）');
const commandLine = await ensureCommandLine();
if (!commandLine) missing.push('命令行');

if (electron?.real === false) say('这台机器上的窗口和测试使用 Electron 33.2.1 替代版，只供测试和试用，不随软件发行。');
say(missing.length === 0 ? '准备就绪：npm run sample 出样张，npm start 开窗口，npm test 跑全部测试。' : `已做能做的；还缺：${missing.join('、')}。`);
process.exit(commandLine ? 0 : 1);
