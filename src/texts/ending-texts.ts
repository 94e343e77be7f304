/** How a refresh ends that is not done. A page knows what helps by how these begin, so they stand apart from all others. */
import { failureTexts } from './failure-texts';

/**
 * `time`: the execution's own is up; `limits`: the portal asks for patience; `faults`: what failed is to be asked again;
 * `writing`: all is read, and the sheets would not be written to the end.
 */
export type PauseReason = 'time' | 'limits' | 'faults' | 'writing';

/** What a sentence begins with where several attempts have failed. */
export const GAVE_UP = 'Не удалось несколько раз подряд: повтор только по расписанию или вручную. ';

export const endingTexts = {
  ...failureTexts,
  stalled: (reason: PauseReason) =>
    reason === 'limits'
      ? 'Портал больше часа ограничивает запросы, данные не приходят. Обновите отчёт позже.'
      : 'Данные с портала не приходят больше часа. Обновите отчёт позже.',
  gaveUp: (reason: string) => `${GAVE_UP}${reason}`,
  interrupted: () => 'Обновление прервано платформой. Запустите ещё раз.',
  writingInterrupted: () => 'Запись листов прервалась. Обновите отчёт ещё раз: листы будут записаны заново.',
  /** Instead of a message that would show the webhook's secret. */
  withheld: () =>
    'Портал прислал в ответе секрет вебхука, поэтому сообщение скрыто. Создайте новый вебхук и сохраните его в настройках.',

  /** The owner's own webhook is not where he saved it. */
  webhookGone: () =>
    'Вашего вебхука в настройках больше нет. Откройте в меню «Настройки» и сохраните его ещё раз.',
} as const;
