/** The charts that lie over a grid. Looks like Google's only as far as colours, order and places go. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Title,
  Tooltip,
} from 'chart.js';
import type { ChartView } from '../sheet-protocol';
import { element } from './dom';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Title, Tooltip);

/** Where a cell begins, pixels from the grid's corner. */
export type PlaceOf = (row: number, column: number) => { readonly top: number; readonly left: number };

export class Charts {
  readonly root = element('div', { class: 'charts', 'data-testid': 'charts' });
  private drawn: readonly Chart[] = [];

  /** @param frozenRows a chart that begins in one of them lies over what stays on top */
  show(views: readonly ChartView[], frozenRows: number, placeOf: PlaceOf): void {
    for (const chart of this.drawn) chart.destroy();
    this.root.replaceChildren();
    this.drawn = views.map((view) => this.draw(view, view.anchor.row <= frozenRows, placeOf));
  }

  private draw(view: ChartView, isOnTop: boolean, placeOf: PlaceOf): Chart {
    const { anchor, width, height } = view;
    const canvas = element('canvas', { role: 'img', 'aria-label': view.title });
    const look = `chart${isOnTop ? ' on-top' : ''}`;
    const box = element('div', { class: look, 'data-testid': `chart-${view.id}` }, canvas);
    const { top, left } = placeOf(anchor.row, anchor.column);
    Object.assign(box.style, {
      ...{ top: `${top + anchor.y}px`, left: `${left + anchor.x}px` },
      ...{ width: `${width}px`, height: `${height}px` },
    });
    this.root.append(box);
    return new Chart(canvas, settingsOf(view));
  }
}

function settingsOf({ type, title, colors, isStacked, hasLegend, labels, series }: ChartView) {
  const stacked = isStacked;
  return {
    type: 'bar' as const,
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        ...(colors[index] === undefined ? {} : { backgroundColor: colors[index] }),
      })),
    },
    options: {
      ...{ animation: false as const, maintainAspectRatio: false, locale: 'ru' },
      indexAxis: type === 'BAR' ? ('y' as const) : ('x' as const),
      scales: { x: { stacked }, y: { stacked } },
      plugins: {
        title: { display: title !== '', text: title, align: 'start' as const, font: { size: 16 } },
        legend: { display: hasLegend, position: 'right' as const },
      },
    },
  };
}
