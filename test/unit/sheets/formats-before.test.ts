/** No cell that is read back reads otherwise while its new value has not come. */
import type { ColumnKind } from '../../../src/report/SheetPlan';
import { formatsBefore } from '../../../src/sheets/formats-before';

const DAY = 'dd.mm.yyyy';
const TIME = 'hh:mm';
const today = new Date(Date.UTC(2026, 10, 30));

const column = (kind: ColumnKind) => ({ title: kind, width: 100, kind, hasLinks: false, total: null });
const plan = { columns: (['day', 'day', 'text', 'whole', 'note'] as const).map(column), fixedColumns: 1 };

test('a number waits for the format of a day, and a day over a column keeps its own', () => {
  const planned = [
    ['General', 'General', 'General', 'General', 'General'],
    [DAY, DAY, '@', '0', TIME],
    [DAY, DAY, '@', '0', TIME],
  ];
  const standing = [
    [today, today, 'Стадия', today, 'Заметка'],
    [1, 2, 3, 4, 5],
    [today, today, today, today, ''],
  ];
  expect(formatsBefore(plan, standing, planned)).toEqual([
    ['General', DAY, 'General', DAY, 'General'],
    [DAY, 'General', '@', '0', 'General'],
    [DAY, DAY, '@', '0', TIME],
  ]);
});

test('where none has to wait, and below all that stands, the planned ones go as they are', () => {
  const planned = [
    ['General', 'General', 'General', 'General', 'General'],
    [DAY, DAY, '@', '0', TIME],
  ];
  expect(formatsBefore(plan, [['Дата', 'День', 'Стадия', 'ID', 'Заметка']], planned)).toBe(planned);
});
