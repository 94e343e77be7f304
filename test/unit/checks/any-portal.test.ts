/** «Проверка данных» of whatever a portal holds is, cell for cell, what its records say by the contract. */
import { CHECK_NAMES } from '../../../src/domain/check-names';
import { compareWithRecords, raisedBy } from './random-portals';

test('«Проверка данных» of any portal', () => {
  compareWithRecords(100);
});

test('such portals raise every check that a portal’s own records can raise', () => {
  const raised = raisedBy(300);
  // Rights, empty prices, days that put an invoice into no period, and texts longer than a cell are tried elsewhere.
  const others = ['rows-unavailable', 'row-empty', 'date-missing', 'text-cut'];
  expect(CHECK_NAMES.filter((name) => !raised.has(name))).toEqual(others);
});
