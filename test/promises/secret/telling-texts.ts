/** Texts that hold a webhook's secret, as the platform, a server between, or a portal might print them. */
import fc from 'fast-check';

/** The address in the forms in which it gets printed. */
const forms: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `${address}crm.item.list`,
  (address) => address.slice(address.indexOf('/rest/')),
  (address) => address.split('/').at(-2) ?? '',
  (address) => address.toUpperCase(),
  (address) => address.toLowerCase(),
  (address) => encodeURIComponent(address),
  (address) => Array.from(address, (character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
  (address) => address.replaceAll('/', '\\/'),
  (address) => JSON.stringify(JSON.stringify({ url: address })),
  (address) => address.replaceAll('/', '\\u002f'),
  (address) => Buffer.from(address).toString('base64'),
  (address) => `https://evil.example${address.slice(address.indexOf('/rest/'))}`,
  (address) => `<a href="${address}">${address}</a>`,
  (address) => `${address} ${address} ${address}`,
];

/** Sentences of Google's around an address (UrlFetchApp, SpreadsheetApp and PropertiesService exceptions). */
const wrappers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `DNS error: ${text}`,
  (text) => `Exception: DNS error: ${text}`,
  (text) => `Timeout: ${text}`,
  (text) => `Address unavailable: ${text}`,
  (text) => `Адрес недоступен: ${text}`,
  (text) => `Unexpected error: ${text}`,
  (text) => `Bandwidth quota exceeded: ${text}. Try reducing the rate of data transfer.`,
  (text) => `Request failed for ${text} returned code 500. Truncated server response: <html>${text}</html>`,
  (text) => `Service invoked too many times for one day: urlfetch. ${text}`,
  (text) => `You do not have permission to call UrlFetchApp.fetch ${text}. script.external_request`,
  (text) => `Invalid argument: ${text}`,
  (text) => `Service Spreadsheets failed while accessing document with id ${text}.`,
  (text) => `We're sorry, a server error occurred. Please wait a bit and try again. ${text}`,
  (text) => `${text}\n    at fetchAll (Code:1:1)`,
];

/** `count` texts, the same for the same seed; some are cut where Google cuts long addresses, at any length. */
export const tellingTexts = (address: string, seed: number, count: number): readonly string[] =>
  fc.sample(
    fc
      .tuple(
        fc.constantFrom(...forms),
        fc.constantFrom(...wrappers),
        fc.option(fc.nat(address.length + 20), { freq: 2 }),
        fc.constantFrom('', '…', '...'),
      )
      .map(([form, wrap, end, ellipsis]) => {
        const text = form(address);
        return wrap(end === null ? text : `${text.slice(0, end)}${ellipsis}`);
      }),
    { seed, numRuns: count },
  );
