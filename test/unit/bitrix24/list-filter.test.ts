/** What the portal is asked for to get the invoices of a period. */
import { listParams, mayFilterWrongly, oneDayWider, openFilter } from '../../../src/bitrix24/list-filter';
import type { FieldName, IsoDate, StageId } from '../../../src/domain/ids';

const of = (field: string, from = '2026-04-01', to = '2026-06-30') => ({
  field: field as FieldName,
  from: from as IsoDate,
  to: to as IsoDate,
});
const SELECT = ['id', 'begindate'];
const BASE = { entityTypeId: 31 };

describe('the list of a period', () => {
  it.each(['BEGINDATE', 'CLOSEDATE'])('is filtered by a standard field: %s', (name) => {
    const key = name.toLowerCase();
    expect(listParams(of(name), 'filtered', SELECT, { '>id': 7 })).toEqual({
      ...BASE,
      select: SELECT,
      filter: { '>id': 7, [`>=${key}`]: '2026-04-01', [`<${key}`]: '2026-07-01' },
    });
    expect(mayFilterWrongly(of(name))).toBe(false);
  });

  it('is filtered by a user field in lower case, wherever that is the same name', () => {
    const period = of('UF_CRM_SMART_INVOICE_1651168135187');
    expect(listParams(period, 'filtered', SELECT, { '>id': 0 })).toEqual({
      ...BASE,
      select: SELECT,
      filter: {
        '>id': 0,
        '>=ufCrm_smart_invoice_1651168135187': '2026-04-01',
        '<ufCrm_smart_invoice_1651168135187': '2026-07-01',
      },
    });
    expect(mayFilterWrongly(period)).toBe(true);
  });

  it('is filtered by original names, and then selects nothing, where a digit touches a letter', () => {
    expect(listParams(of('UF_CRM_626D6ABE98692'), 'filtered', SELECT, { '>id': 0 })).toEqual({
      ...BASE,
      useOriginalUfNames: 'Y',
      filter: { '>id': 0, '>=UF_CRM_626D6ABE98692': '2026-04-01', '<UF_CRM_626D6ABE98692': '2026-07-01' },
    });
  });

  it('is a day wider on both sides for a field with a clock', () => {
    expect(oneDayWider(of('UF_CRM_ACCEPTED_AT', '2026-01-01', '2026-02-28'))).toEqual(
      of('UF_CRM_ACCEPTED_AT', '2025-12-31', '2026-03-01'),
    );
  });

  it('is everything where the portal cannot filter', () => {
    expect(listParams(of('UF_CRM_626D6ABE98692'), 'everything', SELECT, { '>id': 120 })).toEqual({
      ...BASE,
      select: SELECT,
      filter: { '>id': 120 },
    });
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-02-28', '2026-03-01'],
  ])('that ends on %s is asked for up to the day after, %s', (to, after) => {
    expect(
      listParams(of('BEGINDATE', '2026-01-01', to), 'filtered', SELECT, { '>id': 0 })['filter'],
    ).toMatchObject({
      '<begindate': after,
    });
  });
});

test('the list of open invoices is filtered by their stages, and by a plain day', () => {
  const stages = ['DT31_7:N', 'DT31_12:N'] as StageId[];
  expect(openFilter({ stages, since: '2023-05-20' as IsoDate })).toEqual({
    '@stageId': stages,
    '>=begindate': '2023-05-20',
  });
});
