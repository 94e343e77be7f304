/** «Изменения» after any history of a portal are, cell for cell, what its records say by the contract. */
import fc from 'fast-check';
import { aPortal } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';
import type { Invoice } from '../../../portal/data/records';
import { changesSheet } from '../../../src/changes/changes-sheet';
import { journalAfter, type JournalStep } from '../../../src/changes/journal-after';
import { knownReport, type KnownReport } from '../../../src/changes/known-report';
import { stagesNamed } from '../../../src/changes/stages';
import { idsToAsk, type FoundInvoice, type KeptChanges } from '../../../src/changes/whereabouts';
import type { FieldName, InvoiceId, IsoDate, StageId } from '../../../src/domain/ids';
import type { InvoiceRecord } from '../../../src/domain/records';
import type { Gathered } from '../../../src/refresh/gather';
import { belongsToReport, semanticsOf } from '../../../src/report/invoice-filter';
import { DataProcessor } from '../../../src/report/DataProcessor';
import { VirtualClock } from '../../../simulator';
import { expectedChanges } from '../../oracle/expected-changes';
import {
  journalAfter as expectedAfter,
  type ChangesWanted,
  type ExpectedJournal,
} from '../../oracle/expected-journal';
import { differences } from '../../oracle/picture';
import { pictureOf } from '../report/picture-of-plan';
import { factsOf } from '../refresh/facts-of-data';

const [HOST, FACE, ZONE] = ['example.bitrix24.ru', 'Счета', '+03:00'];
const PAID_SUM = 'UF_CRM_PAID_SUM';
const PAID_ON = 'UF_CRM_626D6ABE98692';
const HOUR = 3_600_000;

const day = fc.constantFrom(
  null,
  '2026-01-31',
  '2026-04-01',
  '2026-04-30',
  '2026-05-21',
  '2026-05-22',
  '2001-01-01',
);
const changes = fc.record(
  {
    ACCOUNT_NUMBER: fc.constantFrom('7', '8', ''),
    BEGINDATE: day,
    CLOSEDATE: day,
    [PAID_ON]: day,
    [PAID_SUM]: fc.constantFrom(null, 100, '55.555|RUB', '1|USD'),
    STAGE_ID: fc.constantFrom('N', 'S', 'P', 'D', 'GONE').map((code) => `DT31_7:${code}`),
    COMPANY_ID: fc.constantFrom(0, 1, 2, 3),
    CURRENCY_ID: fc.constantFrom('RUB', 'USD', ''),
    OPPORTUNITY: fc.constantFrom(null, 0, 55.56, 100, 1_234.565, -5),
    TAX_VALUE: fc.constantFrom(null, 0, 20.005),
    IS_RECURRING: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: [] },
);

type Edit =
  | { readonly kind: 'add' | 'change'; readonly id: number; readonly changes: Partial<Invoice> }
  | { readonly kind: 'delete' | 'restore'; readonly id: number; readonly changes?: never };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('add', 'change', 'change', 'change', 'delete', 'restore'),
  id: fc.integer({ min: 0, max: 9 }),
  changes: changes,
}) as fc.Arbitrary<Edit>;

interface Step {
  readonly edits: readonly Edit[];
  readonly hours: number;
  readonly wanted: Partial<ChangesWanted>;
  readonly isForgotten: boolean;
}

const usually = <T>(value: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

const step: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(edit, { maxLength: 4 }),
  hours: fc.constantFrom(0, 1, 30),
  wanted: fc.record({
    from: usually('2026-04-01', fc.constant('2026-01-01')),
    excludeFailed: usually(true, fc.constant(false)),
    paymentDateField: usually('', fc.constant(PAID_ON)),
    paidSumField: usually(PAID_SUM, fc.constant('')),
    dueDays: usually(0, fc.constant(14)),
  }),
  isForgotten: usually(false, fc.constant(true)),
});

function apply(data: PortalData, { kind, id: at, changes: given = {} }: Edit): void {
  const ids = [...data.invoices.keys()];
  const deleted = data.deletedInvoices();
  const id = ids[at % ids.length];
  const gone = deleted[at % deleted.length];
  if (kind === 'add') data.addInvoice({ BEGINDATE: '2026-04-30', ...given });
  else if (kind === 'change' && id !== undefined) data.changeInvoice(id, given);
  else if (kind === 'delete' && id !== undefined) data.deleteInvoice(id);
  else if (kind === 'restore' && gone !== undefined) data.restoreInvoice(gone);
}

const PERIODS = { from: '0001-01-01', to: '9999-12-31' };

class Told {
  private readonly facts: Gathered;

  constructor(
    private readonly data: PortalData,
    private readonly wanted: ChangesWanted,
  ) {
    const period = { from: PERIODS.from as IsoDate, to: PERIODS.to as IsoDate };
    this.facts = factsOf(data, { period, excludeFailed: false, zone: ZONE });
  }

  found(id: number): FoundInvoice | null {
    const stored = this.data.invoices.get(id);
    if (stored === undefined) return null;
    return {
      stageId: stored.STAGE_ID as StageId,
      dates: { BEGINDATE: stored.BEGINDATE } as unknown as Record<FieldName, IsoDate | null>,
      createdTime: new Date(stored.CREATED_TIME).toISOString(),
    };
  }

  private records(): readonly InvoiceRecord[] {
    return this.facts.invoices.map((record) => {
      const stored = this.data.invoice(record.id);
      const days = { ...record.dates, CLOSEDATE: stored.CLOSEDATE, [PAID_ON]: stored[PAID_ON] ?? null };
      return {
        ...record,
        isRecurringTemplate: stored.IS_RECURRING,
        dates: days,
        fields: { [PAID_SUM]: (stored[PAID_SUM] ?? null) as string | number | null },
      };
    });
  }

  refresh(kept: KeptChanges | null, toldAt: number, time: string): { step: JournalStep; now: KnownReport } {
    const { wanted, facts } = this;
    const selection = {
      ...{ from: wanted.from as IsoDate, to: wanted.to as IsoDate, periodField: 'BEGINDATE' as FieldName },
      ...{ periodFieldTitle: wanted.periodFieldTitle, excludeFailed: wanted.excludeFailed },
    };
    const { stages } = facts;
    const ofPeriod = this.records().filter(({ dates }) => {
      const begin = dates['BEGINDATE' as FieldName] ?? '';
      return begin >= wanted.from && begin <= wanted.to;
    });
    const criteria = { ...selection, period: selection };
    const invoices = ofPeriod.filter((record) => belongsToReport(record, criteria, semanticsOf(stages)));
    const told = new Map(ofPeriod.map(({ id }): [InvoiceId, FoundInvoice | null] => [id, this.found(id)]));
    const ids = new Set(invoices.map(({ id }) => id));
    for (const id of idsToAsk({ kept, selection, ids, told, stageOf: stagesNamed(stages) })) {
      told.set(id, this.found(id));
    }
    const paymentDateField = wanted.paymentDateField as FieldName | '';
    const { brief } = new DataProcessor(
      { shipmentDateField: '', paymentDateField },
      wanted.today as IsoDate,
    ).process({
      invoices,
      leftOut: { invoices: [], field: '' },
      buyerOf: (id) => facts.buyers.get(id) ?? { inn: '', name: '' },
      rowsOf: null,
      stages,
    });
    const now = knownReport({
      ...{ brief, stages, selection, toldAt: { time: toldAt, offset: 180, askedAt: toldAt } },
      noticedAt: { day: wanted.today as IsoDate, time },
      fields: {
        ...{ dueDateField: 'CLOSEDATE' as FieldName, dueDays: wanted.dueDays, shipmentDateField: '' },
        ...{ paymentDateField, paidSumField: wanted.paidSumField as FieldName | '' },
      },
    });
    return { step: journalAfter({ kept, now, told, stages, isShown: true }), now };
  }
}

test('the journal of any history', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const clock = new VirtualClock(Date.parse('2026-05-20T09:00:00Z'));
      const { data } = aPortal(clock).withCompany({ ID: 1, TITLE: 'А' }).withCompany({ ID: 2, TITLE: 'А' });
      data.addRequisite({ ENTITY_TYPE_ID: 4, ENTITY_ID: 1, RQ_INN: '7707083893', RQ_COMPANY_NAME: 'А' });
      let kept: KeptChanges | null = null;
      let expected: ExpectedJournal | null = null;
      for (const { edits, hours, wanted: chosen, isForgotten } of steps) {
        clock.advance(hours * HOUR + 5 * 60_000);
        for (const one of edits) apply(data, one);
        clock.advance(5 * 60_000);
        const at = new Date(clock.now() + 3 * HOUR).toISOString();
        const [today, time] = [at.slice(0, 10), at.slice(11, 16)];
        const wanted: ChangesWanted = {
          ...{ from: '', to: '2026-06-30', periodField: 'BEGINDATE', periodFieldTitle: 'Дата счёта' },
          ...{ shipmentDateField: '', paymentDateField: '', excludeFailed: true, zone: ZONE },
          ...{ today, dueDateField: 'CLOSEDATE', dueDays: 0, paidSumField: '' },
          ...chosen,
        };
        const refresh = new Told(data, wanted).refresh(isForgotten ? null : kept, clock.now(), time);
        kept = { known: refresh.now, journal: refresh.step.journal };
        expected = expectedAfter(isForgotten ? null : expected, data, wanted, {
          time,
          toldAt: clock.now(),
          isOn: true,
        });
        const plan = changesSheet(refresh.step, HOST);
        expect(differences(expectedChanges(expected, HOST, FACE), pictureOf(plan, FACE))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
