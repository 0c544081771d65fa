// How large the pages are shown, as a choice above them.
import { useWatched } from '../session/observable';
import type { PaneStore, Zoom } from '../session/pane-layout';

/** Besides 100 %, which is 实际大小. */
const STEPS: readonly number[] = [50, 75, 150, 200, 300];

export function ZoomChoice({ panes }: { readonly panes: PaneStore }) {
  const { zoom, zoomPercent } = useWatched(panes.layout);
  const value = zoom !== 'hand' ? zoom : zoomPercent === 100 ? 'true' : String(zoomPercent);
  const percents = zoom !== 'hand' || zoomPercent === 100 || STEPS.includes(zoomPercent) ? STEPS : [...STEPS, zoomPercent].toSorted((a, b) => a - b);
  return (
    <select
      aria-label="显示比例"
      value={value}
      onChange={({ target }) => {
        const percent = Number(target.value);
        if (Number.isNaN(percent)) panes.change({ zoom: target.value as Zoom });
        else panes.change({ zoom: 'hand', zoomPercent: percent });
      }}
    >
      <option value="width">适合宽度</option>
      <option value="page">整页</option>
      <option value="true">100%</option>
      {percents.map((percent) => (
        <option key={percent} value={percent}>{percent}%</option>
      ))}
    </select>
  );
}
