import { runBody, valueOf } from '../../support/a-simulator';

test.each([
  ['new Date().getHours()', 'Date.prototype.getHours'],
  ['new Date(0).setMonth(1)', 'Date.prototype.setMonth'],
  ['new Date().getTimezoneOffset()', 'Date.prototype.getTimezoneOffset'],
  ['String(new Date())', 'Date.prototype.toString'],
  ["new Date().toLocaleString('ru')", 'Date.prototype.toLocaleString'],
  ["new Intl.DateTimeFormat('ru').format(0)", 'Intl.DateTimeFormat'],
  ['new Date(2026, 0, 2)', 'new Date(year, month, …)'],
  ["new Date('2026-01-02T10:00')", "new Date('2026-01-02T10:00')"],
  ["Date.parse('Jan 2, 2026')", "new Date('Jan 2, 2026')"],
  ['Date()', 'Date()'],
])("%s, which would follow the machine's zone, fails the run by name", (expression, name) => {
  expect(() => runBody(`try { ${expression}; } catch (error) { return 1; }`)).toThrow(
    `${name} in the script's local time is not simulated`,
  );
});

test('dates in UTC or in a named zone work', () => {
  expect(
    valueOf(`return [
      new Date('2026-01-02T10:00:00+03:00').getUTCHours(),
      new Date('2026-01-02').toISOString(),
      new Date(0).toLocaleDateString('ru', { timeZone: 'UTC' }),
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit' }).format(0),
      Number.isNaN(Date.parse('no date')),
      new Date(new Date(5)).getTime(),
      new Date() instanceof Date,
    ].join()`),
  ).toBe('7,2026-01-02T00:00:00.000Z,01.01.1970,09,true,5,true');
});
