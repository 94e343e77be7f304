/** crm.item.fields (Bitrix24 source, crm/lib/controller/item.php, fieldsAction; restservice.php, prepareFieldInfos). */
import { accessDenied } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import { entityTypeOf } from './entity-type-of';
import { FieldNames } from './FieldNames';
import type { Field } from './fields';

export function itemFields(call: Call): MethodResult {
  const type = entityTypeOf(call);
  if (!type.open) throw accessDenied();
  const original = call.quirks.originalUfNames && call.params['useOriginalUfNames'] === 'Y';
  const names = new FieldNames(type.fields.map((field) => field.name));
  const entries = type.fields.map((field) => {
    const key = original && field.user ? field.name : names.toCamel(field.name);
    return [key, describe(field)] as const;
  });
  return { result: { fields: Object.fromEntries(entries) } };
}

function describe({ name, type, title, multiple, user, readOnly, statusType, items }: Field): object {
  const labels = user ? { listLabel: title, formLabel: title, filterLabel: title, settings: {} } : {};
  return {
    type,
    isRequired: false,
    isReadOnly: readOnly,
    isImmutable: false,
    isMultiple: multiple,
    isDynamic: user,
    title,
    statusType,
    ...(items === undefined ? {} : { items }),
    ...labels,
    upperName: name,
  };
}
