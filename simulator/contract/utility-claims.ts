/** `Utilities`: bytes, charsets, compression, dates. */
import type { Claims, Platform } from './Claim';
import { refusal } from './refusal';

const TEXT = 'Счёт № 5 — «Ромашка» 🌼';
/** 5 March 2026, 07:08:09.010 in Moscow. */
const MOMENT = Date.UTC(2026, 2, 5, 4, 8, 9, 10);

const dateAs =
  (pattern: string, zone = 'Europe/Moscow') =>
  ({ utilities }: Platform) =>
    utilities.formatDate(new Date(MOMENT), zone, pattern);

export const utilityClaims: Claims = {
  'хеш русских букв без кодировки равен хешу знаков вопроса': ({ utilities }) => {
    const hash = (text: string) => utilities.computeDigest(utilities.DigestAlgorithm.SHA_256, text).join();
    return hash('да') === hash('??');
  },
  'хеш русских букв в UTF-8': ({ utilities }) => {
    const { DigestAlgorithm, Charset } = utilities;
    return utilities.computeDigest(DigestAlgorithm.MD5, 'да', Charset.UTF_8);
  },
  'байты со знаком': ({ utilities }) => utilities.newBlob('я').getBytes(),
  'сжатие и обратно в UTF-8': ({ utilities }) => {
    const blob = utilities.newBlob('').setDataFromString(TEXT, 'UTF-8');
    const packed = utilities.base64Encode(utilities.gzip(blob).getBytes());
    const bytes = utilities.base64Decode(packed);
    return utilities.ungzip(utilities.newBlob(bytes, 'application/x-gzip')).getDataAsString('UTF-8') === TEXT;
  },
  'тип и имя сжатого': ({ utilities }) => {
    const packed = utilities.gzip(utilities.newBlob('x'));
    return [packed.getContentType(), packed.getName()];
  },
  'base64 русских букв в UTF-8': ({ utilities }) => utilities.base64Encode('да', utilities.Charset.UTF_8),
  'дата: yyyy-MM-dd HH:mm:ss': dateAs('yyyy-MM-dd HH:mm:ss'),
  'дата: HH:mm в поясе GMT+5': dateAs('HH:mm', 'GMT+5'),
  'дата: текст в апострофах': dateAs("dd.MM.yyyy 'в' HH:mm"),
  'дата: SSS': dateAs('SSS'),
  'неверные аргументы хеша': ({ utilities }) => {
    const untyped = utilities as unknown as { computeDigest(...args: unknown[]): unknown };
    return refusal(() => untyped.computeDigest('a', 1));
  },
};
