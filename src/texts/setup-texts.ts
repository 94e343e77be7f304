/** The settings page, first step: the connection to a portal. */
import { OTHER_PERSON } from './person-texts';

export const setupTexts = {
  title: 'Подключение к Bitrix24',
  guide: [
    'Войдите в Bitrix24 от имени сотрудника, которому видны нужные счета (всё видит администратор).',
    'Откройте «Разработчикам» → «Другое» → «Входящий вебхук». На бесплатном тарифе вебхуков нет.',
    'Отметьте одно право: «CRM (crm)». «Пользователи» и другие не нужны.',
    'Скопируйте адрес вебхука и вставьте сюда. Мы сразу его проверим.',
  ],
  next: 'Дальше: период, даты, столбцы и расписание.',
  webhook: 'Адрес вебхука',
  webhookExample: 'https://…/rest/1/…/',
  secrecy: 'Адрес хранится в вашем аккаунте Google, коллегам он не виден.',
  test: 'Проверить',
  testing: 'Проверяем подключение…',
  works: 'Подключение работает',
  fails: 'Подключение не работает',
  replace: 'Заменить',
  keep: 'Оставить прежний',
  disconnect: 'Отключить',
  disconnectSurely: 'Отключить вебхук и обновление по расписанию? Листы останутся как есть.',
  disconnectNo: 'Не отключать',
  disconnected: 'Портал отключён. Чтобы обновлять отчёт, вставьте вебхук.',
  enterWebhook: 'Вставьте адрес вебхука.',
  ownedByOther: (owner: string) => `Владелец подключения: ${owner}.`,
  colleagueMay:
    'Вы можете менять настройки и просить об обновлении: отчёт обновится через подключение владельца. Если это копия таблицы, подключите свой вебхук.',
  useOwn: 'Подключить свой вебхук',
  useOwnEffect: 'Вы станете владельцем подключения. Адрес коллегам не виден.',
  takeOverSurely: (owner: string) =>
    `Отчёт будет обновлять ваш вебхук. ${leaving(owner)} отключится, его вебхук будет удалён. Продолжить?`,
  takeOver: 'Да, подключить мой',
  takeOverNo: 'Нет, оставить прежнее',
  portal: 'Портал',
  user: 'Владелец',
  rights: 'Права',
  noRights: 'нет',
  tooManyRights: 'Отчёту хватает права «CRM»: остальные лучше убрать.',
  sees: 'Доступ',
  seesAll: 'администратор, видны все счета',
  seesOwn: 'только счета, доступные владельцу',
  visible: 'Видно',
  clock: 'Часовой пояс',
} as const;

function leaving(owner: string): string {
  return owner === OTHER_PERSON
    ? 'Подключение другого пользователя'
    : `Прежнее подключение (владелец ${owner})`;
}

/** The drawing of where a portal keeps its webhooks; the keys are named in panel.html. */
export const pictureTexts = {
  description:
    'Схема: в меню «Разработчикам» выберите «Другое» и «Входящий вебхук», отметьте право «CRM (crm)» и скопируйте адрес.',
  developers: 'Разработчикам',
  other: 'Другое',
  inbound: 'Входящий вебхук',
  rights: 'Права доступа',
  crm: 'CRM (crm)',
  address: 'https://…/rest/1/…/',
  copy: 'Копировать',
} as const;

/** What the test of a connection has to say besides the errors of the portal. */
export const connectionTexts = {
  noCrmScope: () => 'У вебхука нет права «CRM». Отметьте его в настройках вебхука на портале.',
  notAdmin: () => 'Вебхук не администратора: в отчёт попадут только счета, которые видны его владельцу.',
  noInvoices: () => 'Вебхук не видит ни одного счёта. Проверьте права его владельца на счета.',
} as const;
