/** `npm run report`: the report of a real portal as a workbook, or as tables for an analyst's engine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CommandError, runCommand } from './CommandError';
import { makeReport } from './report/make-report';
import { makeTablesReport } from './report/make-tables-report';
import { readArguments } from './report/read-arguments';

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
  const { settings: file, out, form, stats, brief, full } = readArguments(process.argv.slice(2));
  const settings = readSettings(file);
  const statistics = await (form === null
    ? makeReport({ settings, out, briefOnly: brief })
    : makeTablesReport({ settings, out, form, readsWhole: full }));
  if (stats !== undefined) writeFileSync(stats, `${JSON.stringify(statistics, null, 2)}\n`);
});
