/** What a claim says of a call that Google refuses. */

/** The text of the exception that `run` ends with, in the user's language; null where it ends well. */
export function refusal(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
