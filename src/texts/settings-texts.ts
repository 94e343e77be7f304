/** What the settings say to their user: each text is one sentence with what is wrong and what to do. */
import { PERIOD_PRESETS } from '../domain/period';

/** Who anyone but the owner of the connection is to the others, and the owner until his name is known. */
export const OTHER_PERSON = 'другой пользователь';
/** The owner to himself until then. */
export const YOU = 'вы';

export const settingsTexts = {
  notAnObject: 'Настройки должны быть одним объектом JSON: проверьте файл настроек.',
  unknownKey: 'Такой настройки нет: уберите её или проверьте написание.',

  webhookNotText: 'Вебхук должен быть текстом: вставьте адрес, скопированный из Bitrix24.',
  webhookTooLong: 'Адрес вебхука слишком длинный: скопируйте его из Bitrix24 ещё раз.',
  webhookCharacters: 'В адресе вебхука есть лишние знаки или пробелы: скопируйте его из Bitrix24 ещё раз.',
  webhookMixedHost: 'В имени портала смешаны кириллица и латиница: скопируйте вебхук из Bitrix24 ещё раз.',
  webhookScheme: 'Адрес вебхука должен начинаться с https://: скопируйте его из Bitrix24 целиком.',
  webhookPlainHttp:
    'По адресу http:// вебхук виден посторонним: укажите адрес, который начинается с https://.',
  webhookUserInfo:
    'В адресе вебхука не должно быть знака «@» перед порталом: скопируйте его из Bitrix24 ещё раз.',
  webhookQuery: 'В адресе вебхука не должно быть знаков «?» и «#»: уберите их и всё, что стоит дальше.',
  webhookHost: 'Адрес портала в вебхуке записан неверно: скопируйте вебхук из Bitrix24 ещё раз.',
  webhookPort: 'Порт в адресе вебхука должен быть числом от 1 до 65\u00a0535: исправьте или уберите его.',
  webhookMask: 'Адрес со звёздочками не совпадает с сохранённым вебхуком: вставьте вебхук целиком.',
  webhookPath:
    'Адрес вебхука должен иметь вид https://портал/rest/1/секрет/: скопируйте его из Bitrix24 целиком.',

  periodShape: 'Период должен быть объектом только с полями preset, from и to: исправьте его.',
  periodPreset: `Такого периода нет: укажите ${PERIOD_PRESETS.slice(0, -1).join(', ')} или ${PERIOD_PRESETS.slice(-1).join()}.`,
  customDates: 'Начало и конец периода должны быть датами вида ГГГГ-ММ-ДД: укажите обе.',
  customOrder: 'Начало периода позже его конца: поменяйте даты местами.',

  periodField:
    'По этому полю нельзя отбирать счета: укажите BEGINDATE, CLOSEDATE или пользовательское поле с датой (UF_…).',
  dateField: 'Это поле не подходит: укажите пользовательское поле с датой (UF_…) или ничего не указывайте.',
  boolean: 'Здесь возможны только значения true и false: включите или выключите настройку.',
  cacheTtlSeconds: 'Срок хранения кэша должен быть целым числом секунд от 0 до 21\u00a0600: исправьте его.',
  scheduleHours:
    'Интервал обновления может быть 0, 1, 2, 4, 6, 8, 12 или 24 часа: выберите одно из этих чисел.',
} as const;
