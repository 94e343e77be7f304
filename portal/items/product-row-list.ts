/** crm.item.productrow.list (Bitrix24 source, crm/lib/controller/item/productrow.php), both rule sets. */
import { accessDenied, invalidArgument, missingArgument, RestError } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import type { ProductRow } from '../data/records';
import { arrange, column, predicate, splitKey, type Operand, type Predicate, type Sorting } from '../query';
import { toText, entriesOf, isList, toInt, type Value } from '../values';
import { FieldNames } from './FieldNames';
import { itemPage } from './page';

const INVOICE_ABBREVIATION = 'SI';
const COLUMNS = [
  'ID',
  'OWNER_ID',
  'PRODUCT_ID',
  'PRODUCT_NAME',
  'PRICE',
  'PRICE_EXCLUSIVE',
  'PRICE_NETTO',
  'PRICE_BRUTTO',
  'QUANTITY',
  'DISCOUNT_TYPE_ID',
  'DISCOUNT_RATE',
  'DISCOUNT_SUM',
  'TAX_RATE',
  'TAX_INCLUDED',
  'CUSTOMIZED',
  'MEASURE_CODE',
  'MEASURE_NAME',
  'SORT',
  'XML_ID',
  'TYPE',
  'STORE_ID',
];
const KEYS = COLUMNS.map((name) => [name, new FieldNames(COLUMNS).toCamel(name)] as const);
const OWNER_KEYS = new Set(['=ownerType', '=ownerId']);
/** NEW allows no more. */
const FILTER_COLUMNS = new Set(['ID', 'PRODUCT_ID']);
const SCALAR_OPERATORS = new Set(['', '=', '!', '!=', '>', '>=', '<', '<=']);
const ORDER_COLUMNS = new Set(['ID', 'SORT']);
const DECIMALS = 8;

export function productRowList(call: Call): MethodResult {
  const filter = new Map(entriesOf(call.params['filter']));
  const rows = ownersOf(filter.get('=ownerType'), filter.get('=ownerId'), call).flatMap((id) =>
    call.data.rowsOf(id),
  );
  const conditions = [...filter]
    .filter(([key]) => !OWNER_KEYS.has(key))
    .flatMap(([key, value]) => condition(key, value, call));
  const found = rows.filter((row) => conditions.every((fits) => fits(row)));
  const arranged = arrange(found, sortings(call), call.seed);
  return itemPage(
    arranged,
    call,
    () => arranged.length,
    (page) => ({ productRows: page.map((row) => present(row, call)) }),
  );
}

/** The invoices whose rows are meant and may be given. */
function ownersOf(type: Value | undefined, owner: Value | undefined, call: Call): number[] {
  const { rights, data, quirks, user } = call;
  if (type === undefined || type === '' || type === null) throw missingArgument('=ownerType');
  if (quirks.freeRowQueries) {
    if (!isList(owner) && toInt(owner) <= 0) throw missingArgument('=ownerId');
    // The right is tested for the list cast to int: invoice 1, whatever the list holds.
    const tested = toInt(owner);
    const whatever = isList(owner) ? rights.allInvoices : user.admin;
    const admitted = tested > 0 && (whatever || (data.invoices.has(tested) && rights.invoice(tested)));
    if (type !== INVOICE_ABBREVIATION || !admitted) throw accessDenied();
    return isList(owner) ? [...new Set(owner.map(toInt))] : [tested];
  }
  if (isList(type)) throw missingArgument('=ownerType');
  if (!isPositiveInteger(owner)) throw missingArgument('=ownerId');
  const id = toInt(owner);
  if (type !== INVOICE_ABBREVIATION || !data.invoices.has(id) || !rights.invoice(id)) throw accessDenied();
  return [id];
}

const isPositiveInteger = (value: Value | undefined): boolean =>
  (typeof value === 'number' || typeof value === 'string') && /^[1-9]\d*$/.test(String(value));

function condition(key: string, value: Value, call: Call): Predicate[] {
  const { operator, field } = splitKey(new FieldNames(COLUMNS).toUpper(key));
  if (/^[<>]/.test(operator) && (value === null || typeof value === 'object')) {
    throw invalidArgument(`Value for filter key '${key}' should be either string or number`);
  }
  if (!call.quirks.freeRowQueries) {
    const list = operator === '@' && isList(value) && value.length > 0;
    const scalar = SCALAR_OPERATORS.has(operator) && value !== null && typeof value !== 'object';
    if (!FILTER_COLUMNS.has(field) || !(list || scalar)) return [];
  }
  if (!COLUMNS.includes(field)) throw ormError(field, call);
  const wanted = (isList(value) ? value : [value]).map(operand);
  const read = (record: object): Operand => operand(column(record, field));
  return [predicate(operator.replace('@', '='), read, wanted)];
}

const operand = (value: unknown): Operand => {
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (typeof value === 'string')
    return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  return typeof value === 'number' ? value : null;
};

function sortings(call: Call): Sorting[] {
  const names = new FieldNames(COLUMNS);
  const asked = entriesOf(call.params['order']).map(([key, value]) => ({
    name: names.toUpper(key),
    direction: toText(value).toUpperCase(),
  }));
  const free = call.quirks.freeRowQueries;
  const unknown = asked.find(({ name }) => !COLUMNS.includes(name));
  if (free && unknown) throw ormError(unknown.name, call);
  const kept = asked.filter(
    ({ name, direction }) => free || (ORDER_COLUMNS.has(name) && /^(ASC|DESC)$/.test(direction)),
  );
  const standard = free
    ? []
    : [
        { name: 'SORT', direction: 'ASC' },
        { name: 'ID', direction: 'ASC' },
      ];
  return (kept.length > 0 ? kept : standard).map(({ name, direction }) => ({
    read: (record) => operand(column(record, name)),
    descending: direction === 'DESC',
  }));
}

/** An exception of the ORM carries the code 0. */
const ormError = (name: string, call: Call): RestError =>
  new RestError(
    400,
    call.quirks.numericErrorCodes ? 0 : '0',
    `Unknown field definition \`${name}\` (${name}) for ProductRow Entity.`,
  );

function present(row: ProductRow, call: Call): object {
  const item: Record<string, unknown> = { ownerType: INVOICE_ABBREVIATION };
  const shown = { ...row, PRODUCT_NAME: shownName(row, call.data.products) };
  for (const [name, key] of KEYS) {
    const value = column(shown, name);
    if (name === 'STORE_ID' && !call.quirks.rowStores) continue;
    if (typeof value === 'number') item[key] = Number(value.toFixed(DECIMALS));
    else item[key] = typeof value === 'boolean' ? (value ? 'Y' : 'N') : value;
  }
  return item;
}

/** A name that is not stored is the catalogue's of this moment (Bitrix24 source, crm/lib/productrow.php, resolveProductName). */
const shownName = (row: ProductRow, products: ReadonlyMap<number, string>): string | null =>
  row.PRODUCT_NAME === null || row.PRODUCT_NAME === ''
    ? (products.get(row.PRODUCT_ID) ?? row.PRODUCT_NAME)
    : row.PRODUCT_NAME;
