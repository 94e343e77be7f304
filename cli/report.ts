/** `npm run report`: the report of a real portal as a workbook, or as tables for an analyst's engine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandError, runCommand } from './CommandError';
import { makeReport } from './report/make-report';
import { formOf, makeTablesReport } from './report/make-tables-report';

const USAGE =
  'Команда: npm run report -- --settings ФАЙЛ.json --out ФАЙЛ.xlsx [--stats ФАЙЛ.json] [--brief], ' +
  'или --out ПАПКА.parquet, или --out ФАЙЛ.duckdb [--full]. Проверьте параметры.';

interface ReportArguments {
  readonly settings: string;
  readonly out: string;
  readonly stats: string | undefined;
  readonly brief: boolean;
  readonly full: boolean;
}

function readArguments(): ReportArguments {
  try {
    const { values } = parseArgs({
      options: {
        settings: { type: 'string' },
        out: { type: 'string' },
        stats: { type: 'string' },
        brief: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
      },
    });
    const { settings = '', out = '', stats, brief, full } = values;
    const isFitting = (!brief || formOf(out) === null) && (!full || formOf(out) === 'duckdb');
    if (settings !== '' && out !== '' && isFitting) return { settings, out, stats, brief, full };
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
  const { settings: file, out, stats, brief, full } = readArguments();
  const settings = readSettings(file);
  const form = formOf(out);
  const statistics = await (form === null
    ? makeReport({ settings, out, briefOnly: brief })
    : makeTablesReport({ settings, out, form, readsWhole: full }));
  if (stats !== undefined) writeFileSync(stats, `${JSON.stringify(statistics, null, 2)}\n`);
});
