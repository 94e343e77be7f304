/** Shortening a sentence so that nobody takes what is left of it for the whole. */

/** The text itself, or as many of its words as fit before «…». @param longest UTF-16 units, «…» included */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = /^[^]*\S(?=\s)/.exec(text.slice(0, longest));
  return `${words?.[0] ?? text.slice(0, longest - 1)}…`;
}
