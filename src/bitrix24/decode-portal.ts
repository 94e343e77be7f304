/** What answers say of the portal itself: stages, fields, the webhook's user and rights, its clock. */
import type { FieldName, StageId } from '../domain/ids';
import type {
  CategoryRecord,
  FieldRecord,
  ProfileRecord,
  StageRecord,
  StageSemantics,
} from '../domain/records';
import { Bitrix24Error } from './Bitrix24Error';
import { listIn, ShapeError, toFlag, toId, toInteger, toList, toObject, toText, toWhole } from './json';
import { RecordReader } from './RecordReader';

/** Stage ids of invoices begin so, the category's number follows. */
const INVOICE_STAGE_PREFIX = 'DT31_';

/** The stages of all invoice pipelines out of the portal's whole status directory. */
export function decodeStages(result: unknown): readonly StageRecord[] {
  const stages: StageRecord[] = [];
  for (const value of toList(result, 'statuses')) {
    const values = new RecordReader<never>(toWhole(value, ['STATUS_ID'], 'status'), 'status');
    const id = values.read('STATUS_ID', null, '', toText);
    if (!id.startsWith(INVOICE_STAGE_PREFIX)) continue;
    stages.push({
      id: id as StageId,
      name: values.read('NAME', null, '', toText),
      semantics: semanticsOf(values.read('SEMANTICS', null, '', toText)),
      sort: values.read('SORT', null, 0, (sort, place) => toInteger(sort ?? 0, place)),
    });
  }
  return stages;
}

/** Anything but success and failure is "in process" (Bitrix24 source, crm/lib/phasesemantics.php). */
function semanticsOf(semantics: string): StageSemantics {
  return semantics === 'S' || semantics === 'F' ? semantics : 'P';
}

export function decodeFields(result: unknown): readonly FieldRecord[] {
  const fields = toObject(toObject(result, 'result')['fields'], 'fields');
  return Object.keys(fields).map((key) => {
    const field = toObject(fields[key], `fields.${key}`);
    const values = new RecordReader<never>(field, 'field');
    const options = field['items'] === undefined ? {} : { options: decodeOptions(field['items']) };
    return {
      name: (values.read('upperName', null, '', toText) || key) as FieldName,
      title: values.read('title', null, '', toText),
      type: values.read('type', null, '', toText),
      isMultiple: values.read('isMultiple', null, false, toFlag),
      isUserField: values.read('isDynamic', null, false, toFlag),
      ...options,
    };
  });
}

/** Ids and texts of a list's options. */
function decodeOptions(items: unknown): Readonly<Record<string, string>> {
  const options = toList(items, 'field.items').map((value) => {
    const option = toObject(value, 'option');
    return [String(toId(option['ID'], 'option.ID')), toText(option['VALUE'], 'option.VALUE')] as const;
  });
  return Object.fromEntries(options);
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

export function decodeCategories(result: unknown): readonly CategoryRecord[] {
  return listIn(result, 'categories').map((value) => {
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
