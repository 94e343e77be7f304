/** The REST address: `/rest/<user>/<secret>/<method>[.json][/]`, credentials may be missing. */

export interface Route {
  /** Lower case; `''` when the address names none. */
  readonly method: string;
  readonly credentials: { readonly userId: string; readonly secret: string } | null;
}

/** null: not an address of the REST API. */
export function routeOf(path: string): Route | null {
  const [root, ...parts] = path.replace(/\?.*$/s, '').replace(/\/$/, '').split('/').slice(1);
  if (root !== 'rest' || parts[0] === 'api') return null;
  const [first = '', secret = '', method = '', ...rest] = parts;
  if (rest.length > 0) return null;
  if (parts.length === 1) return { method: methodName(first), credentials: null };
  return { method: methodName(method), credentials: { userId: first, secret } };
}

const methodName = (text: string): string => text.toLowerCase().replace(/\.json$/, '');
