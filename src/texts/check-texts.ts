/** Every Russian text of «Проверка данных» and of its note but the titles of the checks. */
import type { IsoDate } from '../domain/ids';
import { count, counted, isQuotable, money, NOTICES, quoted, type PluralForms } from './russian';
import { NO_CURRENCY, shownDay, UNKNOWN_STAGE, VALUE_TITLES } from './sheet-texts';

/** UTF-16 units of a text of the CRM within one of ours. */
const LONGEST_QUOTED = 100;
const OF_REQUISITES: PluralForms = ['реквизита', 'реквизитов', 'реквизитов'];

export const isFit = (text: string): boolean => isQuotable(text, LONGEST_QUOTED);

/** A number of a requisite, which is named by its id where its number is no plain text. */
const numbered = (what: string, number: string, id: number): string =>
  isFit(number) ? `${what} ${number}` : `${what} в реквизите id ${id}`;

/** A stage by its name, else by its id. */
export const shownStage = (name: string | null, id: string): string =>
  quoted([name ?? '', id].find(isFit) ?? UNKNOWN_STAGE);

interface TwoSums {
  readonly ofRows: number;
  readonly ofInvoice: number;
  /** Rows less invoice. */
  readonly difference: number;
}

const andMore = (untold: number): string => (untold === 0 ? '' : ` и ещё ${count(untold)}`);

/** Some of so many invoices, by their ids. */
const listed = (ids: readonly number[], many: number): string =>
  `${ids.map((id) => `id ${id}`).join(', ')}${andMore(many - ids.length)}`;

/** How the last line begins where there are too many. */
const MORE = 'И ещё ';
const MOST_NAMES = 3;

export const checkDetails = {
  rowsUnavailable: 'У вебхука нет права читать товары этого счёта.',
  buyerMissing: 'В счёте не выбраны компания и контакт.',
  /** `inn`: white space around it aside; so below. */
  innWrong: {
    signs: (inn: string, requisite: number) => `${numbered('ИНН', inn, requisite)}: есть не только цифры.`,
    length: (inn: string, requisite: number) =>
      `${numbered('ИНН', inn, requisite)}: знаков ${count(inn.length)}, а должно быть 10 или 12.`,
    zeros: () => 'ИНН из одних нулей.',
    checksum: (inn: string, requisite: number) =>
      `${numbered('ИНН', inn, requisite)}: не сходится контрольное число.`,
  },
  innMissing: 'В реквизите не заполнен ИНН. Для иностранного покупателя это не ошибка.',
  innKind: {
    10: 'ИНН из 10 цифр бывает у организаций.',
    12: 'ИНН из 12 цифр бывает у ИП и физлиц.',
  },
  kppMissing: (inn: string) => `У организации с ИНН ${inn} не заполнен КПП.`,
  kppWrong: (kpp: string, requisite: number) => `${numbered('КПП', kpp, requisite)}: должно быть 9 знаков.`,
  kppExtra: (kpp: string, requisite: number) => `${numbered('КПП', kpp, requisite)} при ИНН из 12 цифр.`,
  requisiteMissing: 'Реквизитов нет, показано название из CRM.',
  requisiteGuessed: (many: number) => `Взят первый из ${counted(many, OF_REQUISITES)}.`,
  buyerUnavailable: 'Карточка удалена или закрыта для вебхука.',
  numberMissing: 'У счёта пустой номер.',
  /** `ids`: of some of so many others. */
  numberDouble: (ids: readonly number[], many: number) => `Тот же номер у счетов: ${listed(ids, many)}.`,
  doubleSuspect: (ids: readonly number[], many: number) =>
    `Те же товары, сумма и дата у счетов: ${listed(ids, many)}.`,
  sumEmpty: 'В счёте пустая сумма.',
  sumIs: (sum: number) => `Сумма счёта ${money(sum)}.`,
  currencyMissing: 'У счёта не указана валюта.',
  rowsMissing: 'В счёте нет строк, сумма введена вручную.',
  /** `place`: of the row in its invoice, from 1. */
  ofRow: (place: number, name: string, details: string) =>
    `Строка ${count(place)}${isFit(name) ? ` ${quoted(name)}` : ''}: ${details}`,
  rowEmpty: 'цена или количество не заполнены.',
  /** Exact decimals as people write them. */
  rowZero: (quantity: string, price: string) => `количество ${quantity}, цена ${price}.`,
  rowNegative: (sum: number) => `сумма ${money(sum)}.`,
  sumsDiffer: ({ ofRows, ofInvoice, difference }: TwoSums) =>
    `Строки ${money(ofRows)}, счёт ${money(ofInvoice)}, разница ${money(difference)}.`,
  manualSum: 'Сумма введена вручную.',
  rateByShipment: (rate: string, day: IsoDate) => `ставка ${rate} при отгрузке ${shownDay(day)}.`,
  rateByInvoice: (rate: string, day: IsoDate) =>
    `ставка ${rate}, дата отгрузки неизвестна, счёт от ${shownDay(day)}.`,
  rateUnusual: (rate: string) => `ставка ${rate}.`,
  ratesMixed: (at20: number, at22: number) =>
    `Строк по 20\u00a0%: ${count(at20)}, по 22\u00a0%: ${count(at22)}.`,
  dateMissing: 'В счёте не указана дата.',
  dateFuture: (shipped: IsoDate | null, paid: IsoDate | null) => {
    const told = [
      ...(shipped === null ? [] : [`дата отгрузки ${shownDay(shipped)}`]),
      ...(paid === null ? [] : [`дата оплаты ${shownDay(paid)}`]),
    ].join(', ');
    return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
  },
  /** `field`: how the field with due dates is called. */
  dueMissing: (field: string) => `Не заполнено поле ${quoted(field)}.`,
  dueEarly: (due: IsoDate, invoiced: IsoDate) => `Срок ${shownDay(due)}, счёт от ${shownDay(invoiced)}.`,
  /** `stage`: as `shownStage` gives it; so below. */
  paidInOpenStage: (paid: IsoDate, stage: string) => `Дата оплаты ${shownDay(paid)}, а стадия ${stage}.`,
  unpaidInSuccess: (stage: string) => `Стадия ${stage}, а даты оплаты нет.`,
  /** `stage`: null where a field tells what is paid. */
  paidOpen: (paid: number, sum: number, stage: string | null) =>
    `Оплачено ${money(paid)} из ${money(sum)}, а ${stage === null ? 'дата оплаты не указана' : `стадия ${stage}`}.`,
  paidCurrency: (paidIn: string, invoiceIn: string) =>
    `Оплачено в ${paidIn}, счёт ${invoiceIn === '' ? NO_CURRENCY : `в ${invoiceIn}`}: оплата не учтена.`,
  stageUnknown: (id: string) => (isFit(id) ? `Стадии ${id} нет в CRM.` : 'Такой стадии нет в CRM.'),
  /** `names`: all that differ. */
  nameVaries: (inn: string, names: readonly string[]) => {
    const fit = names.filter(isFit).slice(0, MOST_NAMES);
    const told = fit.length === 0 ? `названий ${count(names.length)}` : fit.map(quoted).join(', ');
    return `ИНН ${inn}: ${told}${fit.length === 0 ? '' : andMore(names.length - fit.length)}.`;
  },
  /** `columns`: as they are called. */
  textCut: (columns: readonly string[]) => `Слишком длинный текст: ${columns.map(quoted).join(', ')}.`,
} as const;

export const checksTexts = {
  titles: {
    invoice: 'Счёт',
    invoiceDate: VALUE_TITLES.invoiceDate,
    buyer: VALUE_TITLES.buyer,
    importance: 'Важность',
    problem: 'Что не так',
    details: 'Подробности',
    since: 'Замечено',
  },
  importance: { error: 'Ошибка', warning: 'Внимание', remark: 'К сведению' },
  none: 'Замечаний нет',
  more: MORE,
  untold: (many: number) => `${MORE}${counted(many, NOTICES)}`,
  counts: (errors: number, warnings: number, remarks: number) =>
    `Ошибок: ${count(errors)}, внимание: ${count(warnings)}, к сведению: ${count(remarks)}`,
  since: (added: number, gone: number) =>
    `С прошлого обновления: новых ${count(added)}, снято ${count(gone)}`,
  skipped: (checks: number) => `Выключено проверок: ${count(checks)}`,
} as const;
