import fc from 'fast-check';
import type { PortalDecimal } from '../../../src/domain/records';
import { differingSums, differingVat } from '../../../src/report/row-sums';

const compare = (opportunity: PortalDecimal | null, ...sums: (number | null)[]) =>
  differingSums(
    opportunity,
    sums.map((sum) => ({ sum })),
  );

describe('the sums of an invoice’s rows', () => {
  it('that add up to the invoice to the kopeck do not differ, whatever binary fractions do', () => {
    expect(compare(0.3, 0.1, 0.2)).toBeNull();
    expect(compare('1000000.10', 999_999.9, 0.2)).toBeNull();
    expect(compare(0, 5, -5)).toBeNull();
  });

  it('that are one kopeck away differ', () => {
    expect(compare(100, 33.33, 33.33, 33.33)).toEqual({ ofRows: 99.99, ofInvoice: 100, isSlight: true });
    expect(compare('1000000.09', 999_999.9, 0.2)).toMatchObject({ isSlight: true });
  });

  it('that are two kopecks away differ by more than one', () => {
    expect(compare(1.15, 1.17)).toEqual({ ofRows: 1.17, ofInvoice: 1.15, isSlight: false });
  });

  it('are compared with the invoice’s sum in kopecks', () => {
    expect(compare(10.005, 10.01)).toBeNull();
    expect(compare('10.004', 10)).toBeNull();
  });

  it.each<[string, PortalDecimal | null, (number | null)[]]>([
    ['an invoice without a sum', null, [1]],
    ['an invoice without rows', 15_000, []],
    ['a row without price or quantity', 15_000, [1, null]],
  ])('are not compared for %s', (_, opportunity, sums) => {
    expect(compare(opportunity, ...sums)).toBeNull();
  });

  it('differ exactly when whole kopecks do', () => {
    const kopecks = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(
        fc.array(kopecks, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(-2, -1, 0, 1, 2),
        (rows, off) => {
          const total = rows.reduce((sum, row) => sum + row, 0) + off;
          const differing = compare(total / 100, ...rows.map((row) => row / 100));
          expect(differing === null).toBe(off === 0);
          expect(differing?.isSlight ?? false).toBe(Math.abs(off) === 1);
        },
      ),
    );
  });
});

describe('the VAT of an invoice’s rows', () => {
  const compareVat = (taxValue: PortalDecimal | null, ...vats: (number | null)[]) =>
    differingVat(
      { taxValue },
      vats.map((vat) => ({ vat })),
    );

  it.each<[string, PortalDecimal | null, (number | null)[]]>([
    ['that adds up', 33.34, [16.67, 16.67]],
    ['of rows without VAT in an invoice without a tax value', null, [0, 0]],
    ['of an invoice without rows', 20, []],
    ['of a row without price or rate', 20, [20, null]],
  ])('%s is no difference', (_, taxValue, vats) => {
    expect(compareVat(taxValue, ...vats)).toBeNull();
  });

  it('that is another one differs', () => {
    expect(compareVat(200, 220)).toEqual({ ofRows: 220, ofInvoice: 200, isSlight: false });
    expect(compareVat(null, 220)).toEqual({ ofRows: 220, ofInvoice: 0, isSlight: false });
  });

  it('may be a kopeck away, or half a kopeck a row, for nothing but rounding', () => {
    expect(compareVat(16.66, 16.67)).toMatchObject({ isSlight: true });
    expect(compareVat(16.65, 16.67)).toMatchObject({ isSlight: false });
    expect(compareVat(66.66, 16.67, 16.67, 16.67, 16.67)).toMatchObject({ ofRows: 66.68, isSlight: true });
    expect(compareVat(66.65, 16.67, 16.67, 16.67, 16.67)).toMatchObject({ ofRows: 66.68, isSlight: false });
  });

  it('is not compared where that of the invoice cannot be read', () => {
    expect(differingVat({ taxValue: null, unreadable: ['taxValue'] }, [{ vat: 20 }])).toBeNull();
  });
});
