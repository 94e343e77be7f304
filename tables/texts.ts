/** What the tables are called in Russian, and what is said of making them. */
import { count } from '../src/texts/russian';

export const tableTexts = {
  invoices: 'Счета: строка «Краткого» со всеми столбцами',
  lines: 'Товары: строка «Полного»',

  updatedTime: 'Изменён',
  companyId: 'ID компании',
  contactId: 'ID контакта',
  requisiteId: 'ID реквизитов',
  ourCompanyId: 'ID нашей компании',
  stageId: 'Код стадии',
  invoiceId: 'ID счёта',
  rowId: 'ID строки товара',
  position: 'Номер строки в счёте',
  vatRate: 'Ставка НДС, %',
  hasVat: 'Есть НДС',

  noWebhook: () => 'В файле настроек нет вебхука: укажите его адрес в ключе webhookUrl.',
  noDuckDb: () =>
    'Для .parquet и .duckdb нужен пакет @duckdb/node-api: выполните npm install @duckdb/node-api.',
  foreignFile: (file: string) =>
    `Файл ${file} создан не этой программой, поэтому он не тронут. Укажите другое имя.`,
  busyFile: (file: string) =>
    `Файл ${file} открыт в другой программе, или отчёт в него уже составляется. Закройте её и повторите команду.`,
  notWritten: (file: string) =>
    `Не удалось записать ${file}. Проверьте папку, права на неё и место на диске.`,
  goesOn: () => 'Прочитанное сохранено: повторите команду, и она продолжит с того же места.',

  done: (invoices: number, rows: number) =>
    `Таблицы готовы. Счетов: ${count(invoices)}, строк товаров: ${count(rows)}.`,
  /** Where they are, of either form. */
  standsIn: (form: 'parquet' | 'duckdb', out: string) =>
    form === 'duckdb' ? `Файл: ${out}` : `Папка: ${out}, в ней файлы invoices.parquet и lines.parquet`,
  whole: () => 'Портал прочитан целиком.',
  since: (changed: number, gone: number) =>
    `Спрошено только об изменениях: новых и изменённых счетов — ${count(changed)}, исчезнувших — ${count(gone)}.`,
  mayBeStopped: () =>
    'Команду можно остановить в любой момент: прочитанное сохранится, и в следующий раз она продолжит с того же места.',
  /** @param column with its table: `lines.sum` */
  tooLarge: (invoice: string, column: string) =>
    `Счёт ${invoice}: число не помещается в столбец ${column}, ячейка пуста.`,
  more: (untold: number) => `И ещё замечаний: ${count(untold)}.`,
} as const;
