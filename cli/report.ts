/** `npm run report`: the report of a real portal as a workbook. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandError, runCommand } from './CommandError';
import { makeReport } from './report/make-report';

const USAGE =
  'Команда: npm run report -- --settings ФАЙЛ.json --out ФАЙЛ.xlsx [--stats ФАЙЛ.json] [--brief]. Проверьте параметры.';

interface ReportArguments {
  readonly settings: string;
  readonly out: string;
  readonly stats: string | undefined;
  readonly brief: boolean;
}

function readArguments(): ReportArguments {
  try {
    const { values } = parseArgs({
      options: {
        settings: { type: 'string' },
        out: { type: 'string' },
        stats: { type: 'string' },
        brief: { type: 'boolean', default: false },
      },
    });
    const { settings = '', out = '', stats, brief } = values;
    if (settings !== '' && out !== '') return { settings, out, stats, brief };
  } catch {
    // What parseArgs says is English; the usage says the same.
  }
  throw new CommandError(USAGE);
}

function readSettings(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`Не удалось прочитать файл настроек ${file}. Проверьте путь к нему.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandError(`Файл настроек ${file} повреждён: это не JSON. Исправьте его.`);
  }
}

runCommand(async () => {
  const { settings, out, stats, brief } = readArguments();
  const statistics = await makeReport({ settings: readSettings(settings), out, briefOnly: brief });
  if (stats !== undefined) writeFileSync(stats, `${JSON.stringify(statistics, null, 2)}\n`);
});
