import type { LocaleName } from '../../../../simulator/spreadsheet/index';
import { openSpreadsheet } from './support';

const noVat = '#,##0.00;-#,##0.00;"нет"';

test.each<[LocaleName, string | null, number | string | boolean, string]>([
  ['ru_RU', null, 1234.5, '1234,5'],
  ['ru_RU', null, 0.1 + 0.2, '0,3'],
  ['ru_RU', null, true, 'ИСТИНА'],
  ['ru_RU', 'General', 1.5, '1,5'],
  ['ru_RU', '@', 12, '12'],
  ['ru_RU', '#,##0.00', 1_234_567.891, '1\u00a0234\u00a0567,89'],
  ['ru_RU', '#,##0.00', -0.5, '-0,50'],
  ['ru_RU', '#,##0.00', 1.005, '1,01'],
  ['ru_RU', '#,##0.00 [$USD]', 5, '5,00 USD'],
  ['ru_RU', noVat, 0, 'нет'],
  ['ru_RU', noVat, 20, '20,00'],
  ['ru_RU', noVat, -20, '-20,00'],
  ['ru_RU', `#,##0.00 [$EUR];-#,##0.00 [$EUR];"нет"`, -20, '-20,00 EUR'],
  ['ru_RU', noVat, 'текст', 'текст'],
  ['ru_RU', '0.###', 1.5, '1,5'],
  ['ru_RU', '000', 7, '007'],
  ['ru_RU', '0%', 0.256, '26%'],
  ['ru_RU', '0.00E+00', 100_000, '1,00E+05'],
  ['ru_RU', null, 1e20, '1,00E+20'],
  ['ru_RU', '0"; не раздел"', 1, '1; не раздел'],
  ['ru_RU', 'dd.mm.yyyy', 45_000, '15.03.2023'],
  ['ru_RU', 'd.m.yy h:mm', 45_000.5, '15.3.23 12:00'],
  ['ru_RU', 'yyyy-MM-dd"T"HH:mm:ss', 45_000.75, '2023-03-15T18:00:00'],
  ['en_US', 'h:mm am/pm', 0.75, '6:00 PM'],
  ['en_US', 'mmm d, yyyy', 45_000, 'Mar 15, 2023'],
  ['en_US', '#,##0.00', 1234.5, '1,234.50'],
  ['en_US', null, false, 'FALSE'],
  ['de_DE', '#,##0.00', 1234.5, '1.234,50'],
])('%s %j shows %j as %j', (locale, format, value, shown) => {
  const { sheet, user } = openSpreadsheet({ locale });
  const range = sheet.getRange('A1');
  if (format !== null) range.setNumberFormat(format);
  user.cell(sheet.getName(), 'A1').value = value;
  expect(range.getDisplayValue()).toBe(shown);
});
