/** Texts with looks and links of their own, as data. */
import type { Cell, RunStyle, TextRun } from './cell';
import { LIMITS } from '../limits';

export interface RichText {
  readonly text: string;
  /** Without gaps where not empty; neighbours differ. */
  readonly runs: readonly TextRun[];
}

/** How Sheets shows a link unless its run says otherwise. */
const linkLook: RunStyle = { color: '#1155cc', underline: true };

/** Changes a stretch of the runs, cutting those that reach over its ends. */
export function changeRuns(
  runs: readonly TextRun[],
  length: number,
  stretch: { readonly start: number; readonly end: number },
  change: (run: TextRun) => TextRun,
): TextRun[] {
  const { start, end } = stretch;
  const whole = runs.length > 0 ? runs : [{ start: 0, end: length, style: {}, link: null }];
  const cut = whole.flatMap((run) => {
    const points = [run.start, start, end, run.end].filter((at) => at >= run.start && at <= run.end);
    return points.slice(1).map((to, index) => ({ ...run, start: points[index] ?? 0, end: to }));
  });
  const changed = cut
    .filter((run) => run.end > run.start)
    .map((run) => (run.start >= start && run.end <= end ? change(run) : run));
  return changed.reduce<TextRun[]>((merged, run) => {
    const last = merged.at(-1);
    if (last && sameLook(last, run)) merged[merged.length - 1] = { ...last, end: run.end };
    else merged.push(run);
    return merged;
  }, []);
}

const lookKey = ({ style, link }: TextRun): string =>
  JSON.stringify([link, Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1))]);
const sameLook = (a: TextRun, b: TextRun): boolean => lookKey(a) === lookKey(b);

/** A look in full. */
export interface Look extends Required<Omit<RunStyle, 'fontFamily'>> {
  /** null is the spreadsheet's default font. */
  readonly fontFamily: string | null;
}

/** What a run looks like in its cell: the cell's font, under the look of links, under the run's own. */
export function lookOf({ style }: Cell, run: TextRun | undefined): Look {
  return {
    bold: style.fontWeight === 'bold',
    italic: style.fontStyle === 'italic',
    underline: style.fontLine === 'underline',
    strikethrough: style.fontLine === 'line-through',
    fontSize: style.fontSize ?? LIMITS.fontSizePoints,
    color: style.fontColor ?? '#000000',
    fontFamily: style.fontFamily,
    ...(run?.link ? linkLook : {}),
    ...run?.style,
  };
}

/** A font set for the whole cell also holds in its runs. */
export const restyleRuns = (cell: Cell, own: RunStyle): void => {
  cell.runs = cell.runs.map((run) => ({ ...run, style: { ...run.style, ...own } }));
};
