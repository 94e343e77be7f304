/** Parameters of legacy CRM proxies under any of their accepted spellings (Bitrix24 source, restservice.php). */
import type { Call } from '../call';
import { entriesOf, toInt, type Value } from '../values';

type ListParam = 'filter' | 'order' | 'select';

export function listParam({ params }: Call, name: ListParam): [string, Value][] {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const spelling = [name, name.toUpperCase(), capital, `ar${capital}`].find(
    (candidate) => params[candidate] !== undefined,
  );
  return spelling === undefined ? [] : entriesOf(params[spelling]);
}

/** 0: none given. */
export const idParam = ({ params }: Call): number => toInt(params['id'] ?? params['ID']);
