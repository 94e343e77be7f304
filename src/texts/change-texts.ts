/** Every Russian text of the sheet «Изменения» and of its note. */
import type { IsoDate } from '../domain/ids';
import { count, counted, DAYS, INVOICES, money, quoted, type PluralForms } from './russian';
import { shownDay, VALUE_TITLES } from './sheet-texts';

/** Which invoices a report holds, as far as a line tells it. */
interface ShownSelection {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly periodFieldTitle: string;
  readonly excludeFailed: boolean;
}

const CHANGES: PluralForms = ['изменение', 'изменения', 'изменений'];

export const changeTexts = {
  titles: {
    invoice: 'Счёт',
    day: 'Дата',
    time: 'Время',
    event: 'Что произошло',
    before: 'Было',
    after: 'Стало',
    buyer: VALUE_TITLES.buyer,
    amount: 'Изменение суммы',
    sum: 'Сумма счёта',
  },
  events: {
    begun: 'Журнал начат',
    selection: 'Изменён отбор',
    created: 'Новый счёт',
    entered: 'Вошёл в отчёт',
    failed: 'Отменён',
    reopened: 'Восстановлен',
    left: 'Вышел из периода',
    gone: 'Удалён или недоступен',
    number: 'Изменён номер',
    buyer: 'Изменён контрагент',
    invoiceDate: 'Изменена дата счёта',
    shipmentDate: 'Изменена дата отгрузки',
    dueDate: 'Изменён срок оплаты',
    vat: 'Изменён НДС',
    stage: 'Изменена стадия',
    currency: 'Сменилась валюта',
    sum: 'Изменена сумма',
    paid: 'Оплачен',
    unpaid: 'Оплата отменена',
    paymentDate: 'Изменена дата оплаты',
    overdue: 'Стал просрочен',
  },
  folded: 'Ранее',
  foldedLines: (lines: number): string => `свёрнуто изменений: ${count(lines)}`,
  invoices: (many: number): string => counted(many, INVOICES),
  days: (many: number): string => counted(many, DAYS),
  /** Rounded to hundredths; `''` for no sum. */
  sum: (sum: number | null): string => (sum === null ? '' : money(sum)),
  day: (day: IsoDate | null): string => (day === null ? '' : shownDay(day)),
  selection: ({ from, to, periodFieldTitle, excludeFailed }: ShownSelection): string => {
    const field = quoted(periodFieldTitle.replace(/\s+/g, ' '));
    const failed = excludeFailed ? 'без проваленных' : 'с проваленными';
    return `${shownDay(from)} – ${shownDay(to)}, ${field}, ${failed}`;
  },
  told: (lines: number): string =>
    `С прошлого обновления: ${lines === 0 ? 'изменений нет' : counted(lines, CHANGES)}`,
  previous: (day: IsoDate, time: string): string => `Прошлое обновление: ${shownDay(day)} ${time}`,
  sums: 'Столбец «Изменение суммы» сходится с «Всего счетов на сумму»',
} as const;
