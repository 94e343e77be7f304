/**
 * An error whose message is a sentence of the project's own for the user. Only these may speak: the texts of the
 * platform and the portal quote addresses with secrets.
 */
export class SentenceError extends Error {
  override readonly name: string = 'SentenceError';
}

/** The error's sentence, or `otherwise` where it has none. */
export const sentenceOf = (error: unknown, otherwise: string): string =>
  error instanceof SentenceError ? error.message : otherwise;
