import { changedAnswer, type FaultRule } from '../../../portal/faults';
import { aLine, type Line } from '../bitrix24/a-line';
import { fieldName } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

const HOUR = 3_600_000;
const SHIPMENT_DATE = 'UF_CRM_SMART_INVOICE_1651168135187';

const nothingIn =
  (field: string): FaultRule =>
  ({ params }) =>
    JSON.stringify(params['filter'] ?? {}).includes(field)
      ? changedAnswer((body) => ({ ...(body as object), result: { items: [] }, total: 0 }))
      : null;

function lineOf(invoices: number): Line {
  return aLine((portal) => {
    for (let id = 1; id <= invoices; id += 1)
      portal.withInvoice({ ID: id, [SHIPMENT_DATE]: '2026-05-10', rows: [{}] });
  });
}

describe('a filter that suddenly finds nothing', () => {
  it('is doubted where it is by a user field, and all is read without it', () => {
    const line = lineOf(3);
    const owner = new MemoryOwner(line, { periodField: fieldName(SHIPMENT_DATE) });
    owner.refresh();
    line.portal.change({ faults: nothingIn('ufCrm_smart') });
    const done = owner.refresh();
    expect(done.wholeFor).toBe('filter');
    expect(done.plans[0]?.body).toHaveLength(3);
  });

  it('is believed where it is by a standard field', () => {
    const line = lineOf(3);
    const owner = new MemoryOwner(line);
    owner.refresh();
    line.portal.change({ faults: nothingIn('begindate') });
    expect(owner.refresh().wholeFor).toBeNull();
  });
});

it('The hour in which the server’s offset was seen to be another one is remembered', () => {
  const owner = new MemoryOwner(lineOf(3));
  const shiftedAt = (): number | undefined => owner.memory()?.shiftedAt;
  owner.refresh();
  expect(shiftedAt()).toBe(0);
  owner.line.portal.change({ zone: '+02:00' });
  owner.line.clock.advance(HOUR);
  owner.refresh();
  const shifted = owner.memory()?.toldAt.time;
  expect(shiftedAt()).toBe(shifted);
  owner.line.clock.advance(HOUR);
  owner.refresh();
  expect(shiftedAt()).toBe(shifted);
});

it('A clock that stands back by more than a minute is doubted', () => {
  const owner = new MemoryOwner(lineOf(3));
  owner.refresh();
  const memory = owner.memory();
  if (memory === null) throw new Error('no memory');
  const ahead = (seconds: number): void => {
    const { toldAt } = memory;
    const later = { ...toldAt, time: toldAt.time + seconds * 1_000 };
    owner.kept.write({ memory: { ...memory, toldAt: later }, report: null });
  };
  ahead(60);
  expect(owner.refresh().wholeFor).toBeNull();
  ahead(70);
  expect(owner.refresh().wholeFor).toBe('clock');
});

it('In the hours after it was, what is read of an invoice saved in the last two hours is not kept', () => {
  const owner = new MemoryOwner(lineOf(3));
  const { line } = owner;
  const isKept = (): boolean => {
    owner.refresh();
    return [...(owner.memory()?.answers.keys() ?? [])].some((key) => key.startsWith('rows:1:'));
  };
  expect(isKept()).toBe(false);
  line.portal.change({ zone: '+02:00' });
  line.clock.advance(HOUR);
  line.data.changeInvoice(1, { OPPORTUNITY: 7 });
  // By a clock that repeats the hour this may have been a minute ago.
  line.clock.advance(HOUR + 60_000);
  expect(isKept()).toBe(false);
  line.clock.advance(2 * HOUR);
  expect(isKept()).toBe(true);
});
