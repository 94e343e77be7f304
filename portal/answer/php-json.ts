/** JSON as the portal encodes it (Bitrix24 source, main/lib/web/json.php): PHP's json_encode with its options. */

/** Floats from here on are printed with an exponent. */
const EXPONENT_FROM = 1e15;
const EXPONENT_BELOW = 1e-4;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Empty maps print as `[]`, `undefined` members are left out. */
export function phpJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(phpJson).join(',')}]`;
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${encodeText(key)}:${phpJson(member)}`);
  }
  return members.length === 0 ? '[]' : `{${members.join(',')}}`;
}

/** Nothing in it is escaped, and no half of a surrogate pair could stand alone. */
const PLAIN = /^[^\u0000-\u001f"&'<>\\/\u2028\u2029\ud800-\udfff]*$/;

function encodeText(text: string): string {
  // A portal's answer is mostly names and numbers, and these are its keys again and again.
  if (PLAIN.test(text)) return `"${text}"`;
  const escaped = Buffer.from(text)
    .toString()
    .replace(/[\u0000-\u001f"&'<>\\/\u2028\u2029]/g, (character) => {
      return SHORT_ESCAPES[character] ?? `\\u${hexCode(character)}`;
    });
  return `"${escaped}"`;
}

const hexCode = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

function encodeNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= EXPONENT_BELOW && size < EXPONENT_FROM)) return String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent}`;
}
