/** The spellings of the portal's date fields, tried on each of its generations. */
import { camelName, filterSpelling } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { ACCEPTED_AT, PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { aLine, type Line } from './a-line';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const FIELDS = ['BEGINDATE', 'CLOSEDATE', SHIPMENT_DATE, PAYMENT_DATE, ACCEPTED_AT];
const CASES = GENERATIONS.flatMap((generation) => FIELDS.map((name) => [generation, name] as const));

function twoInvoices(generation: (typeof GENERATIONS)[number], name: string): Line {
  return aLine(
    (portal) =>
      portal.withInvoice({ ID: 1, [name]: '2026-05-10' }).withInvoice({ ID: 2, [name]: '2026-06-10' }),
    { portal: { generation } },
  );
}

function answer(line: Line, params: object): { kind: string; items: readonly Record<string, unknown>[] } {
  const call = {
    method: 'crm.item.list' as const,
    params: { entityTypeId: 31, order: { id: 'ASC' }, start: -1, ...params },
  };
  const [reply] = line.client().sendAll([call]);
  if (reply?.kind !== 'answer')
    return { kind: reply?.kind === 'failure' ? reply.error.code : 'none', items: [] };
  return { kind: 'answer', items: (reply.envelope.result as { items: Record<string, unknown>[] }).items };
}

describe('the name that is selected', () => {
  it.each(CASES)('brings the value on a portal of generation %s: %s', (generation, name) => {
    const key = camelName(name as FieldName);
    const { items } = answer(twoInvoices(generation, name), { select: ['id', key] });
    expect(items.map((item) => String(item[key]).slice(0, 10))).toEqual(['2026-05-10', '2026-06-10']);
  });
});

describe('the name that is filtered by', () => {
  it.each(CASES)('is understood, or refused aloud, by generation %s: %s', (generation, name) => {
    const { key, needsOriginalNames } = filterSpelling(name as FieldName);
    const names = needsOriginalNames ? { useOriginalUfNames: 'Y' } : { select: ['id'] };
    const filter = { [`>=${key}`]: '2026-05-01', [`<${key}`]: '2026-06-01' };
    const { kind, items } = answer(twoInvoices(generation, name), { ...names, filter });

    const isRefused = generation === 'old' && needsOriginalNames;
    expect(kind).toBe(isRefused ? 'argument' : 'answer');
    expect(items.map((item) => item['id'])).toEqual(isRefused ? [] : [1]);
  });
});
