/**
 * Each check has an invoice that raises it, and nothing that does not follow from the same fault, and one a hair away
 * that raises nothing.
 */
import { CHECK_NAMES } from '../../../src/domain/check-names';
import { two } from './a-fault';
import { OF_BUYERS } from './faults-of-buyers';
import { OF_DAYS } from './faults-of-days';
import { OF_SUMS } from './faults-of-sums';
import { checksIn, toldOf, type Case } from './some-checks';

const TABLE = [...OF_BUYERS, ...OF_SUMS, ...OF_DAYS];

test.each<readonly [string, readonly Case[], readonly string[]]>([
  [
    'bills of nothing are alike, but nobody is billed twice',
    two({ opportunity: 0, rows: [{ quantity: 0 }], taxValue: 0 }),
    ['sum-zero', 'row-zero'],
  ],
  ['bills without rows', two({ rows: [], opportunity: 5, taxValue: 0 }), ['rows-missing']],
  ['bills of rows that nobody may read', two({ rows: 'unavailable', opportunity: 5 }), ['rows-unavailable']],
  [
    'bills of no day',
    two({ dates: { BEGINDATE: null }, opportunity: 122, taxValue: 22, rows: [{ price: 122 }] }),
    ['date-missing'],
  ],
  [
    'a row without price cannot be compared',
    [{ taxValue: 5, rows: [{ price: null, taxRate: null }] }],
    ['row-empty'],
  ],
  [
    'a wrong number is nobody’s',
    [{ requisite: { inn: '77' } }, { requisite: { inn: '77', companyName: 'А' } }],
    ['inn-wrong'],
  ],
  ['a buyer whose name cannot be read', [{}, { requisite: { unreadable: ['buyer'] } }], []],
  [
    'a requisite without a name whose owner may not be seen',
    [{ companyId: null, requisite: { companyName: '', inn: '', kpp: '' } }],
    ['buyer-unavailable'],
  ],
])('%s', (_, cases, expected) => {
  expect([...new Set(toldOf(checksIn(cases)).map(([name]) => name))]).toEqual(expected);
});

test('of many invoices of one number five are named', () => {
  const checks = checksIn(Array.from({ length: 7 }, () => ({ accountNumber: '7' })));
  expect(toldOf(checks)[2]?.[3]).toBe('Тот же номер у счетов: id 1, id 2, id 4, id 5, id 6 и ещё 1.');
});

test('every check is in the table', () => {
  expect(CHECK_NAMES.filter((name) => !TABLE.some(({ check }) => check === name))).toEqual([]);
});

describe.each(TABLE)('$check', ({ wrong, told, right, settings, check }) => {
  test('is raised, and nothing that does not follow from the same fault', () => {
    const found = toldOf(checksIn(wrong, settings));
    expect(found.map(([, importance, id, details]) => [importance, id, details])).toEqual(told);
    expect(found.map(([name]) => name)).toContain(check);
  });

  test('is not raised a hair away, where all is in order', () => {
    expect(toldOf(checksIn(right, settings))).toEqual([]);
  });

  test('is not made where it is skipped', () => {
    const checks = checksIn(wrong, { ...settings, skipped: [check] });
    expect(toldOf(checks).map(([name]) => name)).not.toContain(check);
    expect(checks.skipped).toBe(1);
  });
});
