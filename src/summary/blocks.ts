/** The parts of a report by month, buyer, stage and currency: so many lines as fit, and one for the rest. */
import type { CurrencyCode, FieldName, IsoDate, StageId } from '../domain/ids';
import type { Period } from '../domain/period';
import type { StageRecord, StageSemantics } from '../domain/records';
import { isoDate } from '../domain/calendar-day';
import { compareBuyers, sheetBuyers } from '../report/buyer-key';
import { compareCurrencies } from '../report/currencies';
import { groupedBy } from '../report/grouped-by';
import { monthOfPeriod } from '../report/month-of-period';
import { stageNames } from '../report/stage-name';
import { figuresOf, type CountedInvoice, type Figures } from './figures';

type Invoices = readonly CountedInvoice[];

/** `of` says what the invoices have in common. */
export interface Part<Of> extends Figures {
  readonly of: Of;
}

export interface Block<Of> {
  readonly parts: readonly Part<Of>[];
  /** What is left where there are more than fit: how many, and what they come to. */
  readonly rest: (Figures & { readonly many: number }) | null;
}

const MOST_MONTHS = 12;
const MOST_BUYERS = 10;
const MOST_STAGES = 12;
const MOST_CURRENCIES = 5;

type Group<Of> = readonly [Of, Invoices];

const partOf = <Of>([of, invoices]: Group<Of>): Part<Of> => ({ of, ...figuresOf(invoices) });

/** The first ones, and the rest as one. */
function blockOf<Of>(groups: readonly Group<Of>[], shown: number): Block<Of> {
  const rest = groups.slice(shown);
  return {
    parts: groups.slice(0, shown).map(partOf),
    rest:
      rest.length === 0
        ? null
        : { many: rest.length, ...figuresOf(rest.flatMap(([, invoices]) => invoices)) },
  };
}

/** Where not all groups fit, the last of the lines is for the rest. */
const withinLines = <Of>(groups: readonly Group<Of>[], lines: number): Block<Of> =>
  blockOf(groups, groups.length > lines ? lines - 1 : lines);

const MONTHS_IN_YEAR = 12;
const monthNumber = (day: IsoDate): number =>
  Number(day.slice(0, 4)) * MONTHS_IN_YEAR + Number(day.slice(5, 7)) - 1;
const firstDayOf = (month: number): IsoDate =>
  isoDate(Math.floor(month / MONTHS_IN_YEAR), (month % MONTHS_IN_YEAR) + 1, 1);

export interface MonthFacts {
  readonly period: Period;
  readonly periodField: FieldName;
  readonly today: IsoDate;
}

/**
 * The last months of the period, by their first days, without those to come that no invoice is in yet; earlier ones are the
 * rest.
 * @param all also those in other currencies
 */
export function monthsOf(
  invoices: Invoices,
  all: Invoices,
  { period, periodField, today }: MonthFacts,
): Block<IsoDate> {
  const byMonth = groupedBy(invoices, ({ head }) => monthOfPeriod(head.invoice, periodField));
  const withInvoices = all.map(({ head }) => monthNumber(monthOfPeriod(head.invoice, periodField)));
  const lastOfUse = withInvoices.reduce((last, month) => Math.max(last, month), monthNumber(today));
  const end = Math.min(monthNumber(period.to), lastOfUse);
  const count = end - monthNumber(period.from) + 1;
  const shown = count > MOST_MONTHS ? MOST_MONTHS - 1 : Math.max(0, count);
  const first = end - shown + 1;
  const months = Array.from({ length: shown }, (_, index) => firstDayOf(first + index));
  const earlier = [...byMonth].flatMap(([month, ofMonth]) => (monthNumber(month) < first ? ofMonth : []));
  return {
    parts: months.map((month) => partOf([month, byMonth.get(month) ?? []])),
    rest: count > MOST_MONTHS ? { many: count - shown, ...figuresOf(earlier) } : null,
  };
}

/**
 * By what they were billed, descending, then by name and key.
 * @param all by which buyers are shown, also those in other currencies
 */
export function buyersOf(invoices: Invoices, all: Invoices): Block<string> {
  const buyerOf = sheetBuyers(all.map(({ head }) => head));
  const groups = [...groupedBy(invoices, ({ head }) => buyerOf(head))]
    .map(([buyer, ofBuyer]) => ({ buyer, ofBuyer, billed: figuresOf(ofBuyer).billed }))
    .sort((a, b) => b.billed - a.billed || compareBuyers(a.buyer, b.buyer))
    .map(({ buyer, ofBuyer }): Group<string> => [buyer.name, ofBuyer]);
  return blockOf(groups, MOST_BUYERS);
}

const SEMANTICS: readonly StageSemantics[] = ['P', 'S', 'F'];

/** By name, in the order of the portal: that of the first stage of the name, of those that the invoices are in. */
export function stagesOf(invoices: Invoices, stages: readonly StageRecord[]): Block<string> {
  const nameOf = stageNames(stages);
  const known = new Map(stages.map((stage) => [stage.id, stage]));
  /** Of a stage: those without a place stand last. */
  const placeOf = (id: StageId): readonly [semantics: number, sort: number] => {
    const stage = known.get(id);
    return stage === undefined ? [SEMANTICS.length, 0] : [SEMANTICS.indexOf(stage.semantics), stage.sort];
  };
  const compare = ([a, sortA]: readonly [number, number], [b, sortB]: readonly [number, number]): number =>
    a - b || sortA - sortB;
  const groups = [...groupedBy(invoices, ({ head }) => nameOf(head.invoice.stageId))]
    .map(([name, ofStage]) => {
      const [place = placeOf('' as StageId)] = ofStage
        .map(({ head }) => placeOf(head.invoice.stageId))
        .sort(compare);
      return { name, ofStage, place };
    })
    .sort((a, b) => compare(a.place, b.place) || (a.name < b.name ? -1 : 1))
    .map(({ name, ofStage }): Group<string> => [name, ofStage]);
  return withinLines(groups, MOST_STAGES);
}

/** Those beside the main one, by code. */
export function otherCurrencies(all: Invoices, main: CurrencyCode): Block<CurrencyCode> {
  const groups = [...groupedBy(all, ({ head }) => head.invoice.currency)]
    .filter(([currency]) => currency !== main)
    .sort(([a], [b]) => compareCurrencies(a, b));
  return withinLines(groups, MOST_CURRENCIES);
}
