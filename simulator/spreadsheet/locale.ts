/** The spreadsheet locales that are simulated: what they read and how they show it. */

export type LocaleName = 'ru_RU' | 'en_US' | 'de_DE' | 'tr_TR';

export interface Locale {
  readonly name: LocaleName;
  /** For `Intl`. */
  readonly tag: string;
  readonly decimal: '.' | ',';
  /** Characters that may stand between groups of three digits. */
  readonly groups: string;
  readonly dayFirst: boolean;
  readonly dateFormat: string;
  readonly timeFormat: string;
  /** Full and short names as they stand beside a day, in lower case without dots, with their numbers from 1. */
  readonly months: ReadonlyMap<string, number>;
  readonly currencies: readonly string[];
  readonly currencyFormat: string;
  readonly truth: readonly string[];
  readonly untruth: readonly string[];
  /** What a sheet is called when nobody names it. */
  readonly sheetName: string;
}

export const locales: Readonly<Record<LocaleName, Locale>> = {
  ru_RU: {
    name: 'ru_RU',
    tag: 'ru-RU',
    months: monthNames('ru-RU'),
    decimal: ',',
    groups: ' \u00a0\u202f',
    dayFirst: true,
    dateFormat: 'dd.MM.yyyy',
    timeFormat: 'H:mm:ss',
    currencies: ['₽', 'р.', 'руб.'],
    currencyFormat: '#,##0.00\\ [$₽]',
    truth: ['TRUE', 'ИСТИНА'],
    untruth: ['FALSE', 'ЛОЖЬ'],
    sheetName: 'Лист',
  },
  en_US: {
    name: 'en_US',
    tag: 'en-US',
    months: monthNames('en-US'),
    decimal: '.',
    groups: ',',
    dayFirst: false,
    dateFormat: 'M/d/yyyy',
    timeFormat: 'h:mm:ss am/pm',
    currencies: ['$'],
    currencyFormat: '"$"#,##0.00',
    truth: ['TRUE'],
    untruth: ['FALSE'],
    sheetName: 'Sheet',
  },
  de_DE: {
    name: 'de_DE',
    tag: 'de-DE',
    months: monthNames('de-DE'),
    decimal: ',',
    groups: '.',
    dayFirst: true,
    dateFormat: 'dd.MM.yyyy',
    timeFormat: 'HH:mm:ss',
    currencies: ['€'],
    currencyFormat: '#,##0.00\\ [$€]',
    truth: ['TRUE', 'WAHR'],
    untruth: ['FALSE', 'FALSCH'],
    sheetName: 'Tabellenblatt',
  },
  tr_TR: {
    name: 'tr_TR',
    tag: 'tr-TR',
    months: monthNames('tr-TR'),
    decimal: ',',
    groups: '.',
    dayFirst: true,
    dateFormat: 'dd.MM.yyyy',
    timeFormat: 'HH:mm:ss',
    currencies: ['₺'],
    currencyFormat: '"₺"#,##0.00',
    truth: ['TRUE', 'DOĞRU'],
    untruth: ['FALSE', 'YANLIŞ'],
    sheetName: 'Sayfa',
  },
};

function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { month, day: 'numeric', timeZone: 'UTC' });
    for (let number = 1; number <= 12; number += 1) {
      const parts = format.formatToParts(Date.UTC(2024, number - 1, 1));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      names.set(name.toLowerCase().replace(/\.$/, ''), number);
    }
  }
  return names;
}
