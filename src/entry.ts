/**
 * How the entry points answer their callers: a page gets a value or one Russian sentence, a menu shows its
 * outcome, a trigger never throws, because the platform would mail the text of the exception.
 */
import { AddOn } from './AddOn';
import { sentenceOf } from './domain/SentenceError';
import { buildMenu } from './menu';
import { attempt } from './platform/attempt';
import type { Platform } from './platform/platform';
import { sentenceFor } from './texts/sentence-for';
import { consentTexts } from './texts/consent-texts';
import { failureTexts } from './texts/failure-texts';
import { PRODUCT_NAME, type TabName } from './texts/menu-texts';
import { refreshTexts } from './texts/refresh-texts';

export class Entry {
  constructor(private readonly platform: Platform) {}

  /**
   * The menu, and in a bound script a toast where the report is older than it should be. A published add-on may read
   * nothing yet when it opens (Google, "Editor add-on authorization"). Google's own text of a failure, which may quote
   * an address, would reach whoever opens the spreadsheet.
   */
  opened(): void {
    const { platform } = this;
    try {
      buildMenu(platform.ui(), platform.isPublished);
    } catch (error) {
      platform.log.warn(sentenceFor(error, refreshTexts.unforeseen()));
    }
    if (platform.isPublished) return;
    attempt(platform.log, 'the notice at opening', () => {
      const notice = new AddOn(platform).openingNotice();
      if (notice !== null) platform.workbook().toast(notice, PRODUCT_NAME);
    });
  }

  /** `otherwise` is the sentence for a failure that nobody has foreseen. */
  fromPage<T>(action: (addOn: AddOn) => T, otherwise = refreshTexts.unforeseen()): T {
    try {
      return action(new AddOn(this.platform));
    } catch (error) {
      throw new Error(sentenceOf(error, this.missingConsent() ?? sentenceFor(error, otherwise)));
    }
  }

  /** For what asks the portal or makes a trigger: nothing of it is begun that would end for want of consent. */
  fromPageWithConsent<T>(action: (addOn: AddOn) => T, otherwise?: string): T {
    const missing = this.missingConsent();
    if (missing !== null) throw new Error(missing);
    return this.fromPage(action, otherwise);
  }

  /** The action's text is shown in passing. Google asks first for what the person has not allowed yet. */
  fromMenu(action: (addOn: AddOn) => string | null, otherwise = refreshTexts.unforeseen()): void {
    this.platform.consent.demand();
    try {
      const message = action(new AddOn(this.platform));
      if (message !== null) this.platform.workbook().toast(message, PRODUCT_NAME);
    } catch (error) {
      this.tell(sentenceFor(error, otherwise));
    }
  }

  show(tab: TabName): void {
    this.fromMenu((addOn) => {
      addOn.show(tab);
      return null;
    }, failureTexts.notShown());
  }

  /**
   * The panel is shown first, to tell how far it is. Whether Google shows it before the script ends is not documented, so
   * the message is told whatever becomes of the panel: what came to nothing by an alert, all else in passing.
   */
  refreshFromMenu(briefOnly: boolean): void {
    this.fromMenu((addOn) => {
      attempt(this.platform.log, 'the panel', () => addOn.show('status', true));
      const { accepted, message } = addOn.refresh(briefOnly);
      const isUnderWay = accepted === 'started' && addOn.progress().state !== 'failed';
      if (isUnderWay || accepted === 'queued') return message;
      this.platform.ui().alert(message);
      return null;
    });
  }

  /** The menu's and the status page's own: both read the answer in passing. */
  clearCache(): { readonly ok: boolean; readonly message: string } {
    let message = failureTexts.notCleared();
    this.fromMenu((addOn) => (message = addOn.clearCache()), message);
    return { ok: message === refreshTexts.cacheCleared(), message };
  }

  fromTrigger(action: (addOn: AddOn) => void): void {
    try {
      action(new AddOn(this.platform));
    } catch (error) {
      this.platform.log.warn(sentenceFor(error, refreshTexts.unforeseen()));
    }
  }

  /** The sentence with the page where the person can give the consent that is missing, null where none is. */
  private missingConsent(): string | null {
    try {
      const address = this.platform.consent.missingAt();
      return address === null ? null : consentTexts.missingAt(address);
    } catch {
      // What cannot be asked is not known: what needs consent will say so itself.
      return null;
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
