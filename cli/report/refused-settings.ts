/** One line for all settings of a file that are refused, by key. */
export const refusedSettings = (errors: Readonly<Record<string, string>>): string =>
  Object.entries(errors)
    .map(([key, sentence]) => `Настройка «${key}» не принята. ${sentence}`)
    .join(' ');
