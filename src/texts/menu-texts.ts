/** The menu and the titles of the pages it opens. */
export const PRODUCT_NAME = 'Счета Bitrix24';

export const menuTexts = {
  refreshReport: 'Обновить отчёт',
  refreshBriefSheet: 'Обновить только краткий',
  showSettings: 'Настройки',
  showStatus: 'Состояние',
  showHelp: 'Справка',
  clearCache: 'Очистить кэш',
} as const;

export const pageTitles = {
  settings: `${PRODUCT_NAME}: настройки`,
  status: `${PRODUCT_NAME}: состояние`,
  help: `${PRODUCT_NAME}: справка`,
} as const;

export type PageName = keyof typeof pageTitles;
