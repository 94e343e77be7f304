/** The sentence for an error at an entry point: its own, or that Google waits for consent, or another one. */
import { messageOf } from '../domain/message-of';
import { sentenceOf } from '../domain/SentenceError';
import { errorTexts } from './error-texts';

/** Where consent is missing the platform names the scope, in whatever language (observed texts of such errors). */
const SCOPE = /googleapis\.com\/auth\//;

export function sentenceFor(error: unknown, otherwise: string): string {
  const lacksConsent = SCOPE.test(messageOf(error));
  return sentenceOf(error, lacksConsent ? errorTexts.permission() : otherwise);
}
