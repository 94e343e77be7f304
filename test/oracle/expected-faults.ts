/** What is wrong with an invoice by the contract's table of checks, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import type { Invoice } from '../../portal/data/records';
import { exactly, plus, rounded, times, ZERO, type Fraction } from './exact';
import { dayOf, type ExpectedInvoice, type ExpectedRow, type Wanted } from './expected-invoices';
import { minus, sumOf, type DueWanted } from './expected-words';

export type Fault = readonly [
  check: string,
  importance: 'Ошибка' | 'Внимание' | 'К сведению',
  details: string,
  row?: number,
];

export interface FaultsWanted extends Wanted, DueWanted {
  /** How the field with due dates is called. */
  readonly dueDateTitle: string;
}

const RUSSIAN = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const shownSum = (sum: number): string => RUSSIAN.format(sum).replace('-', '−');
export const shownDay = (day: string): string => day.split('-').reverse().join('.');
const DECIMAL = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 8 });
const shownDecimal = (value: number): string => DECIMAL.format(value).replace('-', '−');
export const quote = (text: string): string => `«${text.replace(/«/g, '„').replace(/»/g, '“')}»`;
export const isShort = (text: string): boolean => /\S/.test(text) && text.length <= 100;

const isOver = (a: Fraction, b: Fraction): boolean => minus(a, b).numerator > 0n;
const size = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: numerator < 0n ? -numerator : numerator,
  denominator,
});

/** Beside its buyer, its number and its likeness to others. */
export function faultsOf(data: PortalData, invoice: ExpectedInvoice, wanted: FaultsWanted): readonly Fault[] {
  const stored = data.invoices.get(invoice.id);
  if (stored === undefined) return [];
  return [
    ...sumFaults(invoice, stored),
    ...invoice.rows.flatMap((row, index) => rowFaults(invoice, row, index)),
    ...vatFaults(invoice, stored),
    ...dayFaults(data, invoice, stored, wanted),
    ...paymentFaults(data, invoice, stored, wanted),
  ];
}

const differing = (rows: number, own: number): string =>
  `Строки ${shownSum(rows)}, счёт ${shownSum(own)}, разница ${shownSum(nearly(minus(exactly(rows), exactly(own))))}.`;

const nearly = (value: Fraction): number => rounded(value);

function sumFaults({ sum, currency, rows }: ExpectedInvoice, stored: Invoice): Fault[] {
  const faults: Fault[] = [];
  const own = sum === null ? null : rounded(exactly(sum));
  if (own === null) faults.push(['sum-empty', 'Ошибка', 'В счёте пустая сумма.']);
  if (own === 0) faults.push(['sum-zero', 'Внимание', 'Сумма счёта 0,00.']);
  if (own !== null && own < 0) faults.push(['sum-negative', 'Внимание', `Сумма счёта ${shownSum(own)}.`]);
  if (currency === '') faults.push(['currency-missing', 'Внимание', 'У счёта не указана валюта.']);
  if (rows.length === 0)
    faults.push(['rows-missing', 'Внимание', 'В счёте нет строк, сумма введена вручную.']);
  const total = sumOf(rows.map((row) => row.sum));
  if (own !== null && rows.length > 0 && total !== own) {
    const told = differing(total, own);
    faults.push(
      stored.IS_MANUAL_OPPORTUNITY
        ? ['rows-differ', 'К сведению', `${told} Сумма введена вручную.`]
        : ['rows-differ', 'Внимание', told],
    );
  }
  return faults;
}

function rowFaults(
  { shipped, date }: ExpectedInvoice,
  { product, price, quantity, sum, rate }: ExpectedRow,
  index: number,
): Fault[] {
  const name = isShort(product) ? ` ${quote(product)}` : '';
  const faults: Fault[] = [];
  const tell = (check: string, importance: Fault[1], details: string): void => {
    faults.push([check, importance, `Строка ${index + 1}${name}: ${details}`, index]);
  };
  if (price === 0 || quantity === 0)
    tell('row-zero', 'К сведению', `количество ${shownDecimal(quantity)}, цена ${shownDecimal(price)}.`);
  if (sum < 0) tell('row-negative', 'Внимание', `сумма ${shownSum(sum)}.`);
  const shipment = business(shipped);
  const day = shipment ?? date;
  const shownRate = `${String(rate).replace('.', ',')}\u00a0%`;
  const isWrong =
    (rate === 22 && day !== null && day < '2026') ||
    (rate === 20 && day !== null && (day >= '2026' || day < '2019')) ||
    (rate === 18 && day !== null && day >= '2019');
  if (isWrong && shipment !== null)
    tell('rate-date', 'Ошибка', `ставка ${shownRate} при отгрузке ${shownDay(shipment)}.`);
  if (isWrong && shipment === null)
    tell(
      'rate-date',
      'Внимание',
      `ставка ${shownRate}, дата отгрузки неизвестна, счёт от ${shownDay(date ?? '')}.`,
    );
  if (rate !== null && ![0, 5, 7, 10, 18, 20, 22].includes(rate))
    tell('rate-unusual', 'Внимание', `ставка ${shownRate}.`);
  return faults;
}

function vatFaults({ rows }: ExpectedInvoice, { TAX_VALUE }: Invoice): Fault[] {
  const faults: Fault[] = [];
  const total = sumOf(rows.map(({ vat }) => vat ?? 0));
  const own = rounded(exactly(TAX_VALUE ?? 0));
  const allowed = rows
    .filter(({ rate }) => rate !== null)
    .map(({ quantity }) => times(exactly(0.005), plus(exactly(Math.max(1, Math.abs(quantity))), exactly(1))))
    .reduce(plus, ZERO);
  if (rows.length > 0 && isOver(size(minus(exactly(total), exactly(own))), allowed))
    faults.push(['vat-differs', 'Внимание', differing(total, own)]);
  const at = (wanted: number): number => rows.filter(({ rate }) => rate === wanted).length;
  if (at(20) > 0 && at(22) > 0)
    faults.push(['rates-mixed', 'Внимание', `Строк по 20\u00a0%: ${at(20)}, по 22\u00a0%: ${at(22)}.`]);
  return faults;
}

/** An exchange with 1C writes earlier days for none. */
const business = (day: string | null): string | null => (day !== null && day >= '2002-01-02' ? day : null);

const DAY = 86_400_000;

export const isMarkedPaid = ({ paid, semantics }: ExpectedInvoice, wanted: FaultsWanted): boolean =>
  wanted.paymentDateField === '' ? semantics === 'S' : business(paid) !== null;

/** In the invoice's currency or without one; null where nothing is. */
function paidSum(stored: Invoice, { currency }: ExpectedInvoice, { paidSumField }: FaultsWanted) {
  const value = Object.entries(stored).find(([name]) => name === paidSumField)?.[1] as unknown;
  if (paidSumField === '' || (typeof value !== 'string' && typeof value !== 'number')) return null;
  const [amount = '', paidIn = ''] = String(value).split('|');
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return null;
  return { sum: rounded(exactly(Number(amount))), paidIn, counts: paidIn === '' || paidIn === currency };
}

function isSettled(stored: Invoice, invoice: ExpectedInvoice, wanted: FaultsWanted): boolean {
  const paid = paidSum(stored, invoice, wanted);
  const sum = invoice.sum === null ? 0 : rounded(exactly(invoice.sum));
  return sum > 0 && paid?.counts === true && paid.sum >= sum;
}

function dayFaults(
  data: PortalData,
  invoice: ExpectedInvoice,
  stored: Invoice,
  wanted: FaultsWanted,
): Fault[] {
  const faults: Fault[] = [];
  const { date, shipped, paid, semantics } = invoice;
  if (date === null) faults.push(['date-missing', 'Внимание', 'В счёте не указана дата.']);
  const later = (day: string | null): boolean => day !== null && day > wanted.today;
  const told = [
    ...(later(shipped) ? [`дата отгрузки ${shownDay(shipped ?? '')}`] : []),
    ...(later(paid) ? [`дата оплаты ${shownDay(paid ?? '')}`] : []),
  ].join(', ');
  if (told !== '') faults.push(['date-future', 'Внимание', `${told.replace(/^д/, 'Д')}.`]);
  if (isMarkedPaid(invoice, wanted) || isSettled(stored, invoice, wanted) || semantics === 'F') return faults;
  const from = business(dayOf(data, stored, wanted.dueDateField, wanted.zone));
  if (from === null) {
    faults.push(['due-missing', 'К сведению', `Не заполнено поле ${quote(wanted.dueDateTitle)}.`]);
    return faults;
  }
  const due = new Date(Date.parse(from) + wanted.dueDays * DAY).toISOString().slice(0, 10);
  if (date !== null && due < date)
    faults.push(['due-early', 'Внимание', `Срок ${shownDay(due)}, счёт от ${shownDay(date)}.`]);
  return faults;
}

function paymentFaults(
  data: PortalData,
  invoice: ExpectedInvoice,
  stored: Invoice,
  wanted: FaultsWanted,
): Fault[] {
  const faults: Fault[] = [];
  const { semantics, currency } = invoice;
  const known = data.stages.find(({ STATUS_ID }) => STATUS_ID === stored.STAGE_ID);
  const stage = quote(known?.NAME ?? stored.STAGE_ID);
  const paidOn = business(invoice.paid);
  if (wanted.paymentDateField !== '' && paidOn !== null && semantics !== 'S')
    faults.push(['paid-stage', 'Внимание', `Дата оплаты ${shownDay(paidOn)}, а стадия ${stage}.`]);
  if (wanted.paymentDateField !== '' && paidOn === null && semantics === 'S')
    faults.push(['paid-stage', 'Внимание', `Стадия ${stage}, а даты оплаты нет.`]);
  const paid = paidSum(stored, invoice, wanted);
  if (isSettled(stored, invoice, wanted) && !isMarkedPaid(invoice, wanted) && semantics !== 'F') {
    const why = wanted.paymentDateField === '' ? `стадия ${stage}` : 'дата оплаты не указана';
    const sums = `${shownSum(paid?.sum ?? 0)} из ${shownSum(rounded(exactly(invoice.sum ?? 0)))}`;
    faults.push(['paid-open', 'Внимание', `Оплачено ${sums}, а ${why}.`]);
  }
  if (paid?.counts === false && paid.sum !== 0) {
    const own = currency === '' ? 'без валюты' : `в ${currency}`;
    faults.push(['paid-currency', 'Внимание', `Оплачено в ${paid.paidIn}, счёт ${own}: оплата не учтена.`]);
  }
  if (known === undefined) faults.push(['stage-unknown', 'Внимание', `Стадии ${stored.STAGE_ID} нет в CRM.`]);
  return faults;
}
