/** Taxpayer numbers with right check digits (Federal Tax Service order ММВ-7-6/435). */
import type { Random } from './Random';

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function checkDigit(digits: string): string {
  const weights = WEIGHTS.slice(WEIGHTS.length - digits.length);
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((sum % 11) % 10);
}

/** Every code is two digits, some begin with 0. */
const REGIONS = ['77', '78', '50', '02', '66', '54'];

/** Ten digits. */
export function companyInn(random: Random, region = random.pick(REGIONS)): string {
  const digits = region + random.digits(7);
  return digits + checkDigit(digits);
}

/** Twelve digits. */
export function personInn(random: Random, region = random.pick(REGIONS)): string {
  const digits = region + random.digits(8);
  const eleven = digits + checkDigit(digits);
  return eleven + checkDigit(eleven);
}
