import { runInNewContext } from 'node:vm';
import { openSpreadsheet } from './support';

const instant = new Date('2024-03-31T21:30:00Z');

test.each([
  ['Europe/Moscow', '01.04.2024 0:30:00'],
  ['UTC', '31.03.2024 21:30:00'],
  ['America/New_York', '31.03.2024 17:30:00'],
])("A date is written and read in the spreadsheet's time zone: %s", (timeZone, shown) => {
  const { sheet } = openSpreadsheet({ timeZone });
  const range = sheet.getRange('A1').setValue(instant);
  expect(range.getDisplayValue()).toBe(shown);
  expect(range.getValue()).toEqual(instant);
});

test('A date of another realm is a date', () => {
  const { sheet } = openSpreadsheet({ timeZone: 'UTC' });
  const foreign: unknown = runInNewContext("new Date('2024-03-31T21:30:00Z')");
  expect(foreign instanceof Date).toBe(false);
  expect(sheet.getRange('A1').setValue(foreign).getDisplayValue()).toBe('31.03.2024 21:30:00');
});

test("A day number under a date format reads as midnight of that day in the spreadsheet's zone", () => {
  const { sheet } = openSpreadsheet({ timeZone: 'Europe/Moscow' });
  const range = sheet.getRange('A1').setNumberFormat('dd.mm.yyyy').setValue(45_000);
  expect(range.getValue()).toEqual(new Date('2023-03-14T21:00:00Z'));
  expect(range.getDisplayValue()).toBe('15.03.2023');
});

test('Midnights round the change of the clocks come back as they went', () => {
  const { sheet } = openSpreadsheet({ timeZone: 'Europe/Berlin' });
  const days = [
    '2024-03-30T23:00:00Z',
    '2024-03-31T22:00:00Z',
    '2024-10-26T22:00:00Z',
    '2024-10-27T23:00:00Z',
  ];
  const range = sheet.getRange('A1:A4').setValues(days.map((day) => [new Date(day)]));
  expect(range.getDisplayValues().flat()).toEqual(['31.03.2024', '01.04.2024', '27.10.2024', '28.10.2024']);
  expect(range.getValues().flat()).toEqual(days.map((day) => new Date(day)));
});

test('Hours right before a change of the clocks come back as they went', () => {
  const { sheet } = openSpreadsheet({ timeZone: 'Europe/Berlin' });
  const halfAnHourBefore = new Date('2024-03-31T00:30:00Z');
  expect(sheet.getRange('A1').setValue(halfAnHourBefore).getValue()).toEqual(halfAnHourBefore);
});

test('A number under a format without date letters stays a number', () => {
  const { sheet } = openSpreadsheet();
  const formats = ['#,##0.00 [$USD]', '0.00"дней"', 'General', '@'];
  for (const format of formats) {
    expect(sheet.getRange('A1').setNumberFormat(format).setValue(45_000).getValue()).toBe(45_000);
  }
});
