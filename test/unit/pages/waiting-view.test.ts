/** A request that waits, and one that would not be taken, as the owner and a colleague see them. */
import { refreshView } from '../../../src/pages/refresh-view';
import { NOTHING_WATCHED, type Watched } from '../../../src/pages/RefreshWatch';
import type { Progress } from '../../../src/state/run';
import { aProgress, localTime } from './records';

const now = localTime(2026, 11, 22, 15);
const finishedAt = localTime(2026, 11, 22, 14, 6).toISOString();
const done = { state: 'done', finishedAt, message: 'Итог.' } as const;
const colleague = {
  isConnected: true,
  isOwner: false,
  portal: null,
  waiting: null,
  refusal: null,
  runs: [],
  stopped: null,
  now,
};
const owner = { ...colleague, isOwner: true };

const watched = (progress: Partial<Progress>, change: Partial<Watched> = {}): Watched => ({
  ...NOTHING_WATCHED,
  progress: aProgress(progress),
  ...change,
});

describe('a page', () => {
  it('shows a request that still waits, which can be taken back, unless its answer tells more of it', () => {
    const viewer = { ...colleague, waiting: { at: finishedAt, briefOnly: false } };
    expect(refreshView(watched(done), viewer)).toMatchObject({
      details: [
        'Итог.',
        'Запрос на обновление принят сегодня в 14:06. Отчёт обновится через подключение владельца.',
      ],
      ...{ canStart: false, canCancel: true, cancel: 'Отозвать запрос' },
    });
    const ofBrief = { ...viewer, waiting: { at: finishedAt, briefOnly: true } };
    expect(refreshView(watched(done), ofBrief)).toMatchObject({ canStart: true, start: 'Обновить отчёт' });
    const queued = watched(done, { notice: 'Не позже 15:05.', answer: 'queued' });
    expect(refreshView(queued, viewer).details).toEqual(['Итог.', 'Не позже 15:05.']);
  });

  it('asks the owner whether what a colleague wishes is to be, and tells him nothing of himself', () => {
    const view = refreshView(watched({ ...done, state: 'cancelled' }), {
      ...owner,
      waiting: { at: finishedAt, briefOnly: false },
    });
    expect(view).toMatchObject({
      headline: 'Отменено сегодня в 14:06',
      details: ['Итог.', 'Ждёт запрос коллеги, оставлен сегодня в 14:06.'],
      ...{ canStart: true, canCancel: true, start: 'Выполнить', cancel: 'Отклонить' },
    });
  });

  it('says at once why a request would not be taken, and does not say it twice', () => {
    const viewer = { ...colleague, refusal: 'Подключение не работает.' };
    const failed = { ...done, state: 'failed', message: 'Портал не принял вебхук. Создайте новый.' } as const;
    const told = ['Портал не принял вебхук.', viewer.refusal];
    expect(refreshView(watched(failed), viewer).details).toEqual(told);
    const refused = watched(failed, { notice: viewer.refusal, answer: 'refused' });
    expect(refreshView(refused, viewer).details).toEqual(told);
  });
});
