/**
 * Whether two sheets of a spreadsheet may collide by name. Whether names that differ only in case do is undocumented, so
 * they are taken to.
 */
export const sameName = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();
