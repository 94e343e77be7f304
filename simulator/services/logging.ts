/** `console` and `Logger`: both write into the execution's log, with the severities of Cloud Logging. */
import { format } from 'node:util';
import type { Clock } from '../clock';
import type { LogEntry } from '../execution';
import { makeService, type Gate } from '../service';

type Write = (severity: LogEntry['severity'], message: string) => void;

/** Only the six members that Google documents (Google, console reference). */
export function makeConsole(gate: Gate, clock: Clock, write: Write) {
  const started = new Map<string, number>();
  const at =
    (severity: LogEntry['severity']) =>
    (...args: unknown[]) =>
      write(severity, format(...args));
  return makeService('console', gate, {
    log: at('DEBUG'),
    info: at('INFO'),
    warn: at('WARNING'),
    error: at('ERROR'),
    time: (label: string) => void started.set(label, clock.now()),
    timeEnd: (label: string) => {
      const since = started.get(label);
      if (since !== undefined) write('DEBUG', `${label}: ${clock.now() - since}ms`);
    },
  });
}

export function makeLogger(gate: Gate, write: Write) {
  const lines: string[] = [];
  const logger: object = makeService('Logger', gate, {
    log: (...args: unknown[]) => {
      const message = format(...args);
      lines.push(message);
      write('INFO', message);
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => void lines.splice(0),
  });
  return logger;
}
