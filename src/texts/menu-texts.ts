/** The menu, and the panel that it opens. */
export const PRODUCT_NAME = 'Счета Bitrix24';

export const menuTexts = {
  refreshReport: 'Обновить отчёт',
  refreshBriefSheet: 'Обновить только краткий',
  showSettings: 'Настройки',
  showStatus: 'Состояние',
  showHelp: 'Справка',
  clearCache: 'Очистить кэш',
} as const;

/** The tabs of the panel, in their order. */
export const tabTitles = {
  settings: menuTexts.showSettings,
  status: menuTexts.showStatus,
  help: menuTexts.showHelp,
} as const;

export type TabName = keyof typeof tabTitles;
