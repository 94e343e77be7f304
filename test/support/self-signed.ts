/** A certificate that nobody vouches for, as boxed portals have them, made anew for each run of the tests. */
import { generateKeyPairSync, sign } from 'node:crypto';

const [INTEGER, BIT_STRING, OID, UTF8, UTC_TIME, SEQUENCE, SET] = [2, 3, 6, 12, 0x17, 0x30, 0x31];

/** One element of DER (ITU-T X.690), with a length of up to 65,535 bytes. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));
const oid = (hex: string): Buffer => der(OID, Buffer.from(hex, 'hex'));

/** Key and certificate as PEM; the certificate is its own issuer (RFC 5280, section 4.1). */
export function selfSigned(host: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = der(SEQUENCE, oid('2a8648ce3d040302'));
  const commonName = der(SEQUENCE, der(SET, der(SEQUENCE, oid('550403'), text(UTF8, host))));
  const validity = der(SEQUENCE, text(UTC_TIME, '250101000000Z'), text(UTC_TIME, '491231235959Z'));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const serial = der(INTEGER, Buffer.from([1]));
  const body = der(SEQUENCE, serial, ecdsaWithSha256, commonName, validity, commonName, spki);
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = der(SEQUENCE, body, ecdsaWithSha256, signature);
  const cert = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
