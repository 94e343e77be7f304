/** crm.item.list (Bitrix24 source, crm/lib/controller/item.php, listAction). */
import { PAGE_SIZE, type Call, type MethodResult } from '../call';
import { arrange, splitKey, type Predicate } from '../query';
import { toText, toInt, isList, isMap, type Params, type Value } from '../values';
import { entityTypeOf } from './entity-type-of';
import { FieldNames } from './FieldNames';
import { aheadOfServer, itemFilter, itemOrder } from './filter';
import { itemPage } from './page';
import { presentItem, type Item } from './present';

export function itemList(call: Call): MethodResult {
  const { params, zone, quirks, user, clock } = call;
  const type = entityTypeOf(call);
  const names = new FieldNames(type.fields.filter((field) => !field.user).map((field) => field.name));
  const original = quirks.originalUfNames && params['useOriginalUfNames'] === 'Y';

  const select = selectedNames(params['select'], names, original);
  const filter = convertKeys(mapOf(params['filter']), names, original, true);
  const fits = itemFilter(filter, type.fields, zone, aheadOfServer(user.timeZone, zone, clock.now()));
  const ordered = convertKeys(mapOf(params['order']), names, original, false);
  const order = itemOrder(ordered, type.fields, zone);
  const found = isUncountedById(call, ordered)
    ? firstPageById(type.readable(), fits)
    : arrange(type.readable().filter(fits), order, call.seed);

  const known = new Set([...type.fields.map((field) => field.name), 'CONTACT_IDS', 'ENTITY_TYPE_ID']);
  const kept = select?.filter((name) => known.has(name)) ?? null;
  const keys = kept && new Set(original ? kept : kept.map((name) => names.toCamel(name)));
  const present = (record: object): Item => {
    const item = presentItem(record, type.id, type.fields, names, zone);
    const named = original ? withOriginalNames(item, names) : item;
    return keys ? Object.fromEntries(Object.entries(named).filter(([key]) => keys.has(key))) : named;
  };
  const count = counter(call, totalsKey(type.id, user.id, filter), found.length);
  return itemPage(found, call, count, (page) => ({ items: page.map(present) }));
}

/** What clients that read everything ask for: no total, ids ascending. */
const isUncountedById = ({ params }: Call, order: Params): boolean =>
  toInt(params['start']) === -1 &&
  Object.keys(order).join() === 'ID' &&
  toText(order['ID']).toUpperCase() === 'ASC';

/**
 * The same as arranging all that fit, without looking further than the page goes: a portal of ten thousand
 * invoices is read in hundreds of pages.
 */
function firstPageById(recordsById: readonly object[], fits: Predicate): object[] {
  const page: object[] = [];
  for (const record of recordsById) {
    if (page.length === PAGE_SIZE) break;
    if (fits(record)) page.push(record);
  }
  return page;
}

/** Upper-case names, or null for everything. */
function selectedNames(select: Value | undefined, names: FieldNames, original: boolean): string[] | null {
  if (!isList(select)) return null;
  const upper = select.map((name) => convertKey(toText(name), names, original, false));
  return upper.includes('*') ? null : upper.map((name) => name.replaceAll('.', ''));
}

/**
 * With original names only a key whose field begins with UF_ stays as it is, and its prefix is understood at
 * the top level only (convertFieldNamesToUpper passes the flag to no deeper level).
 */
function convertKeys(map: Params, names: FieldNames, original: boolean, prefixed: boolean): Params {
  const entries = Object.entries(map).map(([key, value]): [string, Value] => {
    const nested = isMap(value) ? convertKeys(value, names, original, false) : value;
    const converted = isList(value)
      ? value.map((each) => (isMap(each) ? convertKeys(each, names, original, false) : each))
      : nested;
    return [convertKey(key, names, original, prefixed), converted];
  });
  return Object.fromEntries(entries);
}

function convertKey(key: string, names: FieldNames, original: boolean, prefixed: boolean): string {
  const field = prefixed ? splitKey(key).field : key;
  return original && field.startsWith('UF_') ? key : names.toUpper(key);
}

function withOriginalNames(item: Item, names: FieldNames): Item {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key.startsWith('uf') ? names.toUpper(key) : key, value]),
  );
}

/**
 * The total as the generation counts it. One that is kept is believed unless a page shows more or lies past the end;
 * a first page without rows has nothing to count (Bitrix24 source, crm/lib/controller/item.php, calculateTotal).
 */
function counter(call: Call, key: string, real: number): (offset: number, rows: number) => number {
  if (!call.quirks.staleTotals) return () => real;
  return (offset, rows) => {
    if (rows === 0 && offset === 0) return 0;
    const earlier = rows === 0 ? undefined : call.totals.get(key);
    if (earlier !== undefined && earlier > offset + rows) return earlier;
    call.totals.set(key, real);
    return real;
  };
}

/** Whatever the order in which a filter names its conditions. */
const totalsKey = (type: number, userId: number, filter: Params): string =>
  JSON.stringify([type, userId, filter], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );

const mapOf = (value: Value | undefined): Params =>
  isMap(value) ? value : isList(value) ? Object.fromEntries(Object.entries(value)) : {};
