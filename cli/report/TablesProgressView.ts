/** Shows how far tables are: a bar on a terminal, some lines elsewhere, with an estimate of what is left. */
import { Presets, SingleBar } from 'cli-progress';
import type { TablesProgress } from '../../tables/make-tables';

const PHASES: Readonly<Record<TablesProgress['phase'], string>> = {
  list: 'Список счетов',
  rows: 'Товары и реквизиты',
  write: 'Запись таблиц',
};

/** Elsewhere than on a terminal a line is told for each such share of the work. */
const STEPS = 10;
/** Below it nobody can tell how long the rest will take. */
const LEAST_SHARE = 0.02;

export interface TablesProgressView {
  show(progress: TablesProgress): void;
  close(): void;
}

/** @param now milliseconds since 1970 */
export function tablesProgressView(stream: NodeJS.WriteStream, now: () => number): TablesProgressView {
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
    const minutes = ((now() - begun.at) * (total - done)) / made / 60_000;
    return minutes < 1 ? ', осталось меньше минуты' : `, осталось около ${Math.round(minutes)}\u00a0мин`;
  };
}

const ofTotal = ({ done, total }: TablesProgress): string =>
  total === null ? `${done}` : `${done} из ${total}`;

const lineOf = (progress: TablesProgress, left: string): string =>
  `${PHASES[progress.phase]}: ${ofTotal(progress)}, запросов: ${progress.requests}${left}`;

function barOn(stream: NodeJS.WriteStream, left: Left): TablesProgressView {
  const bar = new SingleBar({ stream, format: '{bar} {line}', hideCursor: true }, Presets.shades_classic);
  bar.start(1, 0, { line: '' });
  return {
    show: (progress) => {
      bar.setTotal(Math.max(progress.total ?? progress.done, 1));
      bar.update(progress.total === null ? 0 : progress.done, { line: lineOf(progress, left(progress)) });
      // Waiting for the portal keeps this thread busy, so the bar's own timer never gets a turn.
      bar.render();
    },
    close: () => bar.stop(),
  };
}

function linesOn(stream: NodeJS.WriteStream, left: Left): TablesProgressView {
  let shown = '';
  return {
    show: (progress) => {
      const { phase, done, total } = progress;
      const rest = left(progress);
      const step = `${phase} ${total === null || total === 0 ? '' : Math.floor((done * STEPS) / total)}`;
      if (step === shown) return;
      shown = step;
      stream.write(`${lineOf(progress, rest)}\n`);
    },
    close: () => undefined,
  };
}
