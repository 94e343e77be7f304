/** `console` and `Logger`: both write into the execution's log, with the severities of Cloud Logging. */
import { format } from 'node:util';
import type { Clock } from '../clock';
import type { LogEntry } from '../execution';
import type { Gate } from '../service';
import { makeService } from '../service-objects';
import { optional, takes, takesAll, textLike } from '../signature';

type Write = (severity: LogEntry['severity'], message: string) => void;

/** Only the six members that Google documents (Google, console reference). */
export function makeConsole(gate: Gate, clock: Clock, write: Write) {
  const started = new Map<string | null, number>();
  const at = (severity: LogEntry['severity']) => takesAll((...args) => write(severity, format(...args)));
  return makeService<Console>('console', gate, {
    log: at('DEBUG'),
    info: at('INFO'),
    warn: at('WARNING'),
    error: at('ERROR'),
    time: takes(label).gives((name) => void started.set(name, clock.now())),
    timeEnd: takes(label).gives((name) => {
      const since = started.get(name);
      if (since !== undefined) write('DEBUG', `${String(name)}: ${clock.now() - since}ms`);
    }),
  });
}

const label = optional(textLike);

export function makeLogger(gate: Gate, write: Write) {
  const logger: GoogleAppsScript.Base.Logger = makeService<GoogleAppsScript.Base.Logger>('Logger', gate, {
    log: takesAll((...args) => {
      write('INFO', format(...args));
      return logger;
    }),
  });
  return logger;
}
