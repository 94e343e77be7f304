import fc from 'fast-check';
import {
  daysSince,
  formatDay,
  formatDays,
  formatDuration,
  formatMoment,
  formatSince,
  localDay,
  tellIn,
} from '../../../src/pages/moments';
import { localTime } from './records';

const now = localTime(2026, 3, 1, 12, 30);

describe('a moment', () => {
  it.each([
    ['сегодня в 09:05', localTime(2026, 3, 1, 9, 5)],
    ['сегодня в 23:59', localTime(2026, 3, 1, 23, 59)],
    ['вчера в 23:59', localTime(2026, 2, 28, 23, 59)],
    ['завтра в 00:00', localTime(2026, 3, 2)],
    ['27 февраля в 10:00', localTime(2026, 2, 27, 10)],
    ['3 мая в 10:00', localTime(2026, 5, 3, 10)],
    ['31 декабря 2025 в 10:00', localTime(2025, 12, 31, 10)],
  ])('is told as %s', (told, moment) => {
    expect(formatMoment(moment.toISOString(), now)).toBe(told);
  });

  it('of yesterday is yesterday across the turn of a year too', () => {
    expect(formatMoment(localTime(2025, 12, 31, 8).toISOString(), localTime(2026, 1, 1))).toBe(
      'вчера в 08:00',
    );
  });

  it('is told in one line without odd values, whenever it is', () => {
    const moments = fc.date({ min: new Date(0), max: localTime(2099, 1, 1), noInvalidDate: true });
    fc.assert(
      fc.property(moments, moments, (moment, reader) => {
        expect(formatMoment(moment.toISOString(), reader)).toMatch(/^[а-я\d ]+ в \d\d:\d\d$/);
      }),
    );
  });
});

describe('a day', () => {
  it('is written as Russians write it', () => {
    expect(formatDay('2026-05-12')).toBe('12.05.2026');
  });

  it.each([
    ['2031-01-01', '2031-01-31', '1–31 января 2031'],
    ['2031-05-09', '2031-05-09', '9 мая 2031'],
    ['2031-03-01', '2031-04-05', '1 марта 2031 — 5 апреля 2031'],
    ['2030-12-28', '2031-12-03', '28 декабря 2030 — 3 декабря 2031'],
  ])('and the last one, from %s to %s, are told in words: %s', (from, to, told) => {
    expect(formatDays(from, to)).toBe(told);
  });

  it('of the reader begins at his midnight', () => {
    expect(localDay(localTime(2026, 5, 3))).toBe('2026-05-03');
    expect(localDay(localTime(2026, 12, 31, 23, 59))).toBe('2026-12-31');
  });
});

describe('a duration', () => {
  it.each([
    [0, '0\u00a0с'],
    [59, '59\u00a0с'],
    [60, '1\u00a0мин'],
    [125, '2\u00a0мин 5\u00a0с'],
    [3_599, '59\u00a0мин 59\u00a0с'],
    [5_043, '1\u00a0ч 24\u00a0мин'],
    [21_600, '6\u00a0ч'],
  ])('of %d s is told as %s', (seconds, told) => {
    expect(formatDuration(seconds)).toBe(told);
  });
});

describe('the clock of the spreadsheet', () => {
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  afterEach(() => tellIn(reader));
  const now = new Date('2026-05-20T22:30:00Z');

  it.each([
    ['Asia/Vladivostok', 'сегодня в 08:30', '08:30', '2026-05-21', 0],
    ['Europe/Moscow', 'сегодня в 01:30', '01:30', '2026-05-21', 0],
    ['UTC', 'сегодня в 22:30', '22:30', '2026-05-20', 0],
  ])('of %s tells moments and days, wherever the reader is', (zone, moment, since, day, days) => {
    tellIn(zone);
    const iso = now.toISOString();
    expect([formatMoment(iso, now), formatSince(iso, now), localDay(now), daysSince(iso, now)]).toEqual([
      moment,
      since,
      day,
      days,
    ]);
  });

  it('turns its days at its own midnight', () => {
    tellIn('Europe/Moscow');
    expect(formatMoment('2026-05-20T20:59:00Z', now)).toBe('вчера в 23:59');
    expect(formatSince('2026-05-18T20:59:00Z', now)).toBe('18 мая, 23:59');
    expect(daysSince('2026-05-18T20:59:00Z', now)).toBe(3);
  });

  it.each(['', 'Нигде/Никогда'])('that this browser does not know leaves its own: %j', (zone) => {
    tellIn('UTC');
    tellIn(zone);
    expect(localDay(now)).toBe('2026-05-20');
  });
});
