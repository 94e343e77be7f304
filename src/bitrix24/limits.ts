/** What the portal allows and how it counts, each number with its unit and its source, and written here only. */
import type { BucketLimits } from './LeakyBucket';

/** Requests at once and a second, of one portal (Bitrix24 REST documentation, limits.md). */
export const STANDARD_LIMITS: BucketLimits = { capacity: 50, perSecond: 2 };
/** The same on the Enterprise plan. */
export const ENTERPRISE_LIMITS: BucketLimits = { capacity: 250, perSecond: 5 };

/** What each method may work within the window (the same source). */
export const OPERATING_LIMIT_SECONDS = 480;
/** All work is forgiven after ten minutes, whatever an answer says. */
export const OPERATING_WINDOW_MILLISECONDS = 600_000;
/** Work is forgiven in steps of a minute. */
export const OPERATING_STEP_MILLISECONDS = 60_000;
/** One extra second for clock skew when work is waited for to be forgiven. */
export const OPERATING_GRACE_MILLISECONDS = 1_000;

/**
 * A save is stamped before it can be seen, and robots save again in the minutes after: rows of an invoice that
 * rested for less may still change without a new stamp.
 */
export const SETTLED_MILLISECONDS = 300_000;

/** The portal's own sort value for a requisite without one (Bitrix24 source, crm/lib/requisite.php). */
export const DEFAULT_REQUISITE_SORT = 500;
