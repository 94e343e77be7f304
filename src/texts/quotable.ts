/** Texts of the CRM that a sentence of ours may quote: short and plain, so that the sentence stays one line. */

/** What ends a line, hides, or turns the direction of the text around it. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** @param longest UTF-16 units */
export function isQuotable(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest && !UNFIT.test(text);
}

/** In quotes of ours; those within become the inner ones of Russian, so that everybody sees where it ends. */
export const quoted = (text: string): string => `«${text.replace(/«/g, '„').replace(/»/g, '“')}»`;
