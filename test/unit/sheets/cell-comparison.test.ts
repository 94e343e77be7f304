/** When a cell holds what was planned, and which numbers it stands for. */
import { runInNewContext } from 'node:vm';
import { asNumber, holds, isDate, tookOver } from '../../../src/sheets/cell-comparison';

const day = new Date('2026-04-30T00:00:00Z');
/** Of another realm, as the services' dates are. */
const foreignDay = runInNewContext('new Date(0)') as Date;
const dayNumberOf = (date: Date): number => (date === day ? 46_142 : 25_569);

test('dates are dates of every realm, and nothing else is', () => {
  expect([day, foreignDay].map(isDate)).toEqual([true, true]);
  expect([7, '2026-04-30', null, undefined, {}, [], { getTime: () => 0 }].some(isDate)).toBe(false);
});

test('a number stands for itself, a date for its day, and everything else for none', () => {
  expect([7, 0, day, foreignDay].map((cell) => asNumber(cell, dayNumberOf))).toEqual([7, 0, 46_142, 25_569]);
  expect(['7', '', true, null, undefined].map((cell) => asNumber(cell, dayNumberOf))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test.each([
  [7, 7, true, true],
  [8, 7, false, false],
  ['7', 7, false, false],
  ['', 0, false, false],
  [day, 46_142, true, true],
  // Which day it is, is looked at in a sheet that may be kept; a cell just written cannot have been misread.
  [day, 46_143, false, true],
  ['Стол', 'Стол', true, true],
  ['стол', 'Стол', false, false],
  [7, '7', false, false],
  [day, '30.04.2026', false, false],
  ['', '', true, true],
  ['', null, true, true],
  [0, null, false, false],
  ['Стол', null, false, false],
  [day, null, false, false],
  [undefined, null, false, false],
])('a cell that reads as %p where %p was planned: kept %p, taken %p', (actual, planned, kept, taken) => {
  expect([holds(actual, planned, dayNumberOf), tookOver(actual, planned)]).toEqual([kept, taken]);
});
