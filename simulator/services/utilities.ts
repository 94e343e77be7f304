/** `Utilities` (Google, Utilities reference; vectors of gas-fakes). */
import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Clock } from '../clock';
import { LIMITS } from '../limits';
import { makeEnum, makeService, PlatformException, type EnumValue, type Gate } from '../service';
import { methodsOf, signatureMismatch } from '../signature';
import type { Blobs, BlobContent } from './Blobs';
import { CHARSET_NAMES, encode, fromSigned, toSigned, type CharsetName } from './bytes';
import { formatDate } from './format-date';
import type { TimeFormats } from './TimeFormats';

const Charset = makeEnum(CHARSET_NAMES);
const DigestAlgorithm = makeEnum(['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const GZIP_TYPE = 'application/x-gzip';

export interface UtilitiesOptions {
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly newUuid: () => string;
  readonly timeFormats: TimeFormats;
}

export function makeUtilities(gate: Gate, { clock, blobs, newUuid, timeFormats }: UtilitiesOptions) {
  const method = methodsOf('Utilities');

  const base64 = (name: string, encoding: 'base64' | 'base64url') =>
    method(name, ['any', 'any?'], (data: unknown, charset?: EnumValue) => {
      const text = Buffer.from(bytesOf(name, data, charset)).toString(encoding);
      return encoding === 'base64' ? text : text + '='.repeat((4 - (text.length % 4)) % 4);
    });
  const fromBase64 = (name: string) =>
    method(name, ['text', 'any?'], (encoded: string) => {
      if (!/^[\w+/-]*={0,2}$/.test(encoded)) throw new PlatformException('Could not decode string.');
      return toSigned(Buffer.from(encoded, 'base64'));
    });
  const blobOf = (name: string, value: unknown): BlobContent => {
    const content = blobs.read(value);
    if (!content) throw signatureMismatch(`Utilities.${name}`, [value]);
    return content;
  };

  return makeService('Utilities', gate, {
    Charset,
    DigestAlgorithm,
    sleep: method('sleep', ['integer'], (milliseconds: number) => {
      if (!(milliseconds >= 0 && milliseconds <= LIMITS.sleepMilliseconds)) {
        throw new PlatformException('Invalid argument: milliseconds');
      }
      clock.sleep(milliseconds);
      return null;
    }),
    getUuid: method('getUuid', [], () => newUuid()),
    newBlob: method('newBlob', ['any', 'text?', 'text?'], (data: unknown, type?: string, name?: string) =>
      blobs.fromData(data, type ?? null, name ?? null),
    ),
    computeDigest: method(
      'computeDigest',
      ['object', 'any', 'any?'],
      (algorithm: EnumValue, value: unknown, charset?: EnumValue) =>
        toSigned(
          createHash(algorithm.name().replace('_', '').toLowerCase())
            .update(bytesOf('computeDigest', value, charset))
            .digest(),
        ),
    ),
    computeHmacSha256Signature: method(
      'computeHmacSha256Signature',
      ['any', 'any', 'any?'],
      (value: unknown, key: unknown, charset?: EnumValue) => {
        const name = 'computeHmacSha256Signature';
        const hmac = createHmac('sha256', bytesOf(name, key, charset));
        return toSigned(hmac.update(bytesOf(name, value, charset)).digest());
      },
    ),
    base64Encode: base64('base64Encode', 'base64'),
    base64EncodeWebSafe: base64('base64EncodeWebSafe', 'base64url'),
    base64Decode: fromBase64('base64Decode'),
    base64DecodeWebSafe: fromBase64('base64DecodeWebSafe'),
    gzip: method('gzip', ['object', 'text?'], (blob: unknown, name?: string) =>
      blobs.make({
        bytes: gzipSync(blobOf('gzip', blob).bytes),
        contentType: GZIP_TYPE,
        name: name ?? 'archive.gz',
      }),
    ),
    ungzip: method('ungzip', ['object'], (blob: unknown) => {
      const { bytes, contentType, name } = blobOf('ungzip', blob);
      if (contentType !== GZIP_TYPE)
        throw new PlatformException('Blob object must have non-null content type application/x-gzip.');
      return blobs.make({
        bytes: unpack(bytes),
        contentType: null,
        name: name?.replace(/\.gz$/, '') ?? 'archive',
      });
    }),
    formatDate: method(
      'formatDate',
      ['object', 'text', 'text'],
      (date: Date, timeZone: string, pattern: string) =>
        formatDate(date.getTime(), timeZone, pattern, timeFormats),
    ),
  });
}

/** A text without a charset is taken as US-ASCII (gas-fakes, vectors validated on the platform). */
function bytesOf(method: string, value: unknown, charset: EnumValue | null | undefined): Uint8Array {
  if (Array.isArray(value)) return fromSigned(value as number[]);
  if (typeof value !== 'string') throw signatureMismatch(`Utilities.${method}`, [value]);
  return encode(value, (charset?.name() ?? 'US_ASCII') as CharsetName);
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new PlatformException('Could not decompress gzip.');
  }
}
