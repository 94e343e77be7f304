/** What the journal of changes tells after each refresh of both sheets, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { exactly, plus, rounded, ZERO, type Fraction } from './exact';
import { dayOf, expectedInvoices, type ExpectedInvoice, type Wanted } from './expected-invoices';
import { currenciesOf, dueDay, minus, nearest, paidSum, type DueWanted } from './expected-words';

export interface ChangesWanted extends Wanted, DueWanted {
  readonly periodFieldTitle: string;
}

export interface Moment {
  /** When the refresh began, `09:15`. */
  readonly time: string;
  /** The same in milliseconds, a whole second. */
  readonly toldAt: number;
  /** Whether the sheet is made; else nothing is asked for it. */
  readonly isOn: boolean;
}

interface Seen extends ExpectedInvoice {
  readonly stageId: string;
  readonly stage: string;
  readonly tax: number | null;
  /** In milliseconds. */
  readonly created: number;
  readonly due: string | null;
  readonly isPaid: boolean;
  readonly isOverdue: boolean;
}

interface Snapshot {
  readonly wanted: ChangesWanted;
  readonly toldAt: number;
  readonly invoices: ReadonlyMap<number, Seen>;
}

export interface ExpectedLine {
  readonly id: number | null;
  readonly number: string;
  readonly day: string;
  readonly time: string;
  readonly event: string;
  readonly before: string;
  readonly after: string;
  readonly buyer: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly sum: number | null;
  readonly sumCurrency: string;
  /** What it tells once that is known, null before. */
  readonly open?: (data: PortalData, now: Asked) => Words | null;
}

type Words = Pick<ExpectedLine, 'event' | 'before' | 'after'>;
type Asked = Pick<Moment, 'isOn'> & { readonly wanted: ChangesWanted };

export interface ExpectedJournal {
  readonly last: Snapshot;
  /** Newest first. */
  readonly lines: readonly ExpectedLine[];
  readonly folded: { readonly count: number; readonly sums: ReadonlyMap<string, Fraction> };
}

const MOST = 1_000;
const TEN_MINUTES = 600_000;
const DAY = 86_400_000;

/** @param before null where the spreadsheet has no memory */
export function journalAfter(
  before: ExpectedJournal | null,
  data: PortalData,
  wanted: ChangesWanted,
  { time, toldAt, isOn }: Moment,
): ExpectedJournal {
  const now = { wanted, isOn };
  const closed = ({ open, ...line }: ExpectedLine): ExpectedLine => {
    const words = open?.(data, now) ?? null;
    return words === null ? { ...line, ...(open ? { open } : {}) } : { ...line, ...words };
  };
  const invoices = new Map(seenOn(data, wanted).map((invoice) => [invoice.id, invoice]));
  const last = { wanted, toldAt, invoices };
  const told = before === null ? beginning(last) : changes(before.last, last);
  const newer = told.map((line) => ({ ...line, day: wanted.today, time }));
  const all = [...newer, ...(before?.lines ?? [])].map(closed);
  const sums = new Map(before?.folded.sums);
  for (const { amount, currency } of all.slice(MOST)) {
    if (amount !== null && currency !== NONE)
      sums.set(currency, plus(sums.get(currency) ?? ZERO, exactly(amount)));
  }
  const count = (before?.folded.count ?? 0) + Math.max(0, all.length - MOST);
  return { last, lines: all.slice(0, MOST), folded: { count, sums } };
}

/** The currency of a report without invoices. */
const NONE = '-';

type Said = Omit<ExpectedLine, 'day' | 'time'>;
const NOTHING: Said = {
  ...{ id: null, number: '', event: '', before: '', after: '', buyer: '' },
  ...{ amount: null, currency: NONE, sum: null, sumCurrency: NONE },
};

function seenOn(data: PortalData, wanted: ChangesWanted): readonly Seen[] {
  return expectedInvoices(data, wanted).map((invoice) => {
    const stored = data.invoices.get(invoice.id);
    if (!stored) throw new Error('Expected an invoice of the portal');
    const due = dueDay(data, stored, wanted);
    const sum = invoice.sum === null ? 0 : rounded(exactly(invoice.sum));
    const isPaid = !invoice.unpaid || (sum > 0 && paidSum(data, invoice, wanted.paidSumField) >= sum);
    return {
      ...invoice,
      ...{ stageId: stored.STAGE_ID, stage: stageName(data, stored.STAGE_ID), tax: stored.TAX_VALUE },
      created: stored.CREATED_TIME,
      ...{ due, isPaid },
      isOverdue: !isPaid && invoice.semantics !== 'F' && due !== null && due < wanted.today,
    };
  });
}

const stageName = (data: PortalData, id: string): string =>
  data.stages.find(({ STATUS_ID }) => STATUS_ID === id)?.NAME ?? id;

function beginning({ invoices }: Snapshot): readonly Said[] {
  const all = [...invoices.values()];
  const line = (own: readonly Seen[], currency: string): Said => ({
    ...NOTHING,
    ...{ event: 'Журнал начат', after: declined(own.length, ['счёт', 'счёта', 'счетов']) },
    ...{ amount: nearest(totalOf(own)), currency },
  });
  if (all.length === 0) return [line([], NONE)];
  return currenciesOf(all).map((currency) =>
    line(
      all.filter((one) => one.currency === currency),
      currency,
    ),
  );
}

const totalOf = (invoices: readonly Seen[]): Fraction =>
  invoices.reduce((total, { sum }) => plus(total, exactly(sum ?? 0)), ZERO);

function changes(before: Snapshot, now: Snapshot): readonly Said[] {
  const isSame = selection(before.wanted) === selection(now.wanted);
  const ids = [...new Set([...before.invoices.keys(), ...now.invoices.keys()])].sort((a, b) => a - b);
  const ofInvoices = ids.flatMap((id) => {
    const [was, is] = [before.invoices.get(id), now.invoices.get(id)];
    if (was && is) return eventsOf(was, is, before.wanted, now.wanted);
    if (is) return arrival(is, before.toldAt, isSame);
    return was && isSame ? [departure(was, now.wanted)] : [];
  });
  if (isSame) return ofInvoices;
  const all = [...before.invoices.values(), ...now.invoices.values()];
  const rests = currenciesOf(all).flatMap((currency) => {
    const of = (snapshot: Snapshot): Fraction =>
      totalOf([...snapshot.invoices.values()].filter((one) => one.currency === currency));
    const explained = ofInvoices
      .filter((line) => line.currency === currency)
      .reduce((total, { amount }) => plus(total, exactly(amount ?? 0)), ZERO);
    const rest = nearest(minus(minus(of(now), of(before)), explained));
    return rest === 0 ? [] : [{ ...NOTHING, event: 'Изменён отбор', amount: rest, currency }];
  });
  const [from, to] = [shownSelection(before.wanted), shownSelection(now.wanted)];
  return [{ ...NOTHING, event: 'Изменён отбор', before: from, after: to }, ...rests, ...ofInvoices];
}

const selection = ({ from, to, periodField, excludeFailed }: ChangesWanted): string =>
  JSON.stringify([from, to, periodField, excludeFailed]);

const shownSelection = ({ from, to, periodFieldTitle, excludeFailed }: ChangesWanted): string =>
  `${shownDay(from)} – ${shownDay(to)}, «${periodFieldTitle}», ${excludeFailed ? 'без' : 'с'} проваленн${excludeFailed ? 'ых' : 'ыми'}`;

const about = ({ id, number, buyer, currency }: Seen): Said => ({ ...NOTHING, id, number, buyer, currency });

function arrival(is: Seen, toldAt: number, isSame: boolean): readonly Said[] {
  const line = { ...about(is), amount: is.sum, sum: is.sum, sumCurrency: is.currency };
  const isNew = (since: number): boolean => Math.floor(is.created / 1_000) * 1_000 >= since;
  if (!isSame) return isNew(toldAt + 1_000) ? [{ ...line, event: 'Новый счёт' }] : [];
  const open: Said['open'] = (data, { isOn }) => {
    if (!isOn) return null;
    const isThere = data.invoices.has(is.id);
    const event = isThere && isNew(toldAt - TEN_MINUTES) ? 'Новый счёт' : 'Вошёл в отчёт';
    return { event, before: '', after: '' };
  };
  return [{ ...line, open }];
}

function departure(was: Seen, { excludeFailed, periodField, zone }: ChangesWanted): Said {
  const open: Said['open'] = (data, { isOn, wanted }) => {
    const stored = data.invoices.get(was.id);
    const day = stored ? dayOf(data, stored, wanted.periodField, wanted.zone) : null;
    // Without the sheet only the list of the period tells.
    if (!isOn && (day === null || day < wanted.from || day > wanted.to)) return null;
    if (!stored) return { event: 'Удалён или недоступен', before: '', after: '' };
    const stage = data.stages.find(({ STATUS_ID }) => STATUS_ID === stored.STAGE_ID);
    if (excludeFailed && stage?.SEMANTICS === 'F')
      return { event: 'Отменён', before: was.stage, after: stage.NAME };
    const after = shownDay(dayOf(data, stored, periodField, zone));
    return { event: 'Вышел из периода', before: shownDay(was.periodDay), after };
  };
  return { ...about(was), amount: was.sum === null ? null : 0 - was.sum, open };
}

function eventsOf(was: Seen, is: Seen, earlier: ChangesWanted, later: ChangesWanted): readonly Said[] {
  const same = (...fields: readonly (keyof ChangesWanted)[]): boolean =>
    fields.every((field) => earlier[field] === later[field]);
  const line = { ...about(is), sum: is.sum, sumCurrency: is.currency };
  const say = (event: string, before: string, after: string, more: Partial<Said> = {}): Said => ({
    ...{ ...line, event, before, after },
    ...more,
  });
  const days = (event: string, key: 'date' | 'shipped' | 'due' | 'paid'): readonly Said[] =>
    was[key] === is[key] ? [] : [say(event, shownDay(was[key]), shownDay(is[key]))];
  const isPaymentKnown = same('paymentDateField', 'paidSumField');
  const failed = [was, is].map(({ semantics }) => semantics === 'F');
  const standing =
    failed[0] === failed[1] ? [] : [say(failed[1] ? 'Отменён' : 'Восстановлен', was.stage, is.stage)];
  const hasPaidDays = was.paid !== is.paid;
  const [paidBefore, paidAfter] = hasPaidDays
    ? [shownDay(was.paid), shownDay(is.paid)]
    : [was.stage, is.stage];
  const payment =
    isPaymentKnown && was.isPaid !== is.isPaid
      ? [say(is.isPaid ? 'Оплачен' : 'Оплата отменена', paidBefore, paidAfter)]
      : [];
  const isStageTold = standing.length + payment.length > 0;
  const late = is.due === null ? 0 : (Date.parse(later.today) - Date.parse(is.due)) / DAY;
  return [
    ...standing,
    ...(was.number === is.number ? [] : [say('Изменён номер', was.number, is.number)]),
    ...(was.buyer === is.buyer ? [] : [say('Изменён контрагент', was.buyer, is.buyer)]),
    ...(was.buyer === is.buyer && was.inn !== is.inn ? [say('Изменён контрагент', was.inn, is.inn)] : []),
    ...days('Изменена дата счёта', 'date'),
    ...(same('shipmentDateField') ? days('Изменена дата отгрузки', 'shipped') : []),
    ...(same('dueDateField', 'dueDays') ? days('Изменён срок оплаты', 'due') : []),
    ...(was.tax === is.tax ? [] : [say('Изменён НДС', shownSum(was.tax), shownSum(is.tax))]),
    ...(was.stageId === is.stageId || isStageTold ? [] : [say('Изменена стадия', was.stage, is.stage)]),
    ...sumsOf(was, is, say),
    ...payment,
    ...(isPaymentKnown && was.isPaid && is.isPaid ? days('Изменена дата оплаты', 'paid') : []),
    ...(isPaymentKnown && same('dueDateField', 'dueDays') && !was.isOverdue && is.isOverdue
      ? [say('Стал просрочен', '', declined(late, ['день', 'дня', 'дней']))]
      : []),
  ];
}

function sumsOf(
  was: Seen,
  is: Seen,
  say: (event: string, before: string, after: string, more: Partial<Said>) => Said,
): readonly Said[] {
  const [from, to] = [was.currency, is.currency];
  if (from !== to) {
    return [
      say('Сменилась валюта', from, to, { amount: was.sum === null ? null : 0 - was.sum, currency: from }),
      say('Сменилась валюта', from, to, { amount: is.sum, currency: to }),
    ];
  }
  if (was.sum === is.sum) return [];
  const amount = nearest(minus(exactly(is.sum ?? 0), exactly(was.sum ?? 0)));
  return [say('Изменена сумма', shownSum(was.sum), shownSum(is.sum), { amount })];
}

const shownDay = (day: string | null): string => (day ?? '').split('-').reverse().join('.');

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0');

function shownSum(sum: number | null): string {
  if (sum === null) return '';
  const [whole = '', hundredths = ''] = rounded(exactly(Math.abs(sum)))
    .toFixed(2)
    .split('.');
  return `${sum < 0 ? '−' : ''}${grouped(whole)},${hundredths}`;
}

export function declined(count: number, [one, few, many]: readonly [string, string, string]): string {
  const last = Math.floor((count % 100) / 10) === 1 ? 0 : count % 10;
  return `${grouped(String(count))} ${last === 1 ? one : last >= 2 && last <= 4 ? few : many}`;
}

export const isCurrency = (currency: string): boolean => currency !== NONE;
export { grouped };
