/** What the command was asked for. */
import { parseArgs } from 'node:util';
import type { TablesForm } from '../../tables/target';
import { CommandError } from '../CommandError';
import { formOf } from './make-tables-report';

const USAGE =
  'Команда: npm run report -- --settings ФАЙЛ.json --out ФАЙЛ.xlsx [--stats ФАЙЛ.json] [--brief], ' +
  'или --out ПАПКА.parquet, или --out ФАЙЛ.duckdb [--full]. Проверьте параметры.';
const ONLY_FOR_WORKBOOKS =
  'Ключ --brief бывает только с файлом .xlsx: в таблицах всегда и счета, и товары. Уберите его.';
const ONLY_FOR_DUCKDB =
  'Ключ --full бывает только с файлом .duckdb: остальные каждый раз и так читаются целиком. Уберите его.';

export interface ReportArguments {
  readonly settings: string;
  readonly out: string;
  /** null for a workbook. */
  readonly form: TablesForm | null;
  readonly stats: string | undefined;
  readonly brief: boolean;
  readonly full: boolean;
}

/** @throws CommandError */
export function readArguments(args: readonly string[]): ReportArguments {
  const { settings = '', out: given = '', ...others } = parsed(args);
  const form = formOf(given);
  // A shell ends the name of a folder with a slash.
  const out = form === null ? given : given.replace(/[/\\]+$/, '');
  if (settings === '' || out === '') throw new CommandError(USAGE);
  if (others.brief && form !== null) throw new CommandError(ONLY_FOR_WORKBOOKS);
  if (others.full && form !== 'duckdb') throw new CommandError(ONLY_FOR_DUCKDB);
  return { settings, out, form, stats: others.stats, brief: others.brief, full: others.full };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        settings: { type: 'string' },
        out: { type: 'string' },
        stats: { type: 'string' },
        brief: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    // What parseArgs says is English; the usage says the same.
    throw new CommandError(USAGE);
  }
}
