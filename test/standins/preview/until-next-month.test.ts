import { untilNextMonth } from '../../../preview/thread/until-next-month';

test.each([
  ['in the middle of a month', '2026-05-20T12:00:00+03:00', '2026-06-01T09:00:00+03:00'],
  ['on the first, before people come', '2026-06-01T00:30:00+03:00', '2026-07-01T09:00:00+03:00'],
  ['on New Year’s Eve', '2026-12-31T23:59:00+03:00', '2027-01-01T09:00:00+03:00'],
])('%s the next one begins for people at nine in Moscow', (_, now, morning) => {
  expect(untilNextMonth(Date.parse(now))).toBe(Date.parse(morning) - Date.parse(now));
});
