/** `npm run dev`: the add-on in a browser without Google. */
import { parseArgs } from 'node:util';
import { DEFAULT_PORT, startPreview } from '../preview/start-preview';
import { CommandError, runCommand } from './CommandError';

const USAGE = 'Команда: npm run dev -- [--port 8787] [--now 2026-05-20T09:00:00Z]. Проверьте параметры.';

function readArguments(): { port: number; now: Date } {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, now: { type: 'string' } } });
    const port = Number(values.port ?? DEFAULT_PORT);
    const now = values.now === undefined ? new Date() : new Date(values.now);
    if (Number.isInteger(port) && port >= 0 && port < 65_536 && !Number.isNaN(now.getTime()))
      return { port, now };
  } catch {
    // What parseArgs says is English; the usage says the same.
  }
  throw new CommandError(USAGE);
}

runCommand(async () => {
  const { port, now } = readArguments();
  const { url } = await startPreview({ port, now, watch: true }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new CommandError(`Порт ${port} занят. Укажите другой: npm run dev -- --port 0.`);
  });
  console.log(`Предпросмотр: ${url}\nОстановить: Ctrl+C`);
});
