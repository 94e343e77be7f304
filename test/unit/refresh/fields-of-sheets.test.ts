/** Which fields of an invoice «Долги» and «НДС» need beside what the two sheets show. */
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import type { FieldName } from '../../../src/domain/ids';
import type { FieldRecord } from '../../../src/domain/records';
import {
  checkUserFields,
  furtherNames,
  neededDateFields,
  showsDueDates,
  shownColumn,
  shownUserFields,
} from '../../../src/refresh/date-fields';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/Settings';

const DUE = 'UF_CRM_DUE' as FieldName;
const PAID = 'UF_CRM_PAID' as FieldName;
const CHOSEN: Settings = { ...DEFAULT_SETTINGS, dueDateField: DUE, paidSumField: PAID };

const needed = (settings: Settings) => ({
  dates: neededDateFields(settings),
  due: showsDueDates(settings),
  further: furtherNames(settings),
  user: shownUserFields(settings),
});

const NOTHING = { dates: ['BEGINDATE'], due: false, further: [], user: [] };

it('nobody needs a due date or a paid sum while no sheet or column goes by it', () => {
  expect(needed(CHOSEN)).toEqual(NOTHING);
  expect(needed({ ...CHOSEN, debtsByInvoice: false })).toEqual(NOTHING);
});

it.each(['period', 'all'] as const)('debts (%s) go by due dates and paid sums', (debtsSheet) => {
  const debts = { dates: ['BEGINDATE', DUE], due: true, further: [], user: [PAID] };
  expect(needed({ ...CHOSEN, debtsSheet })).toEqual(debts);
  expect(needed({ ...CHOSEN, debtsSheet, briefColumns: ['debt', 'dueDate'] })).toEqual(debts);
  expect(needed({ ...DEFAULT_SETTINGS, debtsSheet })).toEqual({
    ...debts,
    dates: ['BEGINDATE', 'CLOSEDATE'],
    user: [],
  });
});

it('VAT tells own companies apart, named once', () => {
  const own = { ...NOTHING, further: ['mycompanyId'] };
  expect(needed({ ...CHOSEN, vatSheet: true })).toEqual(own);
  expect(needed({ ...CHOSEN, vatSheet: true, briefColumns: ['ourCompany'] })).toEqual(own);
});

it.each([
  ['summarySheet', []],
  ['checksSheet', ['mycompanyId', 'isManualOpportunity']],
  ['changesSheet', ['createdTime']],
] as const)('%s goes by due dates and paid sums', (sheet, further) => {
  const dates = ['BEGINDATE', DUE];
  expect(needed({ ...CHOSEN, [sheet]: true })).toEqual({ dates, due: true, further, user: [PAID] });
});

describe('a field with paid sums that debts go by', () => {
  const field = (change: Partial<FieldRecord>): FieldRecord => ({
    ...{ name: PAID, title: 'Оплачено', type: 'double', isMultiple: false, isUserField: true },
    ...change,
  });
  const check = (fields: readonly FieldRecord[], debtsSheet: Settings['debtsSheet']) => () =>
    checkUserFields({ ...CHOSEN, debtsSheet }, fields);

  it.each(['double', 'integer', 'money'])('may be of type %s', (type) => {
    expect(check([field({ type })], 'period')).not.toThrow();
  });

  it.each([
    ['is gone', [], 'fieldGone'],
    ['is text', [field({ type: 'string' })], 'fieldNotSum'],
    ['has several values', [field({ isMultiple: true })], 'fieldNotSum'],
  ] as const)('ends the refresh where it %s', (_, fields, code) => {
    expect(check(fields, 'all')).toThrow(
      new Bitrix24Error(code, { field: code === 'fieldGone' ? PAID : 'Оплачено' }),
    );
    expect(check(fields, 'off')).not.toThrow();
  });
});

it.each([
  ['Комментарий', 'Комментарий'],
  ['Проект\nи этап', DUE],
  ['д'.repeat(101), PAID],
])('a column called %j is told as %j', (title, told) => {
  const field = (name: FieldName, its: string): FieldRecord => ({
    ...{ name, title: its, type: 'string', isMultiple: false, isUserField: true },
  });
  const fields = [field(DUE, 'Проект\nи этап'), field(PAID, 'д'.repeat(101))];
  expect(shownColumn(title, fields)).toBe(told);
});
