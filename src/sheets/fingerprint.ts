/** A short fingerprint of a text: it only has to notice a change, nobody attacks it. */

// FNV-1a, 32 bits (draft-eastlake-fnv), over UTF-16 units.
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export function fingerprint(text: string): string {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return (hash >>> 0).toString(16);
}
