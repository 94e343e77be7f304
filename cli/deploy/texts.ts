/** What `npm run deploy` says. */

const LOGIN = 'Выполните «npx clasp login», войдите в свой аккаунт Google и повторите «npm run deploy».';

export const deployTexts = {
  chooseScript: () =>
    [
      'У этой копии проекта ещё нет скрипта в Google.',
      '  1 — создать новую таблицу со скриптом',
      '  2 — подключить скрипт, который уже есть',
      'Ваш выбор (1 или 2): ',
    ].join('\n'),
  askScriptId: () =>
    'Откройте таблицу, «Расширения → Apps Script», и вставьте сюда адрес открывшейся страницы: ',
  askTitle: (proposed: string) => `Название таблицы (Enter — «${proposed}»): `,
  proposedTitle: () => 'Счета Bitrix24',
  confirmManifest: () =>
    'Манифест скрипта в Google отличается от вашего: могут измениться права, и Google попросит дать их заново. Заменить? (да/нет): ',
  needsChoice: () =>
    'Скрипт не выбран: добавьте «-- --create» для новой таблицы или «-- --script ID» для скрипта, который уже есть.',
  needsForce: () =>
    'Манифест скрипта в Google отличается от вашего, ничего не отправлено. Чтобы заменить его, выполните «npm run deploy -- --force».',
  manifestKept: () => 'Ничего не отправлено: манифест в Google остался прежним.',
  noScriptId: () =>
    'Это не идентификатор и не адрес скрипта. Скопируйте адрес страницы «Расширения → Apps Script».',
  brokenProjectFile: () => 'Файл .clasp.local.json не читается. Удалите его и повторите «npm run deploy».',
  notLoggedIn: () => `Вход в Google не выполнен. ${LOGIN}`,
  loginExpired: () => `Вход в Google устарел. ${LOGIN}`,
  apiDisabled: () =>
    'Apps Script API выключен. Включите его на странице https://script.google.com/home/usersettings, подождите минуту и повторите «npm run deploy».',
  refusedCode: (file: string, line: string) =>
    `Google не принял файл ${file}, строка ${line}. Выполните «npm run build» и проверьте сборку.`,
  noSuchScript: () =>
    'Скрипт не найден или недоступен вашему аккаунту. Проверьте scriptId в .clasp.local.json и аккаунт в «npx clasp show-authorized-user».',
  alreadyAttached: () =>
    'К этой копии проекта уже подключён скрипт. Чтобы создать другой, удалите файл .clasp.local.json и повторите команду.',
  noNetwork: () => 'Нет связи с Google. Проверьте интернет и повторите «npm run deploy».',
  unknownFailure: (output: string) => `clasp не справился: ${output}`,
  upToDate: () => 'В Google уже эта версия, отправлять нечего.',
  pushed: (files: readonly string[]) => `Отправлено в Google: ${files.join(', ')}.`,
  next: (spreadsheet: string) =>
    [
      `Что дальше: откройте ${spreadsheet} и обновите вкладку.`,
      'Через несколько секунд появится меню «Счета Bitrix24»: выберите «Настройки», разрешите доступ и выберите «Настройки» ещё раз.',
    ].join('\n'),
  theSpreadsheet: (id: string | undefined) =>
    id === undefined ? 'свою таблицу' : `https://docs.google.com/spreadsheets/d/${id}/edit`,
} as const;
