/** How many invoices the webhook sees in all, the question behind an empty list. */
import { readOf } from '../../../src/bitrix24/queries';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import { query } from '../../../src/domain/query';
import { changedAnswer } from '../../../portal/faults';
import { aLine, codeThrownBy, type Line } from './a-line';

const DAY = '2026-05-20' as IsoDate;
const period = { field: 'BEGINDATE' as FieldName, from: DAY, to: DAY };
const LIST = { period, dateFields: [] };

function total(line: Line): unknown {
  const result = line.finish(readOf([query('total')], LIST));
  return result === 'again' ? result : result[0]?.answer;
}

const saying = (changes: object): Line =>
  aLine((portal) => portal.withInvoice({ ID: 1 }), {
    portal: { faults: () => changedAnswer((body) => ({ ...(body as object), ...changes })) },
  });

describe('the total of invoices', () => {
  it('is what the portal counts', () => {
    expect(total(saying({}))).toBe(1);
    expect(total(saying({ total: 700 }))).toBe(700);
  });

  it('is nothing where the page is empty, however many the portal once counted', () => {
    expect(total(saying({ result: { items: [] }, total: 700 }))).toBe(0);
  });

  it('is no less than the page shows', () => {
    expect(total(saying({ total: 0 }))).toBe(1);
  });

  it('that is missing is not believed', () => {
    expect(codeThrownBy(() => total(saying({ total: undefined })))).toBe('badAnswer');
  });
});
