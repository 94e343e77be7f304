/** What a page offers against a failed refresh. */
import { PRODUCT_NAME } from './menu-texts';

export const remedyTexts = {
  own: 'Подключить свой вебхук',
  trigger: 'Включить снова',
  webhook: 'Вставить новый вебхук',
  settings: 'Открыть настройки',
  again: 'Повторить',
  admin: 'Скопировать для администратора',
  copiedLabel: 'Текст для администратора',
  /**
   * What is sent to the portal's administrator.
   *
   * @param host of the portal, null where this person does not get it
   */
  forAdmin: (sentence: string, host: string | null, methods: readonly string[]) =>
    [
      `Отчёт «${PRODUCT_NAME}» в Google Таблицах не обновляется.`,
      `Причина: ${sentence}`,
      ...(host === null ? [] : [`Портал: ${host}`]),
      'Вебхуку нужно одно право: «CRM (crm)». Отчёт только читает данные.',
      `Методы: ${methods.join(', ')}`,
    ].join('\n'),
} as const;
