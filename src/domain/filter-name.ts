/** Which date fields any portal can filter invoices by. */

/**
 * The portal's converter parts a digit from a letter that it touches, so such a user field can be filtered by its
 * original name only, which portals before March 2025 do not take: there all invoices are read (Bitrix24 source,
 * main/lib/engine/response/converter.php; REST documentation, `useOriginalUfNames`).
 */
export const isFilterableAnywhere = (name: string): boolean =>
  !name.startsWith('UF_') || !/[A-Z]\d|\d[A-Z]/.test(name);
