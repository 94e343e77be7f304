/** The time of a page, passed in so that tests have one of their own. */
export interface Timer {
  /** Milliseconds since 1970. */
  now(): number;
  /** Gives a function that calls it off. */
  after(milliseconds: number, action: () => void): () => void;
}

export const browserTimer: Timer = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timeout = setTimeout(action, milliseconds);
    return () => clearTimeout(timeout);
  },
};
