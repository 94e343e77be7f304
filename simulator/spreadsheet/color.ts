/** Colours as scripts give them: `#rgb`, `#rrggbb` or a CSS name; kept as `#rrggbb` in lower case. */
import { refusals } from './refusals';

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  pink: '#ffc0cb',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
};

/** Throws "Invalid color string". */
export function readColor(color: string): string {
  const lower = color.trim().toLowerCase();
  const known = named[lower];
  if (known !== undefined) return known;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(lower);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (!/^#[\da-f]{6}$/.test(lower)) throw refusals.invalidColor();
  return lower;
}
