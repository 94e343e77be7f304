/**
 * The text of whatever was thrown; `''` where it has none. By its shape: what a platform throws may be made in
 * another world than this code's, and then it is no `Error` of this one. Only to be looked at, never to be shown.
 */
export function messageOf(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : '';
}
