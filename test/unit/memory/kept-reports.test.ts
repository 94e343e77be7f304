/** What the memory keeps for the sheets that look back: as it was given, in cells that Google takes, or nothing. */
import type { ReportMemory } from '../../../src/memory/ReportMemory';
import type { KnownInvoice } from '../../../src/changes/known-report';
import { memoryCells, readMemory, serialOf } from '../../../src/memory/cells';
import type { CurrencyCode, InvoiceId, IsoDate, StageId, FieldName } from '../../../src/domain/ids';
import { nodeCodec } from '../../support/nodeCodec';

const OWNER = { spreadsheetId: 'a spreadsheet', connection: 'a connection' };
const DAY = '2026-05-20' as IsoDate;
const RUB = 'RUB' as CurrencyCode;

/** Texts that cannot be compressed to nothing. */
const textOf = (index: number): string => `${(index * 2_654_435_761) % 4_294_967_296} ${Math.sqrt(index)}`;

/** The same text each time, of so many units or some more. */
function longText(units: number): string {
  let text = '';
  for (let index = 1; text.length < units; index += 1) text += textOf(index * units);
  return text;
}

function reportOf(count: number): ReportMemory {
  const some = Array.from({ length: count }, (_, index) => index);
  const noticedAt = { day: DAY, time: '09:15' };
  return {
    known: {
      toldAt: { time: 1_779_267_600_000, offset: 180, askedAt: 1_779_267_599_000 },
      noticedAt,
      selection: {
        ...{ from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate },
        ...{ periodField: 'BEGINDATE' as FieldName, periodFieldTitle: 'Дата счёта', excludeFailed: true },
      },
      fields: {
        ...{ dueDateField: '', dueDays: 0, shipmentDateField: '', paymentDateField: '', paidSumField: '' },
      },
      invoices: new Map(
        some.map((index): [InvoiceId, KnownInvoice] => [
          index as InvoiceId,
          {
            ...{ number: textOf(index), buyer: textOf(index + 1), inn: '7707083893' },
            ...{ sum: index + 0.5, vat: null, currency: RUB },
            ...{ stageId: 'DT31_7:N' as StageId, stageName: 'Новый', semantics: 'P' },
            ...{ periodDay: DAY, invoiceDate: DAY, shipmentDate: null, paymentDate: null, dueDate: null },
            ...{ isPaid: index % 2 === 0, isOverdue: index % 3 === 0 },
          },
        ]),
      ),
    },
    journal: {
      lines: some.map((index) => ({
        ...noticedAt,
        event: 'created',
        id: index as InvoiceId,
        number: textOf(index),
      })),
      folded: { count, sums: [[RUB, '0.10']] },
    },
    seen: some.map((index) => ({
      ...({ check: 'row-zero', invoiceId: index, rowId: index % 2 === 0 ? index : null } as const),
      ...{ since: DAY, shownOn: DAY },
    })),
  };
}

const cellsOf = (report: ReportMemory | null): readonly string[] =>
  memoryCells({ memory: null, report }, OWNER, 1, new Map(), nodeCodec);

describe('reports that the memory keeps', () => {
  it.each([0, 1, 499, 500, 501, 6_000])('of %i entries are as they were given', (count) => {
    const report = reportOf(count);
    const cells = cellsOf(report);
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(45_000);
    expect(readMemory(cells, OWNER, nodeCodec)).toMatchObject({ memory: null, report, serial: 1 });
  });

  it.each([
    ['a text that no cell holds', (index: number) => (index === 0 ? longText(60_000) : textOf(index))],
    ['names of stages that no cell holds together', (index: number) => `${textOf(index)} ${longText(200)}`],
  ])('are as they were given with %s', (_, nameOf) => {
    const report = reportOf(300);
    const invoices = [...report.known.invoices].map(([id, invoice], index): [InvoiceId, KnownInvoice] => [
      id,
      { ...invoice, ...{ stageId: `DT31_${index}:N` as StageId, stageName: nameOf(index) } },
    ]);
    const lines = report.journal.lines.map((line, index) => ({ ...line, number: nameOf(index) }));
    const known = { ...report.known, invoices: new Map(invoices) };
    const wordy = { ...report, known, journal: { ...report.journal, lines } };
    const cells = cellsOf(wordy);
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(45_000);
    expect(serialOf(cells)).toBe(1);
    expect(readMemory(cells, OWNER, nodeCodec)).toMatchObject({ memory: null, report: wordy });
    for (const gone of cells.keys()) {
      expect(readMemory(cells.toSpliced(gone, 1), OWNER, nodeCodec)).toBeNull();
    }
  });

  it('tell whether remarks were ever looked for', () => {
    const unchecked = { ...reportOf(2), seen: null };
    expect(readMemory(cellsOf(unchecked), OWNER, nodeCodec)).toMatchObject({ report: unchecked });
  });

  it('are none where none was given', () => {
    expect(readMemory(cellsOf(null), OWNER, nodeCodec)).toMatchObject({ memory: null, report: null });
  });

  it('are none where a cell is missing, or is another’s', () => {
    const cells = cellsOf(reportOf(1_000));
    expect(cells.length).toBeGreaterThan(3);
    for (const gone of cells.keys()) {
      expect(readMemory(cells.toSpliced(gone, 1), OWNER, nodeCodec)).toBeNull();
    }
    expect(readMemory([...cells.slice(0, -1), cells.at(-2)], OWNER, nodeCodec)).toBeNull();
    expect(readMemory(cells, { ...OWNER, connection: 'another' }, nodeCodec)).toBeNull();
  });

  it('are sealed anew only where they changed', () => {
    const before = readMemory(cellsOf(reportOf(1_000)), OWNER, nodeCodec);
    const report = reportOf(1_000);
    const compressed: string[] = [];
    const codec = {
      ...nodeCodec,
      compress: (text: string): string => (compressed.push(text), nodeCodec.compress(text)),
    };
    const lines = report.journal.lines.slice(0, -1);
    memoryCells(
      { memory: null, report: { ...report, journal: { ...report.journal, lines } } },
      OWNER,
      2,
      before?.slices ?? new Map(),
      codec,
    );
    // The head, and the last slice of the journal.
    expect(compressed).toHaveLength(2);
  });
});
