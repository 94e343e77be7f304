/** Which sentence a page shows for a call that failed: the server's own, or the page's for all else. */
import { messageOf } from '../domain/message-of';
import { consentAddress, consentTexts } from '../texts/consent-texts';
import { frameTexts } from '../texts/frame-texts';
import { failureTexts, savingTexts } from '../texts/failure-texts';

/** What a page function may throw. Any other text is the platform's, in the language of the user's account. */
const OWN_SENTENCES: readonly string[] = [
  ...Object.values(failureTexts).map((sentence) => sentence()),
  ...Object.values(savingTexts),
];

/** The platform may put the error's name before the message. */
const ERROR_NAME = /^[A-Za-z]*(?:Error|Exception): /;

/**
 * Google's words for a missing consent or right, in English and Russian: the language is the account's
 * (`Authorization is required to perform that action.`, `Specified permissions are not sufficient to call …`).
 * Our own sentences of a missing consent have them too.
 */
const NO_CONSENT = /authoriz|permission|авториз|разрешени|просит разрешить|недостаточно прав|нет доступа/i;

export interface Failure {
  /** In the place of the answer. */
  readonly sentence: string;
  /** Where consent is missing: the page of Google's that takes it, null where no such page is known. */
  readonly consent: { readonly address: string | null } | null;
}

/** @param error as a failure handler gets it: Google's script makes it in the frame around the page */
export function failureOf(error: unknown): Failure {
  const message = messageOf(error).replace(ERROR_NAME, '');
  if (OWN_SENTENCES.includes(message)) return { sentence: message, consent: null };
  if (!NO_CONSENT.test(message)) return { sentence: frameTexts.callFailed, consent: null };
  return { sentence: consentTexts.seeAbove, consent: { address: consentAddress(message) } };
}
