/** What is said where the person has not allowed the script all that it asks for. */

const WAITING = 'Google просит разрешить доступ.';
/** What stands before the address in the failure of a page function. */
const AT_ADDRESS = `${WAITING} Разрешите доступ на странице `;
/** Google's own addresses only: the page makes a link of it. */
const ADDRESS = /^https:\/\/[a-z0-9.-]+\.google\.com\/\S{1,2000}$/i;

export const consentTexts = {
  /** The failure of a page function; `url` as Google gives it. */
  missingAt: (url: string) => AT_ADDRESS + url,
  link: 'Разрешить доступ',
  /** Above the page, before the link. */
  byLink: `${WAITING} Нажмите «Разрешить доступ», отметьте в окне Google все пункты и повторите действие.`,
  /** Above the page, where there is no address to link to. */
  byMenu:
    'Google не разрешил это действие. Выберите в меню «Обновить отчёт» и отметьте в окне Google все пункты. Если таблица открыта только для просмотра, попросите у её владельца право изменять.',
  /** In the place of the answer. */
  seeAbove: 'Google не разрешил это действие. Что делать, написано вверху панели.',
} as const;

/** The address in such a failure; null for any other text, and for an address that is not Google's. */
export function consentAddress(text: string): string | null {
  const address = text.startsWith(AT_ADDRESS) ? text.slice(AT_ADDRESS.length) : '';
  return ADDRESS.test(address) ? address : null;
}
