/** What has been billed, paid and owed, by month, age of debt, buyer, stage and currency, before it is laid out in cells. */
import type { CurrencyCode, IsoDate } from '../domain/ids';
import { debtsOf, type Debts } from '../debts/debts-model';
import { AGES, type Age } from '../debts/ages';
import { mainCurrency } from '../report/currencies';
import { exactSum } from '../report/ExactSum';
import { shareOf } from '../report/money';
import type { BriefLine } from '../report/report-model';
import { buyersOf, monthsOf, otherCurrencies, stagesOf, type Block, type MonthFacts } from './blocks';
import { countedInvoices, figuresOf, type CountedInvoice, type Figures, type PaymentFacts } from './figures';

export interface SummaryFacts extends MonthFacts, PaymentFacts {
  /** The report's invoices. */
  readonly brief: readonly BriefLine[];
  /** As «Долги» shows them; null without such a sheet: then they are those of the report. */
  readonly debts: Debts | null;
}

export interface Whole extends Figures {
  readonly vat: number;
  /** What is paid of what was billed, to 4 decimals; null where nothing was, or less. */
  readonly paidShare: number | null;
}

export interface AgeFigures {
  readonly age: Age;
  readonly invoices: number;
  readonly debt: number;
}

/** Sums are in the main currency, but for those of the others. */
export interface Summary {
  readonly currency: CurrencyCode;
  /** Whether sums have to name it. */
  readonly namesCurrency: boolean;
  /** Whether there are failed invoices, which nobody is to pay. */
  readonly hasFailed: boolean;
  readonly whole: Whole;
  readonly months: Block<IsoDate>;
  readonly ages: readonly AgeFigures[];
  readonly buyers: Block<string>;
  readonly stages: Block<string>;
  readonly currencies: Block<CurrencyCode>;
}

const SHARE_DECIMALS = 4;

export function summaryOf(facts: SummaryFacts): Summary {
  const { brief, debts, stages } = facts;
  const all = countedInvoices(brief, facts);
  const currency = mainCurrency(brief.map(({ head }) => head.invoice));
  const invoices = all.filter(({ head }) => head.invoice.currency === currency);
  const currencies = otherCurrencies(all, currency);
  return {
    ...{ currency, currencies },
    namesCurrency: currencies.parts.length > 0,
    hasFailed: all.some(({ isFailed }) => isFailed),
    whole: wholeOf(invoices),
    months: monthsOf(invoices, all, facts),
    ages: agesOf(debts ?? debtsOf({ ...facts, older: [] }), currency),
    buyers: buyersOf(invoices, all),
    stages: stagesOf(invoices, stages),
  };
}

function wholeOf(invoices: readonly CountedInvoice[]): Whole {
  const figures = figuresOf(invoices);
  const { billed, paid } = figures;
  return {
    ...figures,
    vat: exactSum(invoices.flatMap(({ head }) => head.invoice.taxValue ?? [])),
    paidShare: billed > 0 ? shareOf(paid, billed, SHARE_DECIMALS) : null,
  };
}

function agesOf({ currencies }: Debts, main: CurrencyCode): readonly AgeFigures[] {
  const ofMain = currencies.find(({ currency }) => currency === main);
  const owed = ofMain?.buyers.flatMap(({ invoices }) => invoices) ?? [];
  return AGES.map((age, index) => ({
    age,
    invoices: owed.filter((invoice) => invoice.age === age).length,
    debt: ofMain?.totals.byAge[index] ?? 0,
  }));
}
