/** The tables and lists that setters take, element by element. */
import { type Kind, mismatch } from '../signature';
import { refusals } from './refusals';

/** A setter's table of values: exactly the range's shape, each element of the kind. */
export function readTable<T>(
  rows: readonly (readonly unknown[])[],
  size: { readonly rows: number; readonly columns: number },
  kind: Kind<T>,
  kindName: string,
): T[][] {
  if (rows.length !== size.rows) throw refusals.rowsMismatch(rows.length, size.rows);
  return rows.map((row) => {
    if (row.length !== size.columns) throw refusals.columnsMismatch(row.length, size.columns);
    // Array.from also visits holes, which come out as undefined.
    return readList(
      Array.from(row, (element) => (element === undefined ? null : element)),
      kind,
      kindName,
    );
  });
}

/** The elements of a list, each of the kind. */
export function readList<T>(given: readonly unknown[], kind: Kind<T>, kindName: string): T[] {
  return given.map((element) => {
    const read = kind(element);
    if (read === mismatch) throw refusals.cannotConvert(element, kindName);
    return read;
  });
}
