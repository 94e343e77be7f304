/** Shows how far tables are: a bar on a terminal, some lines elsewhere, with an estimate of what is left. */
import { count } from '../../src/texts/russian';
import type { TablesProgress } from '../../tables/make-tables';
import { tableTexts } from '../../tables/texts';
import { terminalBar } from './terminal-bar';

const PHASES: Readonly<Record<TablesProgress['phase'], string>> = {
  list: 'Список счетов',
  rows: 'Счета с товарами',
  write: 'Запись таблиц',
};

/** Elsewhere than on a terminal a line is told for each such share of the work. */
const STEPS = 10;
/** So it is for each so many invoices where nobody knows how many there are. */
const INVOICES_OF_A_LINE = 10_000;
/** Below it nobody can tell how long the rest will take. */
const LEAST_SHARE = 0.02;
/** From then on only hours matter. */
const MANY_MINUTES = 120;

export interface TablesProgressView {
  show(progress: TablesProgress): void;
  close(): void;
}

/** What is asked of a stream that is no terminal. */
type Plain = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: false };

/** @param now milliseconds since 1970 */
export function tablesProgressView(
  stream: NodeJS.WriteStream | Plain,
  now: () => number,
): TablesProgressView {
  const left = estimate(now);
  return stream.isTTY ? barOn(stream, left) : linesOn(stream, left);
}

type Left = (progress: TablesProgress) => string;

/** How long the rest of a phase takes if it goes on as it went so far; `''` while nobody can tell. */
function estimate(now: () => number): Left {
  let phase: TablesProgress['phase'] | null = null;
  let begun = { at: 0, done: 0 };
  return (progress) => {
    const { done, total } = progress;
    if (progress.phase !== phase) {
      ({ phase } = progress);
      begun = { at: now(), done };
    }
    const made = done - begun.done;
    if (total === null || made < total * LEAST_SHARE || made <= 0 || done >= total) return '';
    const minutes = Math.round(((now() - begun.at) * (total - done)) / made / 60_000);
    if (minutes < 1) return ', ещё меньше минуты';
    if (minutes < MANY_MINUTES) return `, ещё около ${minutes}\u00a0мин`;
    return `, ещё около ${Math.round(minutes / 60)}\u00a0ч`;
  };
}

const ofTotal = ({ done, total }: TablesProgress): string =>
  total === null ? count(done) : `${count(done)} из ${count(total)}`;

const lineOf = (progress: TablesProgress, left: string): string =>
  `${PHASES[progress.phase]}: ${ofTotal(progress)}${left}, запросов: ${count(progress.requests)}`;

function barOn(stream: NodeJS.WriteStream, left: Left): TablesProgressView {
  stream.write(`${tableTexts.mayBeStopped()}\n`);
  const bar = terminalBar(stream);
  return {
    show: (progress) => {
      const { done, total } = progress;
      bar.show(total === null ? 0 : done, total ?? done, lineOf(progress, left(progress)));
    },
    close: () => bar.close(),
  };
}

function linesOn(stream: Plain | NodeJS.WriteStream, left: Left): TablesProgressView {
  let shown = '';
  return {
    show: (progress) => {
      const { phase, done, total } = progress;
      const rest = left(progress);
      const part = total === null ? done / INVOICES_OF_A_LINE : (done * STEPS) / Math.max(total, 1);
      const step = `${phase} ${Math.floor(part)}`;
      if (step === shown) return;
      shown = step;
      stream.write(`${lineOf(progress, rest)}\n`);
    },
    close: () => undefined,
  };
}
