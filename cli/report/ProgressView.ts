/** Shows how far a refresh is: a bar on a terminal, a line for each phase elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './run-refresh';

const PHASES: Readonly<Record<string, string>> = {
  list: 'Список счетов',
  links: 'Связи с реквизитами',
  requisites: 'Реквизиты',
  rows: 'Товары',
  write: 'Запись листов',
};

export interface ProgressView {
  show(progress: Progress): void;
  close(): void;
}

export function progressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? barOn(stream) : linesOn(stream);
}

const nameOf = ({ phase }: Progress): string => PHASES[phase ?? ''] ?? '';

function barOn(stream: NodeJS.WriteStream): ProgressView {
  const bar = new SingleBar(
    { stream, format: '{bar} {value} из {total} · {name} · запросов: {requests}', hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { name: '', requests: 0 });
  return {
    show: (progress) => {
      bar.setTotal(Math.max(progress.total, 1));
      bar.update(progress.done, { name: nameOf(progress), requests: progress.requests });
      // The simulation keeps this thread busy, so the bar's own timer never gets a turn.
      bar.render();
    },
    close: () => bar.stop(),
  };
}

function linesOn(stream: NodeJS.WriteStream): ProgressView {
  let shown = '';
  return {
    show: (progress) => {
      const name = nameOf(progress);
      if (name === shown || name === '') return;
      shown = name;
      stream.write(`${name}: ${progress.done} из ${progress.total}, запросов: ${progress.requests}\n`);
    },
    close: () => undefined,
  };
}
