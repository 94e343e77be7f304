/** What inserted and deleted rows and columns make of charts. */
import type { Area } from './area';
import type { Chart } from './sheet-parts';

type Move = (area: Area) => Area | null;

/** A chart's ranges follow their cells; the chart stays when all of them are gone, and where its own cell was. */
export const movedCharts = (charts: readonly Chart[], move: Move): readonly Chart[] =>
  charts.map((chart) => {
    const { row, column } = move({ ...chart.anchor, rows: 1, columns: 1 }) ?? chart.anchor;
    const areas = chart.areas.map(move).filter((area) => area !== null);
    return { ...chart, areas, anchor: { ...chart.anchor, row, column } };
  });
