/**
 * Spellings of invoice fields. The portal keeps upper-case names (`BEGINDATE`, `UF_CRM_…`), `crm.item.*` speaks
 * camelCase, and its converter trips over some names when an operator such as `>=` stands before them
 * (Bitrix24 source, crm/lib/Service/Converter.php; main/lib/engine/response/converter.php).
 */
import type { DateFieldType } from '../domain/calendar-day';
import { isDateType } from '../domain/field-types';
import { isFilterableAnywhere } from '../domain/filter-name';
import type { FieldName } from '../domain/ids';
import type { FieldRecord } from '../domain/records';

export const isUserField = (name: FieldName): boolean => name.startsWith('UF_');

/** Whether it holds one day or one moment. */
export const isDateField = <F extends Pick<FieldRecord, 'type' | 'isMultiple'>>(
  field: F,
): field is F & { readonly type: DateFieldType } => !field.isMultiple && isDateType(field.type);

/** The name as `select` takes it and answers are keyed: `accountNumber`, `ufCrm_SMART_INVOICE_1651168135187`. */
export function camelName(name: FieldName): string {
  const auto = /^UF_CRM_(\d{1,4})_(\d+)$/.exec(name);
  if (auto) return `ufCrm${auto[1] ?? ''}_${auto[2] ?? ''}`;
  const isOrdinary = !isUserField(name) || /^[A-Z_]+$/.test(name) || /^UF_CRM_\d{1,4}_[A-Z_]+$/.test(name);
  if (isOrdinary && !LONE_LETTER.test(name)) {
    return name.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  }
  if (/^[A-Z_]+$/.test(name)) return lowerName(name);
  return name.startsWith('UF_CRM_')
    ? `ufCrm_${name.slice('UF_CRM_'.length)}`
    : `uf${name.slice('UF_'.length)}`;
}

/** A part of one letter before another part: on its way back from camelCase the converter joins the two. */
const LONE_LETTER = /_[A-Z]_/;

function lowerName(name: FieldName): string {
  return name.startsWith('UF_CRM_')
    ? `ufCrm_${name.slice('UF_CRM_'.length).toLowerCase()}`
    : name.toLowerCase();
}

export interface FilterSpelling {
  readonly key: string;
  /** The request must say `useOriginalUfNames: "Y"` and must not say `select`, which that option breaks. */
  readonly needsOriginalNames: boolean;
}

/**
 * The name as a filter key behind an operator. An all-lower-case tail survives the converter; it cannot be used
 * where a digit touches a letter, because the converter would part them.
 */
export function filterSpelling(name: FieldName): FilterSpelling {
  if (!isUserField(name)) return { key: camelName(name), needsOriginalNames: false };
  if (!isFilterableAnywhere(name)) return { key: name, needsOriginalNames: true };
  return { key: lowerName(name), needsOriginalNames: false };
}

/** The value of a field in an answer, however the portal spelled its key; undefined where it is not there. */
export function readField(item: Readonly<Record<string, unknown>>, name: FieldName): unknown {
  const camel = camelName(name);
  if (camel in item) return item[camel];
  if (name in item) return item[name];
  const bare = bareName(name);
  const key = Object.keys(item).find((candidate) => bareName(candidate) === bare);
  return key === undefined ? undefined : item[key];
}

const bareName = (name: string): string => name.replace(/_/g, '').toLowerCase();
