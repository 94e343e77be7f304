/** A bar with a line of text; the terminal is as it was when the process is killed, which Ctrl+C does at once. */
import { Presets, SingleBar } from 'cli-progress';

const BAR = 20;
/** Of a terminal that says it has none. */
const COLUMNS = 80;

export interface TerminalBar {
  /** @param line cut to what the terminal's line has room for */
  show(done: number, total: number, line: string): void;
  close(): void;
}

export function terminalBar(stream: NodeJS.WriteStream): TerminalBar {
  // Neither the cursor nor the breaking of lines is switched off: nobody would switch them on again.
  const look = { format: '{bar} {line}', barsize: BAR, hideCursor: false, linewrap: true };
  const bar = new SingleBar({ stream, ...look }, Presets.shades_classic);
  bar.start(1, 0, { line: '' });
  return {
    show: (done, total, line) => {
      const columns = stream.columns > 0 ? stream.columns : COLUMNS;
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { line: line.slice(0, Math.max(0, columns - BAR - 2)) });
      // Waiting for the portal keeps this thread busy, so the bar's own timer never gets a turn.
      bar.render();
    },
    close: () => bar.stop(),
  };
}
