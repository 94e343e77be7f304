/** crm.category.list (Bitrix24 source, crm/lib/controller/category.php): not paged, unreadable pipelines left out. */
import type { Call, MethodResult } from '../call';
import { INVOICE } from '../data/records';
import { entityTypeOf } from './entity-type-of';

export function categoryList(call: Call): MethodResult {
  const type = entityTypeOf(call);
  const readable = type.id === INVOICE && type.open ? call.data.categories : [];
  const categories = readable.map(({ id, name, sort, isDefault }) => ({
    id,
    name,
    sort,
    entityTypeId: type.id,
    isDefault: isDefault ? 'Y' : 'N',
  }));
  return { result: { categories }, total: categories.length };
}
