import { isOfTypedColumns } from '../../../src/sheets/typed-columns';

test.each([
  'This operation is not allowed on cells in typed columns.',
  'Exception: Typed  column refuses',
  'You cannot set a number format of a typed column.',
  'Эта операция запрещена для ячеек в столбцах с заданным типом.',
  'Нельзя изменить ячейки в типизированных столбцах.',
  'Эта операция недоступна в типизированных столбцах.',
  'Операция недоступна: в столбцах задан тип данных.',
  'Для этого типа данных операция в столбце недоступна.',
])('a refusal such as «%s» is one of typed columns', (message) => {
  expect(isOfTypedColumns(new Error(message))).toBe(true);
});

test.each([
  'You are trying to edit a protected cell or object.',
  'The number of columns in the data does not match the number of columns in the range.',
  'Неверный тип данных.',
  'В столбце нет места. Неверный тип данных.',
  'Тип данных неверен. В столбце нет места.',
  'untypedcolumns',
  '',
])('a refusal such as «%s» is not', (message) => {
  expect(isOfTypedColumns(new Error(message))).toBe(false);
});
