import { historyView, runView, statusFacts } from '../../../src/pages/status-view';
import type { Status } from '../../../src/state/status';
import { aRun, aStatus, localTime } from './records';

const now = localTime(2026, 11, 22, 15);
const colleague = { isOwner: false, portal: null, now };
const owner = { ...colleague, isOwner: true };
const at = (hours: number): string => localTime(2026, 11, 22, hours, 5).toISOString();
const told = (change: Partial<Status>): Record<string, string> =>
  Object.fromEntries(statusFacts(aStatus(change), now).map(({ name, value }) => [name, value]));

describe('the status', () => {
  it('of a report that nobody has connected says so', () => {
    expect(told({})).toEqual({
      Обновлён: 'ещё не было',
      Запускался: 'ещё не было',
      'По расписанию': 'не запланировано',
      Подключение: 'не настроено',
      Версия: '1.2.3',
    });
  });

  it('tells when it succeeded, was tried and will run', () => {
    expect(told({ lastSuccess: at(9), lastAttempt: at(14), nextRun: at(18) })).toMatchObject({
      Обновлён: 'сегодня в 09:05',
      Запускался: 'сегодня в 14:05',
      'По расписанию': 'сегодня в 18:05',
    });
  });

  it('does not promise a run for a time that has passed', () => {
    expect(told({ nextRun: at(14) })['По расписанию']).toBe('в ближайшее время');
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
      moreNotices: [],
      details: 'по расписанию · Иванова Мария · 1\u00a0мин 12\u00a0с',
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

  it('shows the first of its remarks at once and the others on demand, their invoices linked', () => {
    const remark = (id: number): string => `Строки счёта № С-${id} (id ${id}) недоступны.`;
    const shown = (id: number) => [
      'Строки счёта ',
      { text: `№ С-${id}`, href: `https://p.bitrix24.ru/crm/type/31/details/${id}/` },
      ' недоступны.',
    ];
    const run = aRun({ message: ['Готово.', ...[1, 2, 3, 4, 5, 6, 7].map(remark)].join('\n') });
    expect(runView(run, { ...owner, portal: 'https://p.bitrix24.ru' })).toMatchObject({
      message: 'Готово.',
      notices: [1, 2, 3, 4, 5].map(shown),
      moreNotices: [6, 7].map(shown),
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
      moreNotices: [],
      details: 'другой пользователь',
    });
  });
});
