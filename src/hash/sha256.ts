/**
 * SHA-256 of a text, computed in the script itself: a platform digest for each key would be thousands of
 * platform calls a refresh, and the platform has no TextEncoder.
 */
import { hash } from '@stablelib/sha256';

/** A UTF-16 code unit takes at most three bytes of UTF-8 (a surrogate pair four for its two). */
const MAX_BYTES_PER_CODE_UNIT = 3;
const REPLACEMENT_CHARACTER = 0xfffd;

/** How the first byte of a character begins, by how many bytes follow it with six bits each. */
const FIRST_BYTE = [0, 0xc0, 0xe0, 0xf0] as const;

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. Lone surrogates count as U+FFFD. */
export function sha256Hex(text: string): string {
  return Array.from(hash(utf8Bytes(text)), (byte) => HEX_OF_BYTE[byte]).join('');
}

function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * MAX_BYTES_PER_CODE_UNIT);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = codePointAt(text, index);
    // Base64, the bulk of what is hashed, is nothing but these.
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[length++] = FIRST_BYTE[following] | (code >> (6 * following));
    for (let bits = 6 * (following - 1); bits >= 0; bits -= 6)
      bytes[length++] = 0x80 | ((code >> bits) & 0x3f);
    if (following === 3) index += 1;
  }
  return bytes.subarray(0, length);
}

function codePointAt(text: string, index: number): number {
  const code = text.codePointAt(index) ?? REPLACEMENT_CHARACTER;
  return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT_CHARACTER : code;
}
