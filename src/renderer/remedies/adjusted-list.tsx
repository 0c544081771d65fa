// 手工调整: what a hand asked of paragraphs in the edition shown, each with its way back.
import { articleNames } from '../panels/article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from '../panels/lower-list';
import { adjustedBlocks, type Adjusted } from './adjust-block';

function inWords({ lines, breakBefore }: Adjusted): string {
  const parts = [lines < 0 ? `收紧 ${-lines} 行` : '', lines > 0 ? `放松 ${lines} 行` : '', breakBefore ? '另起一页' : ''];
  return parts.filter((part) => part !== '').join('，');
}

const adjusted = ({ workspace, pkg }: LowerListProps): readonly Adjusted[] => adjustedBlocks(pkg.articles, workspace.edition.get() ?? '');

function AdjustedList(props: LowerListProps) {
  const { workspace, session, pkg } = props;
  const names = articleNames(pkg.articles, pkg.meeting);
  return adjusted(props).slice(0, MOST_ENTRIES).map((entry) => (
    <li key={`${entry.article} ${entry.block}`} className="with-action">
      <button type="button" className="plain" onClick={() => workspace.places.goTo({ article: entry.article, field: null, block: entry.block, offset: 0 })}>
        <b className="tag">调</b>
        <span>
          {inWords(entry)}：“{entry.text}…”
          <small>{names[pkg.articles.findIndex(({ id }) => id === entry.article)]}</small>
        </span>
      </button>
      {session.opened.readOnly === null && (
        <button type="button" className="button small" onClick={() => void workspace.remedies.ask(entry, { lines: 0, breakBefore: false }, '取消手工调整')}>取消调整</button>
      )}
    </li>
  ));
}

export const ADJUSTED: LowerTab = {
  id: 'adjusted',
  title: '手工调整',
  count: (props) => adjusted(props).length,
  shown: (props) => adjusted(props).length > 0,
  List: AdjustedList,
};
