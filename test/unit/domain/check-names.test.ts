import { CHECK_NAMES, type CheckName } from '../../../src/domain/check-names';

const names: readonly CheckName[] = CHECK_NAMES;

test('every check has a name of its own, words in lower case between hyphens', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual([]);
});
