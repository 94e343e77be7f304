/** `Utilities` (Google, Utilities reference; vectors of gas-fakes). */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Clock } from '../clock';
import { LIMITS } from '../limits';
import { Enum } from '../Enum';
import { PlatformException, type Gate, invalidArgument } from '../service';
import { makeService } from '../service-objects';
import { date, integer, type Kind, mismatch, optional, takes, text } from '../signature';
import type { Blobs } from './Blobs';
import { CHARSET_NAMES, encode, fromSigned, toSigned, type CharsetName } from './bytes';
import { formatDate } from './format-date';
import type { TimeFormats } from './TimeFormats';

const CHARSET = new Enum('Utilities.Charset', CHARSET_NAMES);
const DIGEST_ALGORITHM = new Enum('Utilities.DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);
const GZIP_TYPE = 'application/x-gzip';

export interface UtilitiesOptions {
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly newUuid: () => string;
  readonly timeFormats: TimeFormats;
}

type Data = string | readonly number[];

/** A text or bytes. */
const data: Kind<Data> = (value) =>
  typeof value === 'string' || Array.isArray(value) ? (value as Data) : mismatch;
const charset = optional(CHARSET.kind);

export function makeUtilities(gate: Gate, { clock, blobs, newUuid, timeFormats }: UtilitiesOptions) {
  return makeService<GoogleAppsScript.Utilities.Utilities>(
    'Utilities',
    gate,
    {
      sleep: takes(integer).gives((milliseconds) => {
        if (milliseconds < 0 || milliseconds > LIMITS.sleepMilliseconds)
          throw invalidArgument('milliseconds');
        clock.sleep(milliseconds);
      }),
      getUuid: takes().gives(newUuid),
      newBlob: takes(data, optional(text), optional(text)).gives((content, type, name) =>
        blobs.fromData(content, type, name),
      ),
      computeDigest: takes(DIGEST_ALGORITHM.kind, data, charset).gives((algorithm, value, encoding) =>
        toSigned(
          createHash(algorithm.replace('_', '').toLowerCase()).update(bytesOf(value, encoding)).digest(),
        ),
      ),
      base64Encode: takes(data, charset).gives((value, encoding) =>
        Buffer.from(bytesOf(value, encoding)).toString('base64'),
      ),
      base64Decode: takes(text, charset).gives((encoded) => {
        if (!/^[\w+/-]*={0,2}$/.test(encoded)) throw new PlatformException('Could not decode string.');
        return toSigned(Buffer.from(encoded, 'base64'));
      }),
      gzip: takes(blobs.kind, optional(text)).gives(({ bytes }, name) =>
        blobs.make({ bytes: gzipSync(bytes), contentType: GZIP_TYPE, name: name ?? 'archive.gz' }),
      ),
      ungzip: takes(blobs.kind).gives(({ bytes, contentType, name }) => {
        if (contentType !== GZIP_TYPE)
          throw new PlatformException('Blob object must have non-null content type application/x-gzip.');
        const unpacked = name?.replace(/\.gz$/, '') ?? 'archive';
        return blobs.make({ bytes: unpack(bytes), contentType: null, name: unpacked });
      }),
      formatDate: takes(date, text, text).gives((moment, timeZone, pattern) =>
        formatDate(moment.getTime(), timeZone, pattern, timeFormats),
      ),
    },
    { Charset: CHARSET.holder(gate), DigestAlgorithm: DIGEST_ALGORITHM.holder(gate) },
  );
}

/** A text without a charset is taken as US-ASCII (gas-fakes, vectors validated on the platform). */
const bytesOf = (value: Data, encoding: CharsetName | null): Uint8Array =>
  typeof value === 'string' ? encode(value, encoding ?? 'US_ASCII') : fromSigned(value);

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new PlatformException('Could not decompress gzip.');
  }
}
