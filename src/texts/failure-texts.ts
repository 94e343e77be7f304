/** Why a page function gave no answer: the pages know these sentences by heart. */
export const failureTexts = {
  unforeseen: () => 'Что-то пошло не так, листы не изменились. Обновите отчёт ещё раз.',
  badRequest: () => 'Страница прислала неверный запрос. Закройте её и откройте снова.',
  noSpreadsheet: () => 'Таблица недоступна. Откройте её и обновите отчёт из меню.',
} as const;

/** The same of saving settings. */
export const savingTexts = {
  beingSaved: 'Настройки сейчас сохраняет другой пользователь: повторите через несколько секунд.',
  saveFailed: 'Настройки не сохранены из-за сбоя на стороне Google: сохраните их ещё раз.',
} as const;
