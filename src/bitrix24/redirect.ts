/**
 * A portal that has moved answers with a redirect. The path of every request carries the secret, so it is never
 * sent anywhere but to the same scheme and host.
 */
export type Redirect =
  | { readonly kind: 'sameHost'; readonly url: string }
  /** The same host by the other scheme. */
  | { readonly kind: 'otherScheme'; readonly scheme: 'http' | 'https' }
  /** Somewhere else; `host` is safe to show, '' where it is not a plain host name. */
  | { readonly kind: 'elsewhere'; readonly host: string };

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** `url` was asked, `location` is the header of the answer. */
export function readRedirect(url: string, location: string): Redirect {
  const origin = /^https?:\/\/[^/]+/.exec(url)?.[0] ?? '';
  if (/^\/(?![/\\])/.test(location)) return { kind: 'sameHost', url: origin + location };
  // After the authority only a path, a query or a fragment: behind a backslash some clients see another host.
  const absolute = /^(?:(https?):)?\/\/([^/?#\\]*)((?:[/?#].*)?)$/i.exec(location);
  if (!absolute) return { kind: 'elsewhere', host: '' };
  const [, givenScheme = origin.split(':')[0] ?? '', authority = '', rest = ''] = absolute;
  const scheme = givenScheme.toLowerCase();
  if (withoutDefaultPort(`${scheme}://${authority}`) === withoutDefaultPort(origin))
    return { kind: 'sameHost', url: origin + rest };
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const askedHost = origin.replace(/^https?:\/\//, '').toLowerCase();
  if (withoutPort(host) === withoutPort(askedHost) && !origin.startsWith(`${scheme}:`))
    return { kind: 'otherScheme', scheme: scheme === 'http' ? 'http' : 'https' };
  // The portal's own name as the new one would puzzle; what else stands in the address is not shown.
  const isShown = host !== askedHost && /^[a-z0-9._-]+(:\d+)?$/.test(host);
  return { kind: 'elsewhere', host: isShown ? host : '' };
}

/** Where methods are asked: `before` the method's name and `behind` it. */
export interface Address {
  readonly before: string;
  readonly behind: string;
}

/** The address of all methods where a redirect of one of them leads to that method elsewhere; null where it does not. */
export function readAddress(url: string, method: string): Address | null {
  const [path = ''] = url.split(/[?#]/);
  const at = path.lastIndexOf(`/${method}`) + 1;
  const behind = url.slice(at + method.length);
  return at > 0 && /^(\.json)?\/?([?].*)?$/.test(behind) ? { before: url.slice(0, at), behind } : null;
}

const withoutPort = (host: string): string => host.replace(/:\d*$/, '');

const withoutDefaultPort = (origin: string): string =>
  origin.toLowerCase().replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2');
