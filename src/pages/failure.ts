/** Which sentence a page shows for a call that failed: the server's own, or the page's for all else. */
import { messageOf } from '../domain/message-of';
import { refreshTexts } from '../texts/refresh-texts';
import { frameTexts } from '../texts/frame-texts';
import { settingsTexts } from '../texts/settings-texts';

/** What a page function may throw. Any other text is the platform's, in the language of the user's account. */
const OWN_SENTENCES: readonly string[] = [
  refreshTexts.badRequest(),
  refreshTexts.noSpreadsheet(),
  refreshTexts.unforeseen(),
  settingsTexts.beingSaved,
  settingsTexts.saveFailed,
];

/** The platform may put the error's name before the message. */
const ERROR_NAME = /^[A-Za-z]*(?:Error|Exception): /;

/**
 * Google's words for a missing consent or right, in English and Russian: the language is the account's
 * (`Authorization is required to perform that action.`, `Specified permissions are not sufficient to call …`).
 */
const NO_CONSENT = /authoriz|permission|авториз|разрешени|недостаточно прав|нет доступа/i;

/** @param error as a failure handler gets it: Google's script makes it in the frame around the page */
export function failureSentence(error: unknown): string {
  const message = messageOf(error).replace(ERROR_NAME, '');
  if (OWN_SENTENCES.includes(message)) return message;
  return NO_CONSENT.test(message) ? frameTexts.noConsent : frameTexts.callFailed;
}
