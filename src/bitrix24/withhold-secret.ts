/** A portal may echo what it was asked, secret included: a detail that holds the secret is not shown at all. */
import type { ErrorDetails } from './Bitrix24Error';

/**
 * The details without those of the portal's own words (a method's name is ours) that hold the webhook's secret, in whatever case and
 * however its characters are set apart.
 * @param webhook the full address, ending in the secret and `/`
 */
export function withholdSecret(details: ErrorDetails, webhook: string): ErrorDetails {
  const secret = bare(/([^/]*)\/?$/.exec(webhook)?.[1] ?? '');
  const shown = Object.entries(details).filter(
    ([key, value]) => key === 'method' || typeof value !== 'string' || !bare(value).includes(secret),
  );
  return Object.fromEntries(shown);
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
