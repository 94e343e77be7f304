/** Texts as an `.xlsx` file can hold them. */

/** UTF-16 units in one cell or note (Microsoft, "Excel specifications and limits"). */
const MAX_EXCEL_CHARACTERS = 32_767;
/** UTF-16 units (same source). */
const MAX_SHEET_NAME = 31;

// XML cannot hold most control characters, loses CR, and the library drops DEL. Excel writes such characters
// as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and a text that looks like that with its underscore spelled out.
const encoded = /[\u0000-\u0008\u000b-\u001f\u007f]|_(?=x[\da-fA-F]{4}_)/g;

/** What no encoding saves: halves of surrogate pairs and U+FFFE, U+FFFF. */
const impossible = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** Cuts to Excel's length and spells out what XML cannot hold; Excel shows the text as it was. */
export function toExcelText(text: string): string {
  const cut = text.length > MAX_EXCEL_CHARACTERS ? `${text.slice(0, MAX_EXCEL_CHARACTERS - 1)}…` : text;
  return cut
    .replace(impossible, '\ufffd')
    .replace(
      encoded,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** Excel's names are shorter and hold fewer characters than Google's; `taken` holds names in lower case. */
export function toExcelSheetName(name: string, taken: ReadonlySet<string>): string {
  const clean = name.replace(/[*?:\\/[\]]/g, '_').replace(/^'|'$/g, '_');
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? '' : ` (${attempt})`;
    const candidate = clean.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
