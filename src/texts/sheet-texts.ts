/** Every Russian text of the sheets and of their notes. */
import { CLOSING_DATE, INVOICE_DATE } from '../domain/portal';
import type { FieldName, IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import { counted, INVOICES, isQuotable, money, OF_INVOICES } from './russian';

export const SHEET_TITLES = {
  brief: 'Краткий',
  detail: 'Полный',
  summary: 'Сводка',
  debts: 'Долги',
  vat: 'НДС',
  checks: 'Проверка данных',
  changes: 'Изменения',
} as const;
/**
 * The name of a sheet between its making and its marking: a run that dies there leaves an empty sheet that the
 * next run takes over, and not a foreign sheet under the report's name.
 */
export const unfinishedTitle = (title: string): string => `${title} (создаётся)`;
/** The hidden sheet of a paused refresh. */
export const DRAFT_TITLE = 'Bitrix24 (черновик)';
export const MEMORY_TITLE = 'Bitrix24 (память)';
export const KEPT_NOTES_TITLE = 'Bitrix24 (заметки)';

/** The sheet of notes whose invoices no report shows, and what stands over its columns before the notes. */
export const NOTES_TITLE = 'Заметки';
export const NOTES_SHEET_TITLES = ['ID', 'Номер', 'Контрагент'] as const;

/** Over the people's own columns, counting from 0, until they write something else. */
export const noteTitle = (index: number): string => (index === 0 ? 'Заметка' : `Заметка ${index + 1}`);

export const NO_VAT = 'нет';
export const ROWS_UNAVAILABLE = 'Строки счёта недоступны';

export const SOLE_TRADER = 'ИП';
export const companyUnavailable = (id: number): string => `(компания ${id} недоступна)`;
export const contactUnavailable = (id: number): string => `(контакт ${id} недоступен)`;

export const UNKNOWN_STAGE = 'Неизвестная стадия';
export const pipelineUnknown = (id: number): string => `(воронка ${id})`;
export const optionUnknown = (id: string): string => `(значение ${id})`;
export const YES_NO = { yes: 'Да', no: 'Нет' } as const;
export const WITHOUT_VAT = 'без НДС';
export const PAYMENT_STATUS = {
  failed: 'Отменён',
  paid: 'Оплачен',
  overdue: 'Просрочен',
  partly: 'Частично оплачен',
  unpaid: 'Не оплачен',
} as const;

export const NO_CURRENCY = 'без валюты';

/** `currency` is `''` where the report has one currency only. */
export function totalLabels(currency: string): {
  all: string;
  withoutVat: string;
  withVat: string;
  vat: string;
} {
  const end = currency === '' ? ':' : `, ${currency}:`;
  return {
    all: `Всего счетов на сумму${end}`,
    withoutVat: `Счетов без НДС на сумму${end}`,
    withVat: `Счетов с НДС на сумму${end}`,
    vat: `Всего НДС в счетах${end}`,
  };
}

const STANDARD_FIELD_TITLES = new Map<string, string>([
  [INVOICE_DATE, 'Дата счёта'],
  [CLOSING_DATE, 'Срок оплаты'],
]);

/** How a date field is called; a user field without a title goes by its name. */
export function fieldTitle(name: FieldName, title: string): string {
  return STANDARD_FIELD_TITLES.get(name) ?? (title === '' ? name : title);
}

/** How a line begins that tells of a failure. */
export const FAILURE = '⚠';
const FACE_TIMES = [
  /^Счета за \d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4}, поле «[^]*» · обновлено (\d\d\.\d\d\.\d{4} \d\d:\d\d)$/,
  /^⚠ Не обновляется с (\d\d\.\d\d\.\d{4} \d\d:\d\d): /,
] as const;

/** The line over a table. Times as people read them. */
export const faceTexts = {
  fresh: (period: Period, field: string, time: string): string =>
    `Счета за ${shownPeriod(period, field.replace(/\s+/g, ' '))} · обновлено ${time}`,
  failed: (time: string, cause: string): string => `${FAILURE} Не обновляется с ${time}: ${cause}`,
  /** While a table is being written, and where that was cut short. */
  unfinished: 'Запись листа не закончена.',
  switchedOff: 'Лист выключен в настройках.',
} as const;

/** When the table under that line was checked last, `''` for a text that is none of those lines. */
export const checkedTimeIn = (text: unknown): string =>
  FACE_TIMES.map((pattern) => (pattern.exec(String(text)) ?? ['', ''])[1]).join('');

export const isFreshFace = (text: string): boolean => FACE_TIMES[0].test(text);

export const noteTexts = {
  period: (period: Period, field: string): string => `Период: ${shownPeriod(period, field)}`,
  portal: (host: string): string => `Портал: ${host}`,
  checkedAt: (time: string): string => `Проверено: ${time}`,
  changedAt: (time: string): string => `Изменено: ${time}`,
  colors: {
    brief: 'Цвета: розовый — не оплачен; серый — оплачен, без НДС; белый — оплачен, с НДС',
    detail: 'Цвета: белый и серый чередуются от счёта к счёту',
  },
  switchedOff: 'Лист выключен в настройках и больше не обновляется.',
  partialView: 'Вебхук не администратора: видны не все счета',
} as const;

/** UTF-16 units of an invoice's number in a sentence; a longer or unfit one goes by id. */
const LONGEST_QUOTED_NUMBER = 50;

/** How sentences name an invoice; pages make a link of it. */
export function invoiceName(id: number, accountNumber: string): string {
  return isQuotable(accountNumber, LONGEST_QUOTED_NUMBER) ? `№ ${accountNumber} (id ${id})` : `id ${id}`;
}

/** What an invoice, its rows and its buyer hold, as the titles of columns and sentences name it. */
export const VALUE_TITLES = {
  accountNumber: 'Номер',
  inn: 'ИНН',
  buyer: 'Контрагент',
  opportunity: 'Сумма',
  taxValue: 'НДС',
  currency: 'Валюта',
  stage: 'Стадия',
  recurring: 'Регулярный счёт',
  invoiceDate: 'Дата счёта',
  shipmentDate: 'Дата отгрузки',
  paymentDate: 'Дата оплаты',
  productName: 'Наименование товара',
  price: 'Цена',
  quantity: 'Кол-во',
  taxRate: 'Ставка НДС',
  rowSum: 'Сумма',
  rowVat: 'Сумма НДС',
  kpp: 'КПП',
  pipeline: 'Воронка',
  status: 'Оплата',
  dueDate: 'Срок оплаты',
  overdueDays: 'Дней просрочки',
  paidSum: 'Оплачено',
  debt: 'Остаток',
  title: 'Тема',
  comments: 'Комментарий',
  ownCompany: 'Наша компания',
  created: 'Создан',
  id: 'ID',
  unit: 'Ед. изм.',
  netPrice: 'Цена без НДС',
  fullPrice: 'Цена до скидки',
  discount: 'Скидка',
  productId: 'ID товара',
  externalId: 'Внешний код',
} as const;

export type TitledValue = keyof typeof VALUE_TITLES;

const EMPTY_DATES = {
  shipmentDate: ['дата отгрузки', 'похожа', 'не учтена'],
  paymentDate: ['дата оплаты', 'похожа', 'не учтена'],
  dueDate: ['срок оплаты', 'похож', 'не учтён'],
} as const;

/** Rounded to hundredths: of the product rows, and the invoice's own. */
interface TwoSums {
  readonly ofRows: number;
  readonly ofInvoice: number;
}

/** `invoice`: as `invoiceName` gives it. */
export const issueTexts = {
  /** `field`: how the date field is called that puts an invoice into the period. */
  leftOut: (invoice: string, field: string): string =>
    `Счёт ${invoice} не вошёл в отчёт: в CRM не читается «${field}».`,
  /** `values`: as their columns are called. */
  unreadable: (invoice: string, values: readonly string[]): string => {
    const titles = `«${values.join('», «')}»`;
    return values.length === 1
      ? `Счёт ${invoice}: в CRM не читается ${titles}, отчёт составлен без этого значения.`
      : `Счёт ${invoice}: в CRM не читаются ${titles}, отчёт составлен без этих значений.`;
  },
  emptyDate: (invoice: string, column: keyof typeof EMPTY_DATES, day: IsoDate): string => {
    const [what, isLike, isIgnored] = EMPTY_DATES[column];
    return `Счёт ${invoice}: ${what} ${shownDay(day)} ${isLike} на пустую дату 1С и ${isIgnored}.`;
  },
  paidLater: (invoice: string, day: IsoDate): string =>
    `Счёт ${invoice}: дата оплаты ${shownDay(day)} ещё не наступила, но счёт считается оплаченным.`,
  rowsUnavailable: (invoice: string): string => `Строки счёта ${invoice} недоступны.`,
  textCut: (invoice: string, columns: readonly string[]): string =>
    `Счёт ${invoice}: слишком длинный текст сокращён в ${named(columns)}.`,
  textAltered: (invoice: string, columns: readonly string[]): string =>
    `Счёт ${invoice}: Google Таблицы сохранили текст с изменениями в ${named(columns)}.`,
  rowSumDiffers: (invoice: string, { ofRows, ofInvoice }: TwoSums): string =>
    `Счёт ${invoice}: сумма товаров ${money(ofRows)}, а сумма счёта ${money(ofInvoice)}.`,
  rowVatDiffers: (invoice: string, { ofRows, ofInvoice }: TwoSums): string =>
    `Счёт ${invoice}: НДС товаров ${money(ofRows)}, а НДС счёта ${money(ofInvoice)}.`,
  /** All of them in one sentence. `named`: perhaps some of them only. */
  offByKopecks: (invoices: number, named: readonly string[]): string => {
    const others = invoices - named.length;
    const more = others === 0 ? '' : ` и ещё ${counted(others, INVOICES)}`;
    const names = named.length === 0 ? '' : `: ${named.join(', ')}${more}`;
    return `У ${counted(invoices, OF_INVOICES)} копеечное расхождение сумм или НДС${names}.`;
  },
} as const;

const shownPeriod = ({ from, to }: Period, field: string): string =>
  `${shownDay(from)} – ${shownDay(to)}, поле «${field}»`;

const named = (columns: readonly string[]): string =>
  `${columns.length === 1 ? 'столбце' : 'столбцах'} «${columns.join('», «')}»`;

export function shownDay(day: IsoDate): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
