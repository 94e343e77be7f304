/** What answers say of the portal itself: stages, fields, the webhook's user and rights, its clock. */
import type { FieldName, StageId } from '../domain/ids';
import type { FieldRecord, ProfileRecord, StageRecord, StageSemantics } from '../domain/records';
import { Bitrix24Error } from './Bitrix24Error';
import { ShapeError, toFlag, toId, toInteger, toList, toObject, toText, type JsonObject } from './json';

/** Stage ids of invoices begin so, the category's number follows. */
const INVOICE_STAGE_PREFIX = 'DT31_';

/** The stages of all invoice pipelines out of the portal's whole status directory. */
export function decodeStages(result: unknown): readonly StageRecord[] {
  const stages: StageRecord[] = [];
  for (const value of toList(result, 'statuses')) {
    const status = toObject(value, 'status');
    const id = toText(status['STATUS_ID'], 'status.STATUS_ID');
    if (id === '') throw new ShapeError('status.STATUS_ID', 'a stage id');
    if (!id.startsWith(INVOICE_STAGE_PREFIX)) continue;
    stages.push({
      id: id as StageId,
      name: toText(status['NAME'], 'status.NAME'),
      semantics: decodeSemantics(status),
    });
  }
  return stages;
}

/** Anything but success and failure is "in process" (Bitrix24 source, crm/lib/phasesemantics.php). */
function decodeSemantics(status: JsonObject): StageSemantics {
  const semantics = toText(status['SEMANTICS'], 'status.SEMANTICS');
  return semantics === 'S' || semantics === 'F' ? semantics : 'P';
}

export function decodeFields(result: unknown): readonly FieldRecord[] {
  const fields = toObject(toObject(result, 'result')['fields'], 'fields');
  return Object.keys(fields).map((key) => {
    const field = toObject(fields[key], `fields.${key}`);
    return {
      name: (toText(field['upperName'], 'field.upperName') || key) as FieldName,
      title: toText(field['title'], 'field.title'),
      type: toText(field['type'], 'field.type'),
      isMultiple: toFlag(field['isMultiple'], 'field.isMultiple'),
      isUserField: toFlag(field['isDynamic'], 'field.isDynamic'),
    };
  });
}

export function decodeProfile(result: unknown): ProfileRecord {
  const profile = toObject(result, 'profile');
  // A user who may no longer log in has an empty one (Bitrix24 source, rest/lib/api/user.php).
  if (Object.keys(profile).length === 0) throw new Bitrix24Error('userInactive');
  const names = [toText(profile['NAME'], 'profile.NAME'), toText(profile['LAST_NAME'], 'profile.LAST_NAME')];
  return {
    id: String(toId(profile['ID'], 'profile.ID')),
    name: names.filter((part) => part !== '').join(' '),
    admin: toFlag(profile['ADMIN'], 'profile.ADMIN'),
  };
}

export interface CategoryRecord {
  readonly id: number;
  readonly name: string;
}

export function decodeCategories(result: unknown): readonly CategoryRecord[] {
  return toList(toObject(result, 'result')['categories'], 'categories').map((value) => {
    const category = toObject(value, 'category');
    return { id: toInteger(category['id'], 'category.id'), name: toText(category['name'], 'category.name') };
  });
}

export function decodeScopes(result: unknown): readonly string[] {
  return toList(result, 'scopes').map((scope) => toText(scope, 'scope'));
}

/** The portal's clock with its own offset, `2026-08-05T09:02:13+03:00`. */
export function decodeServerTime(result: unknown): string {
  const time = toText(result, 'server time');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(time))
    throw new ShapeError('server time', 'an ISO time');
  return time;
}
