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
        const { lines, untold } = remarksOf(all, most);
        const whole = remarksOf(all);
        const kinds = new Set(all.map(({ kind }) => kind));
        expect(lines).toHaveLength(Math.min(whole.lines.length, Math.max(most, kinds.size)));
        expect(lines.length + untold).toBe(whole.lines.length);
        const told = lines.map((line) => all.find((issue) => tells(line, issue))?.kind);
        if (most > 0) expect(new Set(told)).toEqual(kinds);
        const order = told.map((kind) => ISSUE_KINDS.findIndex((other) => other === kind));
        if (most > 0) expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
    );
  });

  it('that are kopecks of VAT stand in one line too, after what is told of each invoice', () => {
    const of = (kind: Issue['kind'], id: number): Issue => ({
      ...{ kind, invoiceId: id as InvoiceId, invoice: `id ${id}`, sentence: `Счёт id ${id}.` },
    });
    const { lines, untold } = remarksOf([
      of('rowVatOffByKopecks', 1),
      of('rowVatDiffers', 2),
      of('rowVatOffByKopecks', 3),
    ]);
    expect([lines.length, lines[0], untold]).toEqual([2, 'Счёт id 2.', 0]);
    expect(lines[1]).toMatch(/НДС.*: id 1, id 3\.$/);
  });

  it('that are a kopeck stand in one line, in which those that are not named are counted', () => {
    const off = (id: number): Issue => ({
      kind: 'rowSumOffByKopeck',
      invoiceId: id as InvoiceId,
      invoice: `id ${id}`,
      sentence: '',
    });
    expect(remarksOf([1, 2, 3].map(off), 2)).toEqual({
      lines: ['Сумма товаров отличается от суммы счёта на копейку: id 1, id 2 и ещё 1 счёт.'],
      untold: 0,
    });
  });
});
