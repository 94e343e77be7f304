/** The lines that tell of single invoices: none of a kind is lost behind many of another. */
import fc from 'fast-check';
import { ISSUE_KINDS, type Issue } from '../../../src/report/report-model';
import { remarksOf } from '../../../src/report/remarks';
import type { InvoiceId } from '../../../src/domain/ids';

const issues = fc.array(fc.constantFrom(...ISSUE_KINDS), { maxLength: 60 }).map((kinds) =>
  ISSUE_KINDS.flatMap((kind) => kinds.filter((other) => other === kind)).map((kind, index): Issue => ({
    kind,
    invoiceId: index as InvoiceId,
    invoice: `id ${index}`,
    sentence: `${kind} id ${index}.`,
  })),
);
const KOPECKS = /копеечное расхождение/;
const tells = (line: string, { invoice }: Issue): boolean => new RegExp(`\\b${invoice}(?!\\d)`).test(line);

describe('the remarks on the invoices of a report', () => {
  it('name every invoice where all of them are told', () => {
    fc.assert(
      fc.property(issues, (all) => {
        const { lines, untold } = remarksOf(all);
        expect(untold).toBe(0);
        for (const issue of all) expect(lines.filter((line) => tells(line, issue))).toHaveLength(1);
      }),
    );
  });

  it('tell at least one of each kind where few are told, in the order of weight, and count the rest', () => {
    fc.assert(
      fc.property(issues, fc.nat(8), (all, most) => {
        const { lines, untold } = remarksOf(all, most, 0);
        const whole = remarksOf(all);
        const kinds = new Set(all.map(({ kind }) => kind));
        expect(lines).toHaveLength(Math.min(whole.lines.length, Math.max(most, kinds.size)));
        expect(lines.length + untold).toBe(whole.lines.length);
        const told = lines.map((line) =>
          KOPECKS.test(line) ? 'offByKopecks' : all.find((issue) => tells(line, issue))?.kind,
        );
        if (most > 0) expect(new Set(told)).toEqual(kinds);
        const order = told.map((kind) => ISSUE_KINDS.findIndex((other) => other === kind));
        if (most > 0) expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
    );
  });

  describe('that are of kopecks', () => {
    const of = (kind: Issue['kind'], id: number): Issue => ({
      ...{ kind, invoiceId: id as InvoiceId, invoice: `id ${id}`, sentence: `Счёт id ${id}.` },
    });
    const kopecks = [1, 3, 3, 4].map((id) => of('offByKopecks', id));

    it('stand in one line, each invoice once, after what is told of each invoice', () => {
      expect(remarksOf([of('rowVatDiffers', 2), ...kopecks])).toEqual({
        lines: ['Счёт id 2.', 'У 3 счетов копеечное расхождение сумм или НДС: id 1, id 3, id 4.'],
        untold: 0,
      });
    });

    it.each([
      [2, 'У 3 счетов копеечное расхождение сумм или НДС: id 1, id 3 и ещё 1 счёт.'],
      [0, 'У 3 счетов копеечное расхождение сумм или НДС.'],
    ])('name no more than %d invoices where no more are wanted, and count all', (mostNamed, line) => {
      expect(remarksOf(kopecks, 5, mostNamed)).toEqual({ lines: [line], untold: 0 });
    });

    it('are of one invoice in the singular', () => {
      expect(remarksOf(kopecks.slice(0, 1)).lines).toEqual([
        'У 1 счёта копеечное расхождение сумм или НДС: id 1.',
      ]);
    });
  });
});
