// Writes what 两稿对比 shows: 花脸稿 as PDF, Word's tracked changes, the 修改说明. The made
// package goes to main whole; what was written is said as every export is.
import { writePackage } from '../../core/model/package-file';
import type { Edition } from '../../core/model/package';
import { explainChanges, type ExplainJob } from '../../core/report/compare/explain-changes';
import type { Redlined } from '../../core/report/compare/redline-package';
import type { MadeExport } from '../../ipc/comparing';
import type { Workspace } from '../session/workspace';

/** The 花脸稿, or as Word file both texts with tracked changes. */
export async function exportComparison(workspace: Workspace, red: Redlined, format: 'pdf' | 'docx'): Promise<void> {
  const { pkg, edition, tracked } = red;
  const names = edition.redline === undefined ? '' : ` ${edition.redline.from}-${edition.redline.to}`;
  const made = format === 'pdf' ? { ...pkg, editions: [edition] } : { ...tracked.pkg, editions: [tracked.edition] };
  await workspace.files.exportMade({ bytes: writePackage(made, null), title: format === 'pdf' ? '导出花脸稿' : '另存为 Word 修订稿', name: `${pkg.name} ${format === 'pdf' ? '花脸稿' : '修订稿'}${names}`, format, accept: [] });
}

/** The 修改说明. */
export async function exportExplained(workspace: Workspace, job: Omit<ExplainJob, 'edition'>, edition: Edition, format: MadeExport['format']): Promise<void> {
  const made = explainChanges({ ...job, edition });
  await workspace.files.exportMade({ bytes: writePackage({ ...made.pkg, editions: [made.edition] }, null), title: '导出修改说明', name: `${job.now.name} 修改说明 ${job.from}-${job.to}`, format, accept: [] });
}
