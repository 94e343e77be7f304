/** What is wrong with a Russian taxpayer's number (order of the Federal Tax Service ММВ-7-6/435, check digits). */

export type InnFault = 'signs' | 'length' | 'zeros' | 'checksum';

const ORGANISATION_DIGITS = 10;
const PERSON_DIGITS = 12;

/** Of the digits before the last one; shorter numbers take the last of them. */
const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** The first thing that is wrong with it, null where nothing is. @param inn not empty, without white space around it */
export function innFault(inn: string): InnFault | null {
  if (!/^\d+$/.test(inn)) return 'signs';
  if (inn.length !== ORGANISATION_DIGITS && inn.length !== PERSON_DIGITS) return 'length';
  if (/^0+$/.test(inn)) return 'zeros';
  const checked = inn.length === ORGANISATION_DIGITS ? [inn] : [inn.slice(0, -1), inn];
  return checked.every(endsInCheckDigit) ? null : 'checksum';
}

function endsInCheckDigit(digits: string): boolean {
  const count = digits.length - 1;
  const weights = WEIGHTS.slice(WEIGHTS.length - count);
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (sum % 11) % 10 === Number(digits[count]);
}

/** Whose number it may be. */
export type InnLength = typeof ORGANISATION_DIGITS | typeof PERSON_DIGITS;

/** How many digits a valid one has; null for one that is empty or wrong. */
export function validLength(inn: string): InnLength | null {
  if (innFault(inn) !== null) return null;
  return inn.length === ORGANISATION_DIGITS ? ORGANISATION_DIGITS : PERSON_DIGITS;
}
