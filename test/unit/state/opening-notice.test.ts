/** What is said at the opening of the spreadsheet, and when nothing is. */
import { openingNotice, type Opened } from '../../../src/state/opening-notice';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-05-20T09:00:00Z');
const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();

const noticeOf = (opened: Partial<Opened>): string | null =>
  openingNotice(
    { run: { state: 'done', message: '' }, lastSuccess: ago(HOUR), scheduleHours: 4, now: NOW, ...opened },
    (time) => `<${time}>`,
  );
const old = (age: number): string =>
  `Отчёт не обновляется с <${ago(age)}>. Причину покажет «Состояние» в меню отчёта.`;

describe('at the opening of the spreadsheet', () => {
  it('a failed refresh is told with the first line of its message', () => {
    const run = { state: 'failed', message: 'Портал не ответил вовремя.\nИ ещё одно.' } as const;
    expect(noticeOf({ run })).toBe('Последнее обновление отчёта не удалось. Портал не ответил вовремя.');
  });

  it.each([
    [1, 4],
    [4, 10],
    [12, 26],
    [24, 26],
  ])('a report that is to be refreshed every %d h is told as old after %d h', (scheduleHours, hours) => {
    expect(noticeOf({ scheduleHours, lastSuccess: ago(hours * HOUR) })).toBeNull();
    expect(noticeOf({ scheduleHours, lastSuccess: ago(hours * HOUR + 1) })).toBe(old(hours * HOUR + 1));
  });

  it('nothing is told of a report that nobody has made yet, or that has no schedule', () => {
    expect(noticeOf({ lastSuccess: null })).toBeNull();
    expect(noticeOf({ scheduleHours: 0, lastSuccess: ago(1000 * HOUR) })).toBeNull();
  });
});
