/** How the portal answers and how fast time goes, so that a busy machine too shows every state for long enough. */

/** Each wave of requests can be looked at. */
export const SLOW = { fault: 'slow', speed: 10 } as const;
/** Whoever closes a page, opens it again or presses a button finds the refresh still running. */
export const CRAWLING = { fault: 'crawl', speed: 10 } as const;
/** What is to come comes at once. */
export const FAST = { speed: 1_000 } as const;
