/** Random decimals, small, fine and huge: the tables hold them exactly, and the sheets the doubles next to them. */
import fc from 'fast-check';
import { camelName } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { PAID_SUM } from '../../../portal/data/faulty-data';
import { connect } from '../../../world/make-world';
import { refreshed } from '../../../world/scenario';
import { BRIEF, DETAIL } from '../../../world/sheets';
import { times, type Fraction } from '../../oracle/exact';
import { decimal } from './support/as-in-tables';
import { SETTINGS } from './support/data-sets';
import { bodyOf } from './support/sheet-lines';
import { Tables, type Row } from './support/tables-of';
import { worldOfValues, type Values } from './support/world-of-values';

const PAID = camelName(PAID_SUM as FieldName);

interface Numbers {
  readonly sum: string;
  readonly tax: string;
  readonly paid: string;
  readonly price: string;
  readonly fullPrice: string;
  readonly quantity: string;
  readonly rate: string | null;
}

/** A decimal of so many digits at most. */
const decimalOf = (digits: number, places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.bigInt(-(10n ** BigInt(digits)), 10n ** BigInt(digits)), fc.nat(places))
    .map(([units, scale]) => {
      const size = String(units < 0n ? -units : units).padStart(scale + 1, '0');
      const whole = size.slice(0, size.length - scale);
      return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${size.slice(-scale)}`}`;
    });
const anyDecimal = fc.oneof(decimalOf(6, 3), decimalOf(15, 10), decimalOf(20, 4), decimalOf(40, 12));
const anyRate = fc.oneof(
  fc.constantFrom(null, '0', '5', '7', '10', '20', '22', '16.66667', '-100', '-50'),
  decimalOf(5, 5),
);
const anyNumbers: fc.Arbitrary<Numbers> = fc.record({
  ...{ sum: anyDecimal, tax: anyDecimal, paid: anyDecimal, price: anyDecimal, fullPrice: anyDecimal },
  ...{ quantity: anyDecimal, rate: anyRate },
});

const sent = ({ sum, tax, paid, price, fullPrice, quantity, rate }: Numbers): Values => ({
  invoice: { opportunity: sum, taxValue: tax, [PAID]: `${paid}|RUB` },
  row: { price, priceBrutto: fullPrice, quantity, taxRate: rate },
});

function exactly(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}
const minus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator - b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
/** gross × rate / (100 + rate); null where that is no number. */
function vatWithin(gross: Fraction, rate: string): Fraction | null {
  const { numerator, denominator } = exactly(rate);
  const whole = 100n * denominator + numerator;
  const sign = whole < 0n ? -1n : 1n;
  return whole === 0n ? null : times(gross, { numerator: sign * numerator, denominator: sign * whole });
}

const DIGITS = { 2: 18, 8: 38 } as const;

/** Null where a column has no place for it. */
function stored(value: Fraction, places: 2 | 8): string | null {
  const text = decimal(value, places);
  return text.replace(/\D/g, '').replace(/^0+/, '').length > DIGITS[places] ? null : text;
}

const kopecks = (text: string): Fraction => exactly(decimal(exactly(text), 2));

function expectedLine({ price, fullPrice, quantity, rate }: Numbers): Row {
  const gross = times(exactly(price), exactly(quantity));
  const vat = rate === null ? exactly('0') : vatWithin(gross, rate);
  return {
    ...{ price: stored(exactly(price), 8), full_price: stored(exactly(fullPrice), 8) },
    ...{ quantity: stored(exactly(quantity), 8), vat_rate: rate === null ? null : stored(exactly(rate), 8) },
    ...{ sum: stored(gross, 2), vat: vat && stored(vat, 2) },
    discount: stored(times(minus(exactly(fullPrice), exactly(price)), exactly(quantity)), 2),
  };
}

/** @param status as the tables tell it: what is paid owes nothing */
const expectedInvoice = ({ sum, tax, paid }: Numbers, status: string | null | undefined): Row => ({
  ...{ sum: stored(exactly(sum), 2), vat: stored(exactly(tax), 2), paid_sum: stored(exactly(paid), 2) },
  debt: status === 'Оплачен' ? null : stored(minus(kopecks(sum), kopecks(paid)), 2),
});

const nearest = (value: Fraction | null): number | '' =>
  value === null ? '' : Number(decimal(value, 2)) + 0;

/** Quantity, price, sum and VAT. */
function expectedCells({ price, quantity, rate }: Numbers): (number | '')[] {
  const gross = times(exactly(price), exactly(quantity));
  const vat = rate === null ? exactly('0') : vatWithin(gross, rate);
  return [Number(quantity) + 0, Number(price) + 0, nearest(gross), nearest(vat)];
}

it('Random numbers stand exactly in the tables, and as near as a double can on the sheets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyNumbers, { minLength: 30, maxLength: 60 }), async (numbers) => {
      const world = worldOfValues(numbers.map(sent));
      const tables = await Tables.of(world, SETTINGS, []);
      const invoices = await tables.rows('SELECT sum, vat, paid_sum, debt, status FROM invoices ORDER BY id');
      expect(invoices).toEqual(
        numbers.map((one, index) => {
          const status = invoices[index]?.['status'] ?? null;
          return { ...expectedInvoice(one, status), status };
        }),
      );
      const lines = await tables.rows(
        'SELECT price, full_price, quantity, vat_rate, sum, vat, discount FROM lines ORDER BY invoice_id',
      );
      expect(lines).toEqual(numbers.map(expectedLine));
      tables.close();
      connect(world, SETTINGS);
      refreshed(world);
      const detail = bodyOf(world.spreadsheet.sheetNamed(DETAIL), 8);
      expect(detail.map((cells) => cells.slice(4))).toEqual(numbers.map(expectedCells));
      const brief = bodyOf(world.spreadsheet.sheetNamed(BRIEF), 5).slice(0, numbers.length);
      expect(brief.map(([, , , sum]) => sum)).toEqual(numbers.map(({ sum }) => Number(sum) + 0));
    }),
    { numRuns: 4 },
  );
});
