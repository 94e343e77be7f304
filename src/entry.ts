/**
 * How the entry points answer their callers: a page gets a value or one Russian sentence, a menu shows its
 * outcome, a trigger never throws, because the platform would mail the text of the exception.
 */
import { AddOn, type PageName } from './AddOn';
import { sentenceFor } from './sentence-for';
import type { Platform } from './platform';
import { PRODUCT_NAME } from './texts/menu-texts';
import { refreshTexts } from './texts/refresh-texts';

export class Entry {
  constructor(private readonly platform: Platform) {}

  /** Google's own text of a failure, which may quote an address, would reach whoever opens the spreadsheet. */
  menu(): void {
    try {
      AddOn.menu(this.platform);
    } catch (error) {
      this.platform.log.warn(sentenceFor(error, refreshTexts.unforeseen()));
    }
  }

  /** `otherwise` is the sentence for a failure that nobody has foreseen. */
  fromPage<T>(action: (addOn: AddOn) => T, otherwise = refreshTexts.unforeseen()): T {
    try {
      return action(new AddOn(this.platform));
    } catch (error) {
      throw new Error(sentenceFor(error, otherwise));
    }
  }

  /** The action's text is shown in passing. */
  fromMenu(action: (addOn: AddOn) => string | null): void {
    try {
      const message = action(new AddOn(this.platform));
      if (message !== null) this.platform.workbook().toast(message, PRODUCT_NAME);
    } catch (error) {
      this.tell(sentenceFor(error, refreshTexts.unforeseen()));
    }
  }

  show(page: PageName): void {
    this.fromMenu((addOn) => {
      addOn.show(page);
      return null;
    });
  }

  refreshFromMenu(briefOnly: boolean): void {
    this.fromMenu((addOn) => {
      const { accepted, message } = addOn.refresh(briefOnly);
      const isDone = accepted === 'started' && addOn.progress().state === 'done';
      if (isDone || accepted === 'queued') return message;
      this.platform.ui().alert(message);
      return null;
    });
  }

  /** The menu's and the status page's own: both read the answer in passing. */
  clearCache(): { readonly ok: boolean; readonly message: string } {
    let message = refreshTexts.unforeseen();
    this.fromMenu((addOn) => (message = addOn.clearCache()));
    return { ok: message === refreshTexts.cacheCleared(), message };
  }

  fromTrigger(action: (addOn: AddOn) => void): void {
    try {
      action(new AddOn(this.platform));
    } catch (error) {
      this.platform.log.warn(sentenceFor(error, refreshTexts.unforeseen()));
    }
  }

  /** Where not even an alert can be shown, the log has to do. */
  private tell(sentence: string): void {
    try {
      this.platform.ui().alert(sentence);
    } catch {
      this.platform.log.warn(sentence);
    }
  }
}
