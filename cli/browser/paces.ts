/** How the portal answers and how fast time goes. */

/** A refresh of some hundred invoices takes several seconds, and every wave of requests shows in its counts. */
export const SLOW = { fault: 'slow', speed: 10 } as const;
/** Each wave takes five seconds: on a busy machine too there is time to press a button before the end. */
export const CRAWLING = { fault: 'crawl', speed: 10 } as const;
/** What is still to come comes at once. */
export const HURRIED = { fault: 'none', speed: 1_000 } as const;
/** An execution ends before a hundred invoices are read. */
export const ENDLESS = { fault: 'crawl', speed: 1_000 } as const;
