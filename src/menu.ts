/** The menu. It is built in every authorization mode, so it asks nothing of the document or the user. */
import type { Menu, Ui } from './platform/platform';
import { menuTexts, PRODUCT_NAME } from './texts/menu-texts';

/** A published add-on has its menu under "Extensions", a bound script beside the others. */
export function buildMenu(ui: Ui, isPublished: boolean): void {
  const menu: Menu = isPublished ? ui.createAddonMenu() : ui.createMenu(PRODUCT_NAME);
  menu
    .addItem(menuTexts.refreshReport, 'refreshReport')
    .addItem(menuTexts.refreshBriefSheet, 'refreshBriefSheet')
    .addSeparator()
    .addItem(menuTexts.showSettings, 'showSettings')
    .addItem(menuTexts.showStatus, 'showStatus')
    .addItem(menuTexts.showHelp, 'showHelp')
    .addItem(menuTexts.clearCache, 'clearCache')
    .addToUi();
}
