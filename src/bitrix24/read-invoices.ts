/** One page of the invoice list, and the check that the list really moves on. */
import type { Query } from '../domain/query';
import { invoiceDecoder, type DateField } from './decode-invoice';
import { toList, toObject } from './json';
import type { Call } from './methods';
import { badAnswer, decoded, type Read } from './read';

/**
 * @param query the page after the invoice id `query.id`
 * @param mayBeRefused a refusal of the filter is an answer: the list has to be read without it
 */
export function* readInvoices(
  query: Query,
  ask: Call,
  dateFields: readonly DateField[],
  mayBeRefused: boolean,
): Read {
  const reply = yield ask;
  if (reply.kind === 'failure' && reply.error.code === 'argument' && mayBeRefused) {
    return [{ query, answer: 'refused', life: 'refresh' }];
  }
  const page = decoded(ask.method, reply, ({ result }) =>
    toList(toObject(result, 'result')['items'], 'items').map(invoiceDecoder(dateFields)),
  );
  let last = query.id;
  const unique = page.filter(({ id }) => {
    if (id < last) throw badAnswer(ask.method);
    const isNew = id > last;
    last = id;
    return isNew;
  });
  // A page of nothing but what was already read would be asked for forever.
  if (page.length > 0 && unique.length === 0) throw badAnswer(ask.method);
  return [{ query, answer: unique, life: 'refresh' }];
}
