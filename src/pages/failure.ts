/** Which sentence a page shows for a call that failed: the server's own, or the page's for all else. */
import { refreshTexts } from '../texts/refresh-texts';
import { frameTexts } from '../texts/frame-texts';

/** What a page function may throw. Any other text is the platform's, in the language of the user's account. */
const OWN_SENTENCES: readonly string[] = [
  refreshTexts.badRequest(),
  refreshTexts.noSpreadsheet(),
  refreshTexts.unforeseen(),
];

/** The platform may put the error's name before the message. */
const ERROR_NAME = /^[A-Za-z]*(?:Error|Exception): /;

/** @param error as a failure handler gets it */
export function failureSentence(error: unknown): string {
  const message = error instanceof Error ? error.message.replace(ERROR_NAME, '') : '';
  return OWN_SENTENCES.includes(message) ? message : frameTexts.callFailed;
}
