/** The argument that every crm.item.* and crm.category.* method demands. */
import { RestError } from '../answer/RestError';
import type { Call } from '../call';
import { toInt } from '../values';
import { entityType, type EntityType } from './entity-type';

/** "Could not find value" (Bitrix24 source, main/lib/engine/autowire/binder.php). */
const MISSING_VALUE = 100;

export function entityTypeOf({ params, data, rights, quirks }: Call): EntityType {
  if (params['entityTypeId'] === undefined) {
    const code = quirks.numericErrorCodes ? MISSING_VALUE : String(MISSING_VALUE);
    throw new RestError(400, code, 'Could not find value for parameter {entityTypeId}');
  }
  return entityType(toInt(params['entityTypeId']), data, rights, quirks.recurring);
}
