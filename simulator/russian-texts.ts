/**
 * The second language of exceptions: what a user with a Russian account reads. Google's wording is not published;
 * what matters is that no English word is left for a script to match, while addresses and names stay.
 */

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^Argument too large: (.*)$/, 'Слишком большой аргумент: $1'],
  [/^Invalid argument: (.*)$/s, 'Недопустимый аргумент: $1'],
  [/^Address unavailable: (.*)$/s, 'Адрес недоступен: $1'],
  [/^DNS error: (.*)$/s, 'Ошибка DNS: $1'],
  [/^SSL Error (.*)$/s, 'Ошибка SSL $1'],
  [
    /^Request to (\S+) failed because the URL has not been whitelisted .*$/,
    'Не удалось выполнить запрос к $1: этого адреса нет в белом списке манифеста скрипта.',
  ],
  [/^Timeout: (.*)$/s, 'Время ожидания истекло: $1'],
  [/^Unexpected error: (.*)$/s, 'Непредвиденная ошибка: $1'],
  [/^Script function not found: (.*)$/, 'Функция скрипта не найдена: $1'],
  [/^Lock timeout: .*$/, 'Время ожидания блокировки истекло: её слишком долго удерживал другой процесс.'],
  [/^Cannot call SpreadsheetApp\.getUi\(\) .*$/, 'Нельзя вызвать SpreadsheetApp.getUi() из этого контекста.'],
  [/^Exceeded maximum execution time$/, 'Превышено максимальное время выполнения'],
  [
    /^Authorization is required to perform that action\. .*$/,
    'Для выполнения этого действия нужна авторизация. Запустите скрипт ещё раз, чтобы предоставить доступ.',
  ],
  [
    /^There are too many scripts running .*$/,
    'Одновременно выполняется слишком много скриптов этого аккаунта Google.',
  ],
  [/^This script has too many triggers\. .*$/, 'У скрипта слишком много триггеров. Удалите лишние.'],
  [/^The value you passed to (\w+) was invalid$/, 'Недопустимое значение для $1'],
  [/^Service using too much computer time for one day$/, 'Служба использовала слишком много времени за день'],
  [
    /^The parameters \((.*)\) don't match the method signature for (\S+)\.$/,
    'Параметры ($1) не соответствуют сигнатуре метода $2.',
  ],
  [
    /^The number of (rows|columns) in the data does not match .* The data has (\d+) but the range has (\d+)\.$/,
    'Размер данных не соответствует размеру диапазона: $2 и $3.',
  ],
  [/^Sheet (\d+) not found$/, 'Лист $1 не найден'],
  [
    /^A sheet with the name "(.*)" already exists\. .*$/s,
    'Лист с названием «$1» уже существует. Введите другое.',
  ],
  [/^You are trying to edit a protected cell .*$/, 'Вы пытаетесь изменить защищённую ячейку или объект.'],
  [/^Service invoked too many times for one day: (.*)\.$/, 'Служба вызвана слишком много раз за день: $1.'],
  [/^You do not have permission to call (\S+?)(\. .*)?$/, 'Нет разрешения на вызов $1.'],
  [
    /^Specified permissions are not sufficient to call (\S+)\. .*$/,
    'Указанных разрешений недостаточно для вызова $1.',
  ],
];

/** Addresses and quoted names, which no language changes. */
const KEPT = /https?:\/\/\S+|"[^"]*"|'[^']*'|\d+/g;

/** For `SimulatorOptions.translate`. A text that is not in the list keeps only what no language changes. */
export function inRussian(message: string): string {
  for (const [english, russian] of TEXTS) {
    if (english.test(message)) return message.replace(english, russian);
  }
  return ['Ошибка службы', ...(message.match(KEPT) ?? [])].join(' ');
}
