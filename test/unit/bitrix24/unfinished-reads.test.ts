/** A read of several pages that was left off can be begun with what it had, and asks only for the rest. */
import { COMPANY, CONTACT } from '../../../src/domain/portal';
import type { Call } from '../../../src/bitrix24/methods';
import type { Read, ReadResult } from '../../../src/bitrix24/read';
import { readProductRows } from '../../../src/bitrix24/read-product-rows';
import { readRequisitesOf } from '../../../src/bitrix24/read-buyers';
import { query } from '../../../src/domain/query';
import { aLine, type Line } from './a-line';

interface Told {
  readonly result: ReadResult;
  /** The calls, each with what was known before it. */
  readonly calls: readonly { readonly call: Call; readonly soFar: unknown }[];
}

function carryThrough(line: Line, read: Read): Told {
  const calls: { call: Call; soFar: unknown }[] = [];
  const client = line.client();
  let step = read.next();
  while (!step.done) {
    const { method, params, soFar } = step.value;
    // As a draft keeps it.
    calls.push({ call: { method, params }, soFar: JSON.parse(JSON.stringify(soFar ?? null)) ?? undefined });
    const [reply] = client.sendAll([step.value]);
    if (reply === undefined) throw new Error('The client gave no reply');
    step = read.next(reply);
  }
  return { result: step.value, calls };
}

const OWNERS = [1, 2, 3];
const line = aLine((portal) => {
  for (const id of OWNERS) {
    portal.withCompany({ ID: id }).withContact({ ID: id });
    portal.withInvoice({ ID: id, rows: Array.from({ length: id * 40 }, () => ({})) });
    for (let number = 0; number < id * 30; number++) {
      portal.withRequisite({ ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id });
      portal.withRequisite({ ENTITY_TYPE_ID: CONTACT, ENTITY_ID: id });
    }
  }
});

it.each<[string, (soFar?: unknown) => Read]>([
  [
    'product rows',
    (soFar) =>
      readProductRows(
        OWNERS.map((id) => query('rows', id, '2026-05-01')),
        soFar,
      ),
  ],
  [
    'requisites of companies',
    (soFar) =>
      readRequisitesOf(
        COMPANY,
        OWNERS.map((id) => query('companyRequisites', id)),
        soFar,
      ),
  ],
  [
    'requisites of contacts',
    (soFar) =>
      readRequisitesOf(
        CONTACT,
        OWNERS.map((id) => query('contactRequisites', id)),
        soFar,
      ),
  ],
])('the %s of several pages, left off before any of them, come out the same', (_, begin) => {
  const whole = carryThrough(line, begin());
  expect(whole.calls.length).toBeGreaterThan(3);
  whole.calls.forEach(({ soFar }, index) => {
    const rest = carryThrough(line, begin(soFar));
    expect(rest.result).toEqual(whole.result);
    expect(rest.calls).toEqual(whole.calls.slice(index));
  });
});
