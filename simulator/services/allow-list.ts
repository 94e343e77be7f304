/** The manifest's `urlFetchWhitelist` (Google, "Allowlist URLs"): which addresses a fetch may go to. */

/** A prefix matches whole path segments or up to `?`; one leading `*.` stands for any subdomain. */
export function isAllowed(url: string, allowList: readonly string[]): boolean {
  const target = new URL(url);
  return target.protocol === 'https:' && allowList.some((prefix) => matches(target, new URL(prefix)));
}

function matches(target: URL, prefix: URL): boolean {
  const wildcard = prefix.hostname.startsWith('*.');
  const hostFits = wildcard
    ? target.hostname.endsWith(prefix.hostname.slice(1))
    : target.host === prefix.host;
  const folder = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return hostFits && (target.pathname === prefix.pathname || target.pathname.startsWith(folder));
}
