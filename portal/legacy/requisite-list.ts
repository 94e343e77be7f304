/** crm.requisite.list and crm.requisite.get (Bitrix24 source, restservice.php, CCrmRequisiteRestProxy). */
import { legacyAccessDenied, legacyError, RestError } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import { COMPANY, CONTACT, type Requisite } from '../data/records';
import { toText, isList, toInt, type StoredValue } from '../values';
import { legacyList, printed } from './legacy-list';
import { idParam, listParam } from './legacy-params';

const COLUMNS = [
  'ID',
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'PRESET_ID',
  'DATE_CREATE',
  'DATE_MODIFY',
  'NAME',
  'XML_ID',
  'ACTIVE',
  'ADDRESS_ONLY',
  'SORT',
  'RQ_NAME',
  'RQ_FIRST_NAME',
  'RQ_LAST_NAME',
  'RQ_SECOND_NAME',
  'RQ_COMPANY_NAME',
  'RQ_COMPANY_FULL_NAME',
  'RQ_DIRECTOR',
  'RQ_INN',
  'RQ_BIN',
  'RQ_IIN',
  'RQ_EDRPOU',
  'RQ_DRFO',
  'RQ_VAT_ID',
  'RQ_KPP',
  'RQ_OGRN',
  'RQ_OGRNIP',
  'RQ_OKPO',
  'RQ_VAT_PAYER',
];

export function requisiteList(call: Call): MethodResult {
  const unknown = listParam(call, 'select').find(
    ([, name]) => name !== '*' && !COLUMNS.includes(toText(name)),
  );
  if (unknown) {
    throw new RestError(
      400,
      'ERROR_CORE',
      `Unknown field definition \`${toText(unknown[1])}\` for Requisite Entity.`,
    );
  }
  const types = readableTypes(call);
  if (types.size === 0) throw legacyAccessDenied();
  const rows = [...call.data.requisites.values()].filter(
    (requisite) =>
      types.has(requisite.ENTITY_TYPE_ID) &&
      (!call.quirks.requisitesByOwner || mayReadOwner(requisite, call)),
  );
  return legacyList(rows, COLUMNS, call);
}

export function requisiteGet(call: Call): MethodResult {
  const id = idParam(call);
  if (id <= 0) throw legacyError('ID is not defined or invalid.');
  const requisite = call.data.requisites.get(id);
  if (!requisite) throw legacyError(`The Requisite with ID '${id}' is not found`);
  if (!mayReadOwner(requisite, call)) throw legacyAccessDenied();
  return {
    result: Object.fromEntries(
      Object.entries(requisite).map(([name, value]: [string, StoredValue]) => [
        name,
        printed(name, value, call),
      ]),
    ),
  };
}

/** Only the plain key ENTITY_TYPE_ID is seen by the check; without it both types, or the readable one. */
function readableTypes(call: Call): Set<number> {
  const { anyCompany, anyContact } = call.rights;
  const readable = [...(anyCompany ? [COMPANY] : []), ...(anyContact ? [CONTACT] : [])];
  const asked = listParam(call, 'filter').find(([key]) => key === 'ENTITY_TYPE_ID')?.[1];
  if (asked === undefined) return new Set(readable);
  const types = (isList(asked) ? asked : [asked]).map(toInt);
  return new Set(types.every((type) => readable.includes(type)) ? types : []);
}

/** Owners of other types lie in the recycle bin. */
function mayReadOwner({ ENTITY_TYPE_ID, ENTITY_ID }: Requisite, { rights }: Call): boolean {
  if (ENTITY_TYPE_ID === COMPANY) return rights.company(ENTITY_ID);
  return ENTITY_TYPE_ID === CONTACT && rights.contact(ENTITY_ID);
}
