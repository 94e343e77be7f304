/** «Проверка данных» of thousands of random portals is, cell for cell, what their records say by the contract. */
import { compareWithRecords } from '../unit/checks/random-portals';

test('«Проверка данных» of any portal', () => {
  compareWithRecords(3_000);
}, 600_000);
