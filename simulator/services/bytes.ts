/** Bytes as Google hands them out (Java's signed −128…127) and texts in the charsets it knows. */

export function toSigned(bytes: Uint8Array): number[] {
  // Array.from would go through the iterator, five times slower.
  const signed = new Array<number>(bytes.length);
  for (let index = 0; index < bytes.length; index++) signed[index] = ((bytes[index] as number) << 24) >> 24;
  return signed;
}

/** Takes signed and unsigned bytes alike. */
export function fromSigned(signed: readonly number[]): Uint8Array {
  // One by one, because typed arrays read an array of another realm through its iterator, ten times slower.
  const bytes = new Uint8Array(signed.length);
  for (let index = 0; index < signed.length; index++) bytes[index] = signed[index] as number;
  return bytes;
}

export const CHARSET_NAMES = ['US_ASCII', 'UTF_8'] as const;
export type CharsetName = (typeof CHARSET_NAMES)[number];

/** In US-ASCII every other character becomes `?`, so different Cyrillic texts turn into the same bytes. */
export function encode(text: string, charset: CharsetName): Uint8Array {
  if (charset === 'UTF_8') return Buffer.from(text, 'utf8');
  return Buffer.from(
    Array.from(text, (character) => (character < '\u0080' ? character : '?')).join(''),
    'latin1',
  );
}

/** `charset` as in a Content-Type header. Throws on one that is not known. */
export const decode = (bytes: Uint8Array, charset: string, keepsByteOrderMark = false): string =>
  new TextDecoder(charset, { ignoreBOM: keepsByteOrderMark }).decode(bytes);
