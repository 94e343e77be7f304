/** Whatever happens to a report, the column of amounts adds up to its total, after each refresh. */
import fc from 'fast-check';
import type { CurrencyCode, IsoDate } from '../../../src/domain/ids';
import type { PortalDecimal } from '../../../src/domain/records';
import { bigOf } from '../../../src/report/money';
import { withLines, type Journal, type JournalLine } from '../../../src/changes/journal';
import type { KnownReport } from '../../../src/changes/known-report';
import { refreshed, type Invoice, type Moment } from './a-journal';

const day = fc.constantFrom('2026-01-05', '2026-02-05', '2026-03-31', '2026-04-01', null);

const invoice = (id: number): fc.Arbitrary<Invoice> =>
  fc.record({
    id: fc.constant(id),
    opportunity: fc.oneof(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((hundredths) => hundredths / 100),
      fc.constantFrom<PortalDecimal | null>(null, 0, '0.001', '12345678901234567.89', 1e20),
    ),
    currency: fc.constantFrom('RUB', 'RUB', 'USD', ''),
    stageId: fc.constantFrom('N', 'P', 'S', 'F', 'GONE'),
    createdTime: fc.constantFrom('2026-01-10T10:00:00+03:00', '2026-03-10T09:14:00+03:00', null),
    dates: fc.record({ BEGINDATE: day, CLOSEDATE: day }),
  });

/** A few invoices each of which is there or not: so they come, change, go and come back. */
const moment: fc.Arbitrary<Moment> = fc.record({
  invoices: fc
    .tuple(...Array.from({ length: 6 }, (_, index) => fc.option(invoice(index + 1), { freq: 3 })))
    .map((all) => all.filter((one) => one !== null)),
  selection: fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ from: '2026-04-01', to: '2026-06-30' }, { excludeFailed: false }),
    },
  ),
  isShown: fc.boolean().map((is) => !is),
});

/** A refresh, with the memory before it or without; and whether so much has happened that lines were folded. */
const history = fc.array(fc.record({ moment, isForgotten: fc.nat(7).map((n) => n === 0) }), {
  minLength: 1,
  maxLength: 8,
});

type Totals = Record<string, string>;

/** By currency, exact; those of nothing are left out. */
function added(
  parts: readonly (readonly [CurrencyCode | undefined, PortalDecimal | null | undefined])[],
): Totals {
  const totals: Totals = {};
  for (const [currency = '' as CurrencyCode, sum] of parts) {
    totals[currency] = bigOf(totals[currency] ?? 0)
      .plus(bigOf(sum ?? 0))
      .toFixed();
  }
  return Object.fromEntries(Object.entries(totals).filter(([, sum]) => Number(sum) !== 0));
}

const ofLines = (lines: readonly JournalLine[]): Totals =>
  added(lines.map(({ currency, amount }) => [currency, amount]));

const ofJournal = ({ lines, folded }: Journal): Totals =>
  added([...lines.map(({ currency, amount }) => [currency, amount] as const), ...folded.sums]);

const ofReport = ({ invoices }: KnownReport): Totals =>
  added([...invoices.values()].map(({ currency, sum }) => [currency, sum]));

describe('the amounts of the journal', () => {
  it('are the change of the total at each refresh, and the total all together', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, isFolded) => {
        let kept: ReturnType<typeof refreshed>['kept'] | null = null;
        for (const { moment: now, isForgotten } of steps) {
          const before = isForgotten ? null : kept;
          const { step, kept: next } = refreshed(before, now);
          expect(ofJournal(step.journal)).toEqual(ofReport(next.known));
          if (before !== null) {
            const newer = ofLines(step.journal.lines.slice(0, step.changes));
            const negative = [...before.known.invoices.values()].map(
              ({ currency, sum }) => [currency, sum === null ? null : bigOf(sum).neg().toFixed()] as const,
            );
            const grown = [...next.known.invoices.values()].map(
              ({ currency, sum }) => [currency, sum] as const,
            );
            expect(newer).toEqual(added([...grown, ...negative]));
          }
          kept = isFolded ? { ...next, journal: folded(next.journal) } : next;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** With so many lines on top that say nothing of sums that only few of the others are left. */
function folded(journal: Journal): Journal {
  const filler: JournalLine = { event: 'number', day: '2026-03-10' as IsoDate, time: '09:15' };
  return withLines(journal, new Array<JournalLine>(997).fill(filler));
}
