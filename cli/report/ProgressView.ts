/** Shows how far a refresh is: a bar on a terminal, a line for each phase elsewhere. */
import type { Progress } from './run-refresh';
import { terminalBar } from './terminal-bar';

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

const lineOf = (progress: Progress): string =>
  `${nameOf(progress)}: ${progress.done} из ${progress.total}, запросов: ${progress.requests}`;

function barOn(stream: NodeJS.WriteStream): ProgressView {
  const bar = terminalBar(stream);
  return {
    show: (progress) =>
      bar.show(progress.done, progress.total, nameOf(progress) === '' ? '' : lineOf(progress)),
    close: () => bar.close(),
  };
}

function linesOn(stream: NodeJS.WriteStream): ProgressView {
  let shown = '';
  return {
    show: (progress) => {
      const name = nameOf(progress);
      if (name === shown || name === '') return;
      shown = name;
      stream.write(`${lineOf(progress)}\n`);
    },
    close: () => undefined,
  };
}
