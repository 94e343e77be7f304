import {
  historyView,
  reconcileText,
  runView,
  savedText,
  statusFacts,
  stoppedSchedule,
} from '../../../src/pages/status-view';
import type { ScheduleHours } from '../../../src/settings/Settings';
import type { Status } from '../../../src/state/status';
import { aRun, aStatus, localTime } from './records';

const now = localTime(2026, 11, 22, 15);
const colleague = { isOwner: false, portal: null, now };
const owner = { ...colleague, isOwner: true };
const at = (hours: number): string => localTime(2026, 11, 22, hours, 5).toISOString();
const told = (change: Partial<Status>, hours: ScheduleHours = 0): Record<string, string> =>
  Object.fromEntries(statusFacts(aStatus(change), hours, now).map(({ name, value }) => [name, value]));

describe('the status', () => {
  it('of a report that nobody has connected says so', () => {
    expect(told({})).toEqual({
      Обновлён: 'ещё не было',
      Запускался: 'ещё не было',
      Расписание: 'выключено',
      Подключение: 'не настроено',
      Версия: '1.2.3',
    });
  });

  it('tells when it succeeded, was tried and will be refreshed', () => {
    const owner = 'Иванова';
    expect(told({ owner, lastSuccess: at(9), lastAttempt: at(14), nextRun: at(18) }, 4)).toMatchObject({
      Обновлён: 'сегодня в 09:05',
      Запускался: 'сегодня в 14:05',
      Расписание: 'каждые 4 часа, следующее обновление сегодня в 18:05',
    });
  });

  it('does not promise a refresh for a time that has passed', () => {
    expect(told({ owner: 'Иванова', nextRun: at(14) }, 1)['Расписание']).toBe(
      'каждый час, следующее обновление в ближайшее время',
    );
  });

  it.each([
    [4, 'Иванова', 'остановлено Google'],
    [0, 'Иванова', 'выключено'],
    [4, null, 'выключено'],
  ] as const)('of %s hours, of %s, without a next refresh is told as: %s', (hours, owner, said) => {
    expect(told({ owner, lastAttempt: at(2) }, hours)['Расписание']).toBe(said);
  });

  it('tells whose connection it is', () => {
    expect(told({ owner: 'Иванова', isOwner: false })['Подключение']).toBe('Иванова');
    expect(told({ owner: 'Иванова', isOwner: true })['Подключение']).toBe('ваше');
  });

  it('tells who waits for a refresh since when', () => {
    const waiting = { briefOnly: false, at: at(14), by: 'другой пользователь' };
    expect(told({ waiting })['Запрос коллеги']).toBe('сегодня в 14:05, другой пользователь');
  });
});

describe('the comparison with the portal', () => {
  it('is told with when it was at work and what it found, and not before the first', () => {
    const reconcile = { at: localTime(2026, 11, 9, 14, 5).toISOString(), rounds: 3, differences: 1_200 };
    expect(reconcileText(aStatus({ reconcile }))).toBe(
      'Сверка: 09.11\u00a014:05, расхождений\u00a01\u00a0200',
    );
    expect(reconcileText(aStatus())).toBe('');
  });
});

describe('a past run', () => {
  it('that went well shows when, how, by whom, how long and what the cache saved', () => {
    const startedAt = at(14);
    const finishedAt = new Date(Date.parse(startedAt) + 72_000).toISOString();
    expect(runView(aRun({ startedAt, finishedAt }), colleague)).toEqual({
      tone: 'good',
      state: 'готово',
      when: 'сегодня в 14:05',
      message: 'Готово: 120 счетов на сумму 1\u00a0200,00\u00a0₽, все оплачены. Строк с товарами: 480.',
      notices: [],
      details: 'по расписанию · Иванова Мария · 1\u00a0мин 12\u00a0с',
    });
  });

  it('shows how the portal was read', () => {
    const message = 'Готово: 2 счёта. Чтение изменений: просмотрено счетов\u00a051, запросов\u00a04.';
    expect(runView(aRun({ message }), colleague)).toMatchObject({
      message: 'Готово: 2 счёта.',
      details:
        'по расписанию · Иванова Мария · 1\u00a0мин 12\u00a0с · чтение изменений: просмотрено счетов\u00a051, запросов\u00a04',
    });
  });

  it('that failed says who wanted it, and nothing of what it asked', () => {
    const run = aRun({
      state: 'failed',
      message: 'Сбой.',
      how: 'menu',
      finishedAt: null,
      hits: 0,
      requests: 1,
    });
    expect(runView(run, colleague)).toMatchObject({
      tone: 'bad',
      state: 'ошибка',
      details: 'из меню · Иванова Мария',
    });
  });

  it('shows the whole of its message, however long the server lets it be', () => {
    const message = 'Причина. '.repeat(60).trim();
    expect(runView(aRun({ message }), colleague).message).toBe(message);
  });

  it('tells all remarks on its report, their invoices linked', () => {
    const remark = (id: number): string => `Строки счёта № С-${id} (id ${id}) недоступны.`;
    const shown = (id: number) => [
      'Строки счёта ',
      { text: `№ С-${id}`, href: `https://p.bitrix24.ru/crm/type/31/details/${id}/` },
      ' недоступны.',
    ];
    const run = aRun({ message: ['Готово.', ...[1, 2, 3, 4, 5, 6, 7].map(remark)].join('\n') });
    expect(runView(run, { ...owner, portal: 'https://p.bitrix24.ru' })).toMatchObject({
      message: 'Готово.',
      notices: [1, 2, 3, 4, 5, 6, 7].map(shown),
    });
    const [first] = runView(run, colleague).notices;
    expect(first).toEqual(['Строки счёта № С-1 недоступны.']);
  });
});

describe('the history', () => {
  it('tells the owner that a colleague asked, not that he did himself', () => {
    const run = aRun({ how: 'request', finishedAt: null });
    expect(runView(run, owner).details).toBe('по запросу коллеги');
    expect(runView(run, colleague).details).toBe('по запросу');
  });

  it('tells who changed which settings when, in its place among the runs', () => {
    const runs = [
      aRun({ startedAt: null, finishedAt: null, state: 'failed', message: 'Остановлено.' }),
      aRun({ startedAt: at(14), message: 'Готово: 63 счёта.' }),
      aRun({ startedAt: at(10), message: 'Готово: 268 счетов.' }),
    ];
    const changes = [
      { at: at(12), by: 'другой пользователь', names: ['period', 'webhookUrl'] as const },
      { at: at(8), by: 'вы', names: ['scheduleHours'] as const },
    ];
    const views = historyView(runs, changes, owner);
    expect(views.map(({ message }) => message)).toEqual([
      'Остановлено.',
      'Готово: 63 счёта.',
      'Изменено: период, подключение.',
      'Готово: 268 счетов.',
      'Изменено: расписание.',
    ]);
    expect(views[2]).toEqual({
      tone: 'quiet',
      state: 'настройки',
      when: 'сегодня в 12:05',
      message: 'Изменено: период, подключение.',
      notices: [],
      details: 'другой пользователь',
    });
  });
});

describe('a schedule that nothing follows any more', () => {
  const owner = 'Иванова';
  const stopped = (change: Partial<Status>, hours: ScheduleHours = 4) =>
    stoppedSchedule(aStatus({ owner, lastSuccess: at(8), lastAttempt: at(9), ...change }), hours, now);

  it('is told with the time at which it should have refreshed', () => {
    expect(stopped({})).toEqual({ since: at(13), lastSuccess: at(8), owner });
  });

  it.each([
    ['whose time is still to come', { lastAttempt: at(14) }],
    ['that never refreshed', { lastAttempt: null }],
  ])('and %s has no such time', (_, change) => {
    expect(stopped(change)?.since).toBeNull();
  });

  it('is no schedule that is off, that goes on, or that nobody is connected for', () => {
    expect([stopped({}, 0), stopped({ nextRun: at(18) }), stopped({ owner: null })]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('settings that are saved', () => {
  const saved = (scheduleHours: ScheduleHours, nextRun: string | null) =>
    savedText({ scheduleHours }, { nextRun }, now);

  it('promise the next refresh where there is a schedule', () => {
    expect(saved(4, at(18))).toBe('Настройки сохранены. Следующее обновление сегодня в 18:05.');
    expect(saved(4, at(9))).toBe('Настройки сохранены. Следующее обновление в ближайшее время.');
    expect([saved(0, at(18)), saved(4, null)]).toEqual(['Настройки сохранены.', 'Настройки сохранены.']);
  });
});
