/** Reads one recorded answer with the product's own decoders, and says what was found without quoting any of it. */
import { classify } from '../../src/bitrix24/classify';
import { decodeLink, decodeRequisite } from '../../src/bitrix24/decode-buyer';
import {
  decodeProductRow,
  invoiceDecoder,
  type DateField,
  INVOICE_OWNER,
} from '../../src/bitrix24/decode-invoice';
import {
  decodeCategories,
  decodeFields,
  decodeProfile,
  decodeScopes,
  decodeServerTime,
  decodeStages,
} from '../../src/bitrix24/decode-portal';
import { INVOICE } from '../../src/domain/portal';
import type { Reading } from '../../src/bitrix24/envelope';
import { toList, toObject } from '../../src/bitrix24/json';
import { METHODS, type Method } from '../../src/bitrix24/methods';
import type { FieldName } from '../../src/domain/ids';

export interface Finding {
  readonly readable: boolean;
  readonly text: string;
}

/** Never throws: what cannot be read is a finding too. */
export function readAnswer(method: string, reading: Reading): Finding {
  if (reading.kind === 'html') return { readable: false, text: 'a page for people, not an answer' };
  const isError = reading.kind === 'refusal';
  if (!isError && reading.kind !== 'answer') return { readable: false, text: 'not an answer' };
  if (!isUsed(method)) {
    return {
      readable: true,
      text: `${isError ? 'error' : 'envelope'} only: the product does not use this method`,
    };
  }
  if (!isError) return read(method, reading.envelope.result);
  return { readable: true, text: `error: ${classify(method, reading.refusal.status, reading).code}` };
}

const isUsed = (method: string): method is Method => (METHODS as readonly string[]).includes(method);

function read(method: Method, result: unknown): Finding {
  try {
    return { readable: true, text: decoders[method](result) };
  } catch (error) {
    return { readable: false, text: (error as Error).message };
  }
}

const decoders: Readonly<Record<Method, (result: unknown) => string>> = {
  profile: (result) => counted('profile', [decodeProfile(result)]),
  scope: (result) => counted('scope', decodeScopes(result)),
  'server.time': (result) => counted('time', [decodeServerTime(result)]),
  'crm.category.list': (result) => counted('category', decodeCategories(result)),
  'crm.item.fields': (result) => counted('field', decodeFields(result)),
  'crm.item.list': (result) => decodeEach('item', within(result, 'items'), ['id'], decodeItem),
  'crm.item.productrow.list': (result) =>
    decodeEach('product row', within(result, 'productRows'), ['id', 'ownerId'], decodeRow),
  'crm.requisite.link.list': (result) =>
    decodeEach('link', toList(result, 'links'), ['ENTITY_ID', 'REQUISITE_ID'], decodeOwnLink),
  'crm.requisite.list': (result) =>
    decodeEach(
      'requisite',
      toList(result, 'requisites'),
      ['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'],
      decodeRequisite,
    ),
  'crm.status.list': (result) =>
    `${counted('status', toList(result, 'statuses'))}, of invoices ${String(decodeStages(result).length)}`,
};

const within = (result: unknown, name: string): readonly unknown[] =>
  toList(toObject(result, 'result')[name], name);

/**
 * `keys`: what the product always asks for. Records that all lack one were asked for with another `select`
 * and say nothing about its decoder.
 */
function decodeEach(
  noun: string,
  records: readonly unknown[],
  keys: readonly string[],
  decode: (record: unknown) => unknown,
): string {
  const foreign = keys.find(
    (key) => records.length > 0 && records.every((record) => !(key in toObject(record, noun))),
  );
  if (foreign !== undefined) return `envelope only: asked for without ${foreign}`;
  const decodedRecords = records.map(decode);
  const unread = new Set(decodedRecords.flatMap(unreadableOf));
  if (unread.size > 0) throw new Error(`${noun}: cannot be read: ${[...unread].join(', ')}`);
  return counted(noun, decodedRecords);
}

/** The product leaves such a value empty and names it; who looks at recordings wants to know the shape. */
const unreadableOf = (record: unknown): readonly string[] =>
  (record as { unreadable?: readonly string[] }).unreadable ?? [];

const dateFields: readonly DateField[] = [
  { name: 'BEGINDATE' as FieldName, type: 'datetime' },
  { name: 'CLOSEDATE' as FieldName, type: 'datetime' },
];

/** A recording may hold any part of an item, so only what is there is decoded. */
function decodeItem(value: unknown): unknown {
  const item = toObject(value, 'item');
  const present = dateFields.filter(({ name }) => name.toLowerCase() in item);
  return invoiceDecoder({ dateFields: present }, [])(item);
}

/** Recordings may be of deals: what is tried is the shape, the same for every owner. */
const decodeRow = (value: unknown): unknown =>
  decodeProductRow({ ...toObject(value, 'product row'), ownerType: INVOICE_OWNER }).row;
const decodeOwnLink = (value: unknown): unknown =>
  decodeLink({ ...toObject(value, 'link'), ENTITY_TYPE_ID: INVOICE });

const counted = (noun: string, records: readonly unknown[]): string => `${noun}: ${String(records.length)}`;
