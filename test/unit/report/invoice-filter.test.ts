import type { FieldName, IsoDate } from '../../../src/domain/ids';
import { belongsToReport, semanticsOf } from '../../../src/report/invoice-filter';
import { anInvoice, aStage, type InvoiceFacts } from './builders';

const criteria = {
  period: { from: '2026-01-01' as IsoDate, to: '2026-03-31' as IsoDate },
  periodField: 'BEGINDATE' as FieldName,
  excludeFailed: true,
};
const semantics = semanticsOf([aStage('DT31_2:S', 'S'), aStage('DT31_2:N', 'P'), aStage('DT31_7:D', 'F')]);

const belongs = (facts: InvoiceFacts, changes: Partial<typeof criteria> = {}): boolean =>
  belongsToReport(anInvoice(facts), { ...criteria, ...changes }, semantics);

describe('an invoice belongs to the report', () => {
  it.each<[string, boolean, InvoiceFacts]>([
    ['on the first day of the period', true, { dates: { BEGINDATE: '2026-01-01' } }],
    ['on the last day of the period', true, { dates: { BEGINDATE: '2026-03-31' } }],
    ['on the day before', false, { dates: { BEGINDATE: '2025-12-31' } }],
    ['on the day after', false, { dates: { BEGINDATE: '2026-04-01' } }],
    ['without the date', false, { dates: { BEGINDATE: null } }],
    ['of a recurring template', false, { isRecurringTemplate: true }],
    ['in a failed stage', false, { stageId: 'DT31_7:D' }],
    ['in an open stage', true, { stageId: 'DT31_2:N' }],
    ['in a stage nobody knows', true, { stageId: 'DT31_9:UC_X' }],
    ['with nothing but a date', true, { opportunity: null, taxValue: null, accountNumber: '' }],
    ['with a negative sum', true, { opportunity: -5 }],
  ])('%s: %p', (_, expected, facts) => {
    expect(belongs(facts)).toBe(expected);
  });

  it('in a failed stage where those are wanted', () => {
    expect(belongs({ stageId: 'DT31_7:D' }, { excludeFailed: false })).toBe(true);
  });

  it('by the chosen field and no other', () => {
    const chosen = { periodField: 'UF_CRM_PAID' as FieldName };
    expect(belongs({ dates: { BEGINDATE: '2020-01-01', UF_CRM_PAID: '2026-02-02' } }, chosen)).toBe(true);
    expect(belongs({ dates: { BEGINDATE: '2026-02-02', UF_CRM_PAID: null } }, chosen)).toBe(false);
    expect(belongs({ dates: { BEGINDATE: '2026-02-02' } }, chosen)).toBe(false);
  });
});
