/**
 * Whether Google has refused to write because the report was turned into a table of its own, whose columns have
 * types. A script can neither ask for such tables nor undo them, so the refusal is known by its text: "This operation
 * is not allowed on cells in typed columns." in English, as several projects report; in Russian it is unknown.
 */
import { messageOf } from '../domain/message-of';

const TYPED_COLUMNS: readonly RegExp[] = [
  /typed\s+columns?/i,
  /типизированн\S*\s+столб/i,
  /столб\S*\s[^.]*тип/i,
  /тип\S*\s[^.]*столб/i,
];

export const isOfTypedColumns = (error: unknown): boolean =>
  TYPED_COLUMNS.some((pattern) => pattern.test(messageOf(error)));
