/** What a portal passes over in silence, as an older version or a module of others may. */
import { isMap, type Params, type Value } from '../values';

export interface Ignores {
  /** Names in `order`, as the request spells them: `updatedTime`, `DATE_MODIFY`. */
  readonly orders?: readonly string[];
  /** Every name in `order` but the first. */
  readonly furtherOrders?: boolean;
  /** Keys in `filter` with their operators, as the request spells them: `@REQUISITE_ID`, `!@id`. */
  readonly filters?: readonly string[];
}

/** The request as such a portal understands it. */
export function understood(
  params: Params,
  { orders = [], furtherOrders = false, filters = [] }: Ignores,
): Params {
  const left: Record<string, (entry: readonly [string, Value], index: number) => boolean> = {
    order: ([name], index) => !orders.includes(name) && !(furtherOrders && index > 0),
    filter: ([key]) => !filters.includes(key),
  };
  const entries = Object.entries(params).map(([name, value]) => {
    const keeps = left[name.toLowerCase()];
    if (!keeps || !isMap(value)) return [name, value] as const;
    return [name, Object.fromEntries(Object.entries(value).filter(keeps))] as const;
  });
  return Object.fromEntries(entries);
}
