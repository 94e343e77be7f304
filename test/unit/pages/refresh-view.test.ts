import { refreshView } from '../../../src/pages/refresh-view';
import { NOTHING_WATCHED, type Watched } from '../../../src/pages/RefreshWatch';
import type { Progress } from '../../../src/state/run';
import { aProgress, aRun, localTime } from './records';

const now = localTime(2026, 11, 22, 15);
const PORTAL = 'https://example.bitrix24.ru';
const owner = {
  isConnected: true,
  isOwner: true,
  portal: PORTAL,
  waiting: null,
  refusal: null,
  runs: [],
  stopped: null,
  now,
};
const colleague = { ...owner, isOwner: false, portal: null };

const watched = (progress: Partial<Progress> | null, change: Partial<Watched> = {}): Watched => ({
  ...NOTHING_WATCHED,
  progress: progress === null ? null : aProgress(progress),
  ...change,
});

const finishedAt = localTime(2026, 11, 22, 14, 6).toISOString();
const running = {
  state: 'running',
  phase: 'rows',
  done: 240,
  total: 1200,
  requests: 34,
  cacheHits: 5,
} as const;

describe('a refresh that never took place', () => {
  it('can be started where there is a connection', () => {
    expect(refreshView(watched({}), owner)).toMatchObject({
      headline: 'Отчёт ещё не обновлялся',
      canStart: true,
      canCancel: false,
      bar: null,
    });
  });

  it('cannot be started without a connection, and the page says why', () => {
    const view = refreshView(watched({}), { ...owner, isConnected: false });
    expect(view).toMatchObject({ canStart: false, details: ['Сначала подключите портал в настройках.'] });
  });
});

describe('a refresh that is being started', () => {
  it('shows that something goes on, before the server tells of it', () => {
    const view = refreshView(watched({ state: 'done', finishedAt }, { isStarting: true }), owner);
    expect(view).toMatchObject({ headline: 'Запускаем обновление', bar: 'unknown', canStart: false });
  });
});

describe('a refresh under way', () => {
  it('shows phase, bar, counts and a way to end it, and what it costs for who wants to know', () => {
    expect(refreshView(watched(running, { share: 0.4 }), owner)).toEqual({
      tone: 'busy',
      headline: 'Читаем товары',
      details: [],
      notices: [],
      allNotices: [],
      bar: 0.4,
      counts: ['240 из 1\u00a0200 счетов'],
      more: ['Отправлено: 34 запроса', 'Взято из кэша: 5 ответов'],
      canStart: false,
      canCancel: true,
      start: 'Обновить отчёт',
      cancel: 'Отменить',
    });
  });

  it.each([
    [0, []],
    [1, ['Найден 1 счёт']],
    [2200, ['Найдено 2\u00a0200 счетов']],
  ])(
    'whose list is read has a bar without a value, and tells of %d invoices that they were found',
    (total, counts) => {
      const reading = { ...running, phase: 'list', done: 0, total } as const;
      expect(refreshView(watched(reading), owner)).toMatchObject({ bar: 'unknown', counts });
      const again = refreshView(watched(reading, { share: 0.4 }), owner);
      expect(again).toMatchObject({ bar: 0.4, counts });
    },
  );

  it('says so while the list is that of unpaid invoices outside the period', () => {
    const reading = { ...running, phase: 'list', readsOlder: true } as const;
    const { headline, bar } = refreshView(watched(reading, { share: 0.4 }), owner);
    expect([headline, bar]).toEqual(['Читаем неоплаченные счета вне периода', 0.4]);
  });

  it.each([
    [59, 'Осталось меньше минуты'],
    [60, 'Осталось около 1\u00a0мин'],
    [95, 'Осталось около 1,5\u00a0мин'],
    [440, 'Осталось около 7\u00a0мин'],
    [1400, 'Осталось около 25\u00a0мин'],
    [5000, 'Осталось около 1\u00a0ч 25\u00a0мин'],
  ])('with %d s to go says so, unless it is being ended', (secondsLeft, told) => {
    const known = { share: 0.4, secondsLeft };
    expect(refreshView(watched(running, known), owner).counts).toContain(told);
    const ending = refreshView(watched(running, { ...known, isCancelling: true }), owner);
    expect(ending.counts).not.toContain(told);
  });

  it('never has more done than there is', () => {
    const view = refreshView(watched({ ...running, done: 1300 }, { share: 0.9 }), owner);
    expect(view.counts).toEqual(['1\u00a0200 из 1\u00a0200 счетов']);
  });

  it.each([
    [0, 'Запускаем обновление'],
    [34, 'Продолжаем обновление'],
  ])('with %d requests and no phase yet is begun or gone on with', (requests, headline) => {
    const begun = { ...running, phase: null, requests };
    expect(refreshView(watched(begun), owner).headline).toBe(headline);
  });

  it('is shown as being cancelled once that was asked for, and cannot be cancelled twice', () => {
    const view = refreshView(watched(running, { isCancelling: true }), owner);
    expect(view).toMatchObject({ headline: 'Отменяем обновление', canCancel: false });
  });

  it('shows an answer beside it, such as that of somebody else’s refresh', () => {
    expect(refreshView(watched(running, { notice: 'Занято.' }), colleague).details).toEqual(['Занято.']);
  });
});

describe('a paused refresh', () => {
  const paused = { ...running, state: 'paused', phase: null, message: 'Продолжится само.' } as const;

  it('tells its owner that the open page goes on with it', () => {
    const view = refreshView(watched(paused), owner);
    expect(view).toMatchObject({ headline: 'Обновление приостановлено', canStart: false, canCancel: true });
    expect(view.details).toEqual([
      'Обновление идёт частями. Пока панель открыта, оно продолжится без перерыва.',
    ]);
  });

  it('tells a colleague what the server says', () => {
    expect(refreshView(watched(paused), colleague).details).toEqual(['Продолжится само.']);
  });

  it('is going on when the page has asked for that', () => {
    const view = refreshView(watched(paused, { isStarting: true }), owner);
    expect(view.headline).toBe('Продолжаем обновление');
  });
});

describe('a refresh that has ended', () => {
  it.each([
    ['done', 'good', 'Обновлено сегодня в 14:06'],
    ['failed', 'bad', 'Не удалось обновить: сегодня в 14:06'],
    ['cancelled', 'quiet', 'Отменено сегодня в 14:06'],
  ] as const)('as %s says so in its tone and when', (state, tone, headline) => {
    const view = refreshView(watched({ state, finishedAt, message: 'Итог.' }), owner);
    expect(view).toMatchObject({ tone, headline, details: ['Итог.'], canStart: true, canCancel: false });
  });

  it('as done shows how long it took, and what needs a look with links for who knows the portal', () => {
    const progress = {
      state: 'done',
      startedAt: localTime(2026, 11, 22, 14, 5).toISOString(),
      finishedAt,
      cacheHits: 5,
      message: 'Готово.\nСтроки счёта № 7 (id 9) недоступны.',
    } as const;
    const href = 'https://example.bitrix24.ru/crm/type/31/details/9/';
    expect(refreshView(watched(progress), owner)).toMatchObject({
      details: ['Готово.'],
      counts: [],
      more: ['Заняло 1\u00a0мин', 'Взято из кэша: 5 ответов'],
      notices: [['Строки счёта ', { text: '№ 7', href }, ' недоступны.']],
    });
    expect(refreshView(watched(progress), colleague).notices).toEqual([['Строки счёта № 7 недоступны.']]);
  });

  it.each([
    [localTime(2026, 11, 22, 14, 6), 'good', 'Обновлено сегодня в 14:06'],
    [localTime(2026, 11, 21, 14, 6), 'good', 'Обновлено вчера в 14:06'],
    [localTime(2026, 11, 21, 12, 59), 'quiet', 'Обновлено вчера в 12:59'],
    [localTime(2026, 11, 20, 23, 59), 'quiet', 'Обновлено 20 ноября в 23:59, 2 дня назад'],
    [localTime(2026, 11, 16, 9), 'quiet', 'Обновлено 16 ноября в 09:00, 6 дней назад'],
    [localTime(2026, 11, 15, 23), 'old', 'Обновлено 15 ноября в 23:00, 7 дней назад'],
  ])('at %s is good news for a day, and a warning after a week', (moment, tone, headline) => {
    const done = { state: 'done', finishedAt: moment.toISOString(), message: 'Итог.' } as const;
    expect(refreshView(watched(done), owner)).toMatchObject({ tone, headline });
  });

  describe('whose message tells only some of its notices', () => {
    const startedAt = localTime(2026, 11, 22, 14, 5).toISOString();
    const all = ['Строки счёта id 7 недоступны.', 'Строки счёта id 8 недоступны.'];
    const message = `Готово.\n${all[0]}\nИ ещё 1 замечание — в «Состоянии».`;
    const done = { state: 'done', startedAt, finishedAt, message } as const;
    const viewOf = (message: string, at = startedAt) =>
      refreshView(watched(done), { ...colleague, runs: [aRun({ startedAt: at, message })] });

    it('shows all of them on demand, once the history tells them', () => {
      expect(viewOf(`Готово.\n${all.join('\n')}`)).toMatchObject({
        notices: [[all[0]]],
        allNotices: all.map((notice) => [notice]),
      });
    });

    it('shows what it has where the history has no more', () => {
      const shown = { notices: [[all[0]], ['И ещё 1 замечание — в «Состоянии».']], allNotices: [] };
      for (const view of [
        viewOf('Готово.'),
        viewOf(message),
        viewOf(`Готово.\n${all.join('\n')}`, finishedAt),
      ])
        expect(view).toMatchObject(shown);
    });
  });

  it('without an end, as when the platform broke it off, is told by its start', () => {
    const view = refreshView(watched({ state: 'failed', startedAt: finishedAt }), owner);
    expect(view.headline).toBe('Не удалось обновить: сегодня в 14:06');
  });

  it('shows what the last answer to the reader was as well', () => {
    const view = refreshView(
      watched({ state: 'done', finishedAt, message: 'Итог.' }, { notice: 'Ждёт.' }),
      owner,
    );
    expect(view.details).toEqual(['Итог.', 'Ждёт.']);
  });
});

describe('a schedule that Google has stopped', () => {
  const stopped = {
    since: localTime(2026, 11, 21, 16, 26).toISOString(),
    lastSuccess: localTime(2026, 11, 21, 12, 26).toISOString(),
    owner: 'Анна Смирнова',
  };
  const done = { state: 'done', finishedAt, message: 'Итог.' } as const;
  const LAST = 'Последний отчёт: вчера в 12:26.';

  it.each([['done'], ['failed'], ['cancelled'], ['idle']] as const)(
    'is told instead of how the last refresh ended: %s',
    (state) => {
      expect(refreshView(watched({ ...done, state }), { ...owner, stopped })).toMatchObject({
        tone: 'bad',
        headline: 'Расписание остановлено с 21 ноября, 16:26',
        details: [
          LAST,
          'Google больше не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, включите его снова.',
        ],
        canStart: true,
      });
    },
  );

  it.each([
    ['Анна Смирнова', 'Сообщите владельцу: Анна Смирнова.'],
    ['другой пользователь', 'Сообщите владельцу подключения.'],
  ])('sends a colleague to its owner: %s', (name, advice) => {
    const view = refreshView(watched(done), { ...colleague, stopped: { ...stopped, owner: name } });
    expect(view.details).toEqual([LAST, `Google больше не запускает обновление. ${advice}`]);
  });

  it('before its time has come, and without any report, says so much', () => {
    const view = refreshView(watched({}), {
      ...owner,
      stopped: { ...stopped, since: null, lastSuccess: null },
    });
    expect([view.headline, view.details.length]).toEqual(['Расписание остановлено', 1]);
  });

  it('is not told while a refresh is under way', () => {
    expect(refreshView(watched(running), { ...owner, stopped }).headline).toBe('Читаем товары');
  });
});
