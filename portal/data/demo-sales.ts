/** What the demo company sells from day to day, whom to, and when it is shipped and paid, whatever today is. */
import { addDays, monthOf, workingDayFrom } from './calendar';
import type { DemoBuyer, Habit } from './demo-buyers';
import {
  DELIVERY,
  EQUIPMENT,
  EXEMPT,
  HOUR,
  METRE,
  SUPPLIES,
  support,
  vatRate,
  WORKS,
  type Product,
} from './demo-catalogue';
import type { Random } from './Random';
import type { ProductRow } from './records';

export interface Sale {
  readonly day: string;
  readonly buyer: DemoBuyer;
  readonly isService: boolean;
  readonly rows: readonly SaleRow[];
  /** null: nobody has said so. */
  readonly dueOn: string | null;
  /** null: never, as far as one can see; so below. */
  readonly paidOn: string | null;
  readonly shippedOn: string | null;
  /** Another invoice took its place, or the customer thought better of it. */
  readonly isCancelled: boolean;
  /** The manager typed the sum without its odd roubles. */
  readonly isRounded: boolean;
}

export type SaleRow = Partial<ProductRow> & Pick<ProductRow, 'PRICE' | 'QUANTITY'>;

interface Choice {
  readonly products: readonly Product[];
  readonly isService?: true;
  /** So many times what one buys otherwise. */
  readonly times?: number;
}

/** Somebody fits out an office. */
const PROJECT = 6;
const SALES_A_DAY = { least: 2, most: 5 };
const PREPAYMENT_DAYS = 5;
/** Of the price list first; the ids are the places. */
const CATALOGUE: readonly Product[] = [...SUPPLIES, ...EQUIPMENT, ...WORKS, ...EXEMPT, DELIVERY];
const FIRST_PRODUCT_ID = 100;

/** How often within the term and how often never; else so many days late at most. */
const HABITS: Readonly<Record<Habit, { intime: number; never: number; daysLate: number }>> = {
  prompt: { intime: 0.95, never: 0, daysLate: 5 },
  usual: { intime: 0.8, never: 0.03, daysLate: 20 },
  slow: { intime: 0.35, never: 0.2, daysLate: 90 },
};

/** Asked day by day from the first on, it says the same every time. */
export class Sales {
  constructor(
    private readonly random: Random,
    private readonly buyers: readonly DemoBuyer[],
  ) {}

  ofDay(day: string): Sale[] {
    const count = this.random.int(SALES_A_DAY.least, SALES_A_DAY.most);
    return Array.from({ length: count }, () => this.sale(day)).flatMap((sale) =>
      this.random.chance(0.01) ? [sale, enteredAgain(sale)] : [sale],
    );
  }

  /** Support of the month that begins, paid in advance, with an act on its last day. */
  subscriptions(day: string): Sale[] {
    const month = new Intl.DateTimeFormat('ru-RU', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const product = support(month.format(new Date(day)));
    const shippedOn = addDays(`${monthOf(addDays(`${monthOf(day)}-01`, 31))}-01`, -1);
    return this.buyers
      .filter(({ workplaces }) => workplaces > 0)
      .map((buyer) => {
        const rows = [rowOf(product, buyer.workplaces, buyer, day)];
        return {
          ...this.terms(day, buyer),
          isService: true,
          rows,
          shippedOn,
          isCancelled: false,
          isRounded: false,
        };
      });
  }

  private sale(day: string): Sale {
    const { random } = this;
    const buyer = this.buyer();
    const { products, isService = false, times = 1 } = this.choice(buyer);
    const rows = products.map((product) => rowOf(product, times * this.quantity(product, buyer), buyer, day));
    const terms = this.terms(day, buyer);
    const isPrepaid = buyer.term <= PREPAYMENT_DAYS;
    const waits = random.int(0, isService ? 9 : 4);
    const begin = isPrepaid ? terms.paidOn : day;
    const shippedOn = begin === null ? null : workingDayFrom(addDays(begin, waits));
    const isCancelled = random.chance(0.03);
    const isRounded = random.chance(0.008);
    return { ...terms, isService, rows, shippedOn, isCancelled, isRounded };
  }

  /** The first ones buy more often. */
  private buyer(): DemoBuyer {
    const buyer = this.buyers[Math.floor(this.random.next() ** 1.5 * this.buyers.length)];
    if (!buyer) throw new Error('Expected at least one buyer');
    return buyer;
  }

  private terms(day: string, buyer: DemoBuyer): Pick<Sale, 'day' | 'buyer' | 'dueOn' | 'paidOn'> {
    const { random } = this;
    const { intime, never, daysLate } = HABITS[buyer.habit];
    const lot = random.next();
    const soon = random.int(Math.floor(buyer.term / 3), buyer.term);
    const late = buyer.term + random.int(2, daysLate);
    const paidOn = lot < never ? null : workingDayFrom(addDays(day, lot > 1 - intime ? soon : late));
    return { day, buyer, dueOn: buyer.isUndated ? null : addDays(day, buyer.term), paidOn };
  }

  private choice({ isForeign, term }: DemoBuyer): Choice {
    const { random } = this;
    const lot = random.next();
    const delivery = !isForeign && random.chance(0.3) ? [DELIVERY] : [];
    if (lot < 0.04 && term > PREPAYMENT_DAYS) return { products: this.some(EQUIPMENT, 3, 6), times: PROJECT };
    if (isForeign || lot < 0.25) return { products: [...this.some(EQUIPMENT, 1, 4), ...delivery] };
    if (lot < 0.62) return { products: [...this.some(SUPPLIES, 2, 7), ...delivery] };
    if (lot < 0.85) return { products: this.some(WORKS, 1, 4), isService: true };
    return { products: this.some(EXEMPT, 1, 3) };
  }

  private some(products: readonly Product[], least: number, most: number): Product[] {
    const left = [...products];
    return Array.from({ length: this.random.int(least, most) }, () =>
      left.splice(this.random.int(0, left.length - 1), 1),
    ).flat();
  }

  /** Small ones are commoner; hours and metres have halves. */
  private quantity({ least, most, measure }: Product, { isPerson }: DemoBuyer): number {
    const more = Math.floor(this.random.next() ** 2 * (most - least + 1));
    const whole = least + (isPerson ? 0 : more);
    const mayHaveHalf = measure === HOUR || measure === METRE;
    return this.random.chance(0.3) && mayHaveHalf ? whole + 0.5 : whole;
  }
}

/** By mistake, with the next number: nobody pays or ships it. */
const enteredAgain = (sale: Sale): Sale => ({ ...sale, paidOn: null, shippedOn: null });

/** Prices are made without VAT, so that VAT is exact to the kopeck. */
function rowOf(product: Product, QUANTITY: number, buyer: DemoBuyer, day: string): SaleRow {
  const TAX_RATE = buyer.isForeign ? 0 : vatRate(product.vat, day);
  const net = Math.round(product.price * (1 - buyer.discount / 100));
  const place = CATALOGUE.findIndex(({ name }) => name === product.name);
  return {
    PRODUCT_ID: FIRST_PRODUCT_ID + (place < 0 ? CATALOGUE.length : place),
    PRODUCT_NAME: product.name,
    PRICE: (net * (100 + (TAX_RATE ?? 0))) / 100,
    PRICE_EXCLUSIVE: net,
    DISCOUNT_RATE: buyer.discount,
    DISCOUNT_SUM: product.price - net,
    QUANTITY,
    TAX_RATE,
    TAX_INCLUDED: false,
    MEASURE_CODE: product.measure[0],
    MEASURE_NAME: product.measure[1],
  };
}
