/**
 * The platform's gzip and Base64 by Node's zlib.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Codec } from '../../src/platform/platform';

export const nodeCodec: Codec = {
  compress: (text) => gzipSync(Buffer.from(text, 'utf8')).toString('base64'),
  expand: (packed) => gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'),
};
