/**
 * The second language of exceptions: what a user with a Russian account reads. Google's wording is not published;
 * what matters is that no English word is left for a script to match, while addresses and names stay.
 */

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^Argument too large: (.*)$/, 'Слишком большой аргумент: $1'],
  [/^Invalid argument: (.*)$/s, 'Недопустимый аргумент: $1'],
  [/^Address unavailable: (.*)$/s, 'Адрес недоступен: $1'],
  [/^DNS error: (.*)$/s, 'Ошибка DNS: $1'],
  [/^Timeout: (.*)$/s, 'Время ожидания истекло: $1'],
  [/^Unexpected error: (.*)$/s, 'Непредвиденная ошибка: $1'],
  [/^Script function not found: (.*)$/, 'Функция скрипта не найдена: $1'],
  [/^Lock timeout: .*$/, 'Время ожидания блокировки истекло: её слишком долго удерживал другой процесс.'],
  [/^Cannot call SpreadsheetApp\.getUi\(\) .*$/, 'Нельзя вызвать SpreadsheetApp.getUi() из этого контекста.'],
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
