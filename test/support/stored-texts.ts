/** What a platform may keep of a text, in whatever form it comes in; none of it is known to be Google's. */
import type { Quirks } from '../../simulator/spreadsheet';

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/g;

export const STORED_TEXTS: Readonly<Record<string, Quirks['storedText']>> = {
  'every line end as LF': (text) => text.replace(LINE_END, '\n'),
  'no NUL': (text) => text.split('\0').join(''),
  'nothing from a NUL on': (text) => text.split('\0')[0] ?? '',
  'halves of surrogate pairs as «�»': (text) => text.replace(HALF, '\ufffd'),
  'no halves of surrogate pairs': (text) => text.replace(HALF, ''),
  'no spaces at the ends': (text) => text.trim(),
  'one line only': (text) => text.replace(LINE_END, ' '),
  'nothing of what has a line end': (text) => (text.search(LINE_END) < 0 ? text : ''),
};

/** Those of them that go together. */
export const MOST_STORED_TEXTS: Quirks['storedText'] = [
  'every line end as LF',
  'no NUL',
  'halves of surrogate pairs as «�»',
  'no spaces at the ends',
].reduce<Quirks['storedText']>(
  (before, name) => (text) => (STORED_TEXTS[name] ?? ((same: string) => same))(before(text)),
  (text) => text,
);
