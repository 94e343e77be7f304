/**
 * What the add-on says when a refresh or a test of the connection cannot go on: what happened and what to
 * do. Nothing of a portal's answer or the platform's message comes in but what a function here takes.
 */

import { quoted } from './russian';

/** What of the CRM was asked for. */
export type Readable =
  'invoices' | 'rows' | 'links' | 'requisites' | 'companies' | 'contacts' | 'stages' | 'fields' | 'profile';

/** Accusative: «читать …». */
const READABLE: Readonly<Record<Readable, string>> = {
  invoices: 'счета',
  rows: 'товары в счетах',
  links: 'связи счетов с реквизитами',
  requisites: 'реквизиты',
  companies: 'компании',
  contacts: 'контакты',
  stages: 'стадии счетов',
  fields: 'поля счетов',
  profile: 'профиль пользователя',
};

/** The only form in which an answer's error code may be shown. */
const SHOWABLE_CODE = /^[A-Z0-9_]{1,40}$/;

/** What a host with a port is made of; a longer one would not fit the sentence. */
const SHOWABLE_HOST = /^[A-Za-z0-9._:[\]-]{1,80}$/;

export const errorTexts = {
  credentials: () =>
    'Портал не принял вебхук: он удалён, отключён, заблокирован, просрочен или его владельцу не хватает прав. Создайте вебхук от имени сотрудника с нужными правами и сохраните его в настройках.',

  /** A refusal of the authorisation family that the documentation does not know. */
  unauthorized: () =>
    'Портал не подтвердил доступ вебхука. Обновите отчёт позже; если не поможет, создайте новый вебхук и сохраните его в настройках.',

  /** A refusal in a text or a page for people: of a web server, a shield before it, or a portal that is gone. */
  blocked: (status: number) =>
    `Портал или защита перед ним отклонили запрос (код ответа ${status}). Проверьте, что портал открывается, и попросите его администратора разрешить запросы вебхука.`,

  confirmWaiting: () =>
    'Запросы вебхука ждут подтверждения на портале. Попросите администратора портала подтвердить их и обновите отчёт.',

  confirmDenied: () =>
    'Администратор портала запретил запросы вебхука. Попросите его разрешить их или сохраните в настройках другой вебхук.',

  userInactive: () =>
    'Учётная запись владельца вебхука на портале отключена. Создайте вебхук от имени работающего сотрудника и сохраните его в настройках.',

  scope: () => 'У вебхука нет доступа к CRM. Отметьте право «CRM» в настройках вебхука на портале.',

  subscription: () =>
    'Тариф портала не даёт доступа к REST API. Оплатите тариф или подписку на Маркет и обновите отчёт.',

  accessDenied: (what: Readable) =>
    `У владельца вебхука нет права читать ${READABLE[what]}. Попросите администратора портала выдать это право.`,

  overload: () =>
    'Bitrix24 заблокировал запросы к порталу из-за перегрузки. Обратитесь в поддержку Bitrix24.',

  /** On a boxed portal the same code says that its public part is closed for a while. */
  portalClosed: () =>
    'Портал временно закрыт или удалён. Обновите отчёт позже; если не поможет, проверьте адрес портала и сохраните в настройках новый вебхук.',

  portalDeleted: () => 'Портал закрыт или удалён. Проверьте его адрес и сохраните в настройках новый вебхук.',

  httpsRequired: () =>
    'Портал принимает запросы только по HTTPS. Сохраните в настройках вебхук, который начинается с https://.',

  intranetOnly: () =>
    'Портал отвечает только сотрудникам компании, а владелец вебхука — внешний пользователь. Сохраните в настройках вебхук сотрудника.',

  invoicesOff: () =>
    'На портале не включены смарт-счета. Попросите администратора портала включить их в настройках CRM.',

  methodNotFound: (method: string) =>
    `На портале нет метода ${method}. Проверьте адрес вебхука; если портал коробочный, обновите его.`,

  /** `code` as the portal sent it; shown only if it is one of `[A-Z0-9_]`. */
  argument: (code: string, method: string) =>
    `Портал отклонил параметры метода ${method}${shownCode(code)}. Проверьте поля в настройках отчёта.`,

  /** The same of a method that no setting has any say in. */
  refused: (code: string, method: string) =>
    `Портал отказался выполнить метод ${method}${shownCode(code)}. Обновите отчёт ещё раз; если не поможет, обратитесь к администратору портала.`,

  rateLimit: () => 'Портал отклоняет запросы: их слишком много. Подождите несколько минут и обновите отчёт.',

  operatingLimit: () =>
    'Вебхук исчерпал время, которое портал отводит на запросы. Подождите 10 минут и обновите отчёт.',

  serverError: (status: number) =>
    `На портале произошёл сбой (код ответа ${status}). Обновите отчёт через несколько минут.`,

  /** `host` as the portal sent it, with its port; shown only if it looks like one. */
  redirect: (host: string) =>
    `Портал направляет запросы на ${shownHost(host)}. Если он переехал, сохраните в настройках вебхук с новым адресом.`,

  redirectToHttp: () =>
    'Портал направляет запросы на незащищённый адрес http://. Попросите администратора портала исправить перенаправление.',

  redirectLoop: () => 'Портал направляет запросы по кругу. Проверьте адрес вебхука в настройках.',

  unreachable: () => 'Не удалось связаться с порталом. Убедитесь, что он открывается, и обновите отчёт.',

  dns: () => 'Портала с таким адресом нет. Проверьте адрес вебхука в настройках.',

  timeout: () => 'Портал не ответил вовремя. Обновите отчёт через несколько минут.',

  tls: () =>
    'Сертификат безопасности портала недействителен. Попросите администратора портала обновить сертификат.',

  tooLarge: () =>
    'Ответ портала больше, чем принимает Google. Выберите в настройках период короче и обновите отчёт.',

  notJson: () =>
    'Вместо данных портал прислал веб-страницу. Обновите отчёт позже; если не поможет, проверьте адрес вебхука.',

  brokenJson: () => 'Ответ портала пришёл не полностью или повреждён. Обновите отчёт ещё раз.',

  badAnswer: (method: string) =>
    `Портал прислал непонятный ответ (метод ${method}). Обновите отчёт ещё раз; если не поможет, обратитесь к администратору портала.`,

  fieldGone: (field: string) => `Поля ${field} на портале больше нет. Выберите в настройках другое поле.`,

  fieldNotDate: (field: string) =>
    `Поле ${quoted(field)} хранит не дату или несколько дат сразу. Выберите в настройках другое поле.`,

  fieldNotSum: (field: string) =>
    `Поле ${quoted(field)} хранит не число или несколько чисел сразу. Выберите в настройках другое поле.`,

  fieldNotShown: (field: string) =>
    `Поле ${quoted(field)} нельзя вывести в столбец. Уберите его в настройках.`,

  invisible: () => 'Вебхук больше не видит ни одного счёта. Проверьте права его владельца.',

  quota: () => 'Дневной лимит запросов Google исчерпан. Обновите отчёт завтра.',

  busyGoogle: () => 'Google временно ограничил обмен данными с порталом. Подождите час и обновите отчёт.',

  googleFailed: () => 'На стороне Google произошёл сбой. Обновите отчёт через несколько минут.',

  forbiddenHost: () =>
    'Администратор вашей организации запретил отчёту обращаться к порталу. Попросите его разрешить в Google Workspace адрес портала.',

  /** The manifest's own list, not the organisation's. */
  notListed: () =>
    'Скрипту разрешены не все адреса, и портала среди них нет. Попросите того, кто устанавливал отчёт, разрешить скрипту адрес портала.',

  permission: () =>
    'Google просит разрешить доступ. Выберите в меню «Обновить отчёт» и отметьте в окне Google все пункты.',

  noConnection: () => 'Подключение к Bitrix24 не настроено. Откройте в меню «Настройки» и сохраните вебхук.',
} as const;

export type ErrorTextCode = keyof typeof errorTexts;

function shownCode(code: string): string {
  return SHOWABLE_CODE.test(code) ? ` (ошибка ${code})` : '';
}

function shownHost(host: string): string {
  return SHOWABLE_HOST.test(host) ? host : 'другой адрес';
}
