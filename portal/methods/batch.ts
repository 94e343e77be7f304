/** batch (Bitrix24 source, rest/classes/general/rest_provider.php, methodsBatch): up to 50 calls as one request. */
import { RestError } from '../answer/RestError';
import type { MethodResult } from '../call';
import { parseQueryString } from '../request/query-string';
import { toText, entriesOf, isList, isMap, phpArray, toInt, type Params, type Value } from '../values';

export const MAX_COMMANDS = 50;

/** Runs one inner call; refuses by throwing a RestError. `time` is the inner call's own. */
export type InnerCall = (method: string, params: Params) => MethodResult & { readonly time: unknown };

/** Every part is keyed by the command's key; the HTTP status stays 200 whatever the commands give. */
export function batch(params: Params, call: InnerCall): MethodResult {
  const done = new Map<string, MethodResult & { readonly time: unknown }>();
  const failed = new Map<string, object>();
  const commands = entriesOf(params['cmd']);
  for (const [index, [key, command]] of commands.entries()) {
    try {
      if (index >= MAX_COMMANDS)
        throw new RestError(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
      const { method, query } = split(toText(command));
      if (method === 'batch')
        throw new RestError(400, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
      done.set(key, call(method, parseQueryString(withReferences(query, done))));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      failed.set(key, { error: error.code, error_description: error.message });
      if (toInt(params['halt']) === 1) break;
    }
  }
  const part = (read: (result: MethodResult & { readonly time: unknown }) => unknown) =>
    phpArray(
      [...done]
        .map(([key, result]) => [key, read(result)] as const)
        .filter(([, value]) => value !== undefined),
    );
  return {
    result: {
      result: part(({ result }) => result),
      result_error: phpArray([...failed]),
      result_total: part(({ total }) => total),
      result_next: part(({ next }) => next),
      result_time: part(({ time }) => time),
    },
  };
}

function split(command: string): { method: string; query: string } {
  const cut = command.indexOf('?');
  const method = (cut < 0 ? command : command.slice(0, cut)).toLowerCase();
  return { method, query: cut < 0 ? '' : command.slice(cut + 1) };
}

/** `$result[key][path]`; a reference that leads nowhere stays as it is (rest_util.php, processBatchElement). */
function withReferences(query: string, done: ReadonlyMap<string, MethodResult>): string {
  return query.replace(/\$result((?:\[[^\]]*\])+)/g, (reference, path: string) => {
    const [key = '', ...steps] = [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    const start = done.get(key)?.result as Value | undefined;
    const value = steps.reduce<Value | undefined>((node, step) => {
      if (isList(node)) return node[Number(step)];
      return isMap(node) ? node[step] : undefined;
    }, start);
    return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : reference;
  });
}
