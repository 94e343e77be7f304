/** Why the report cannot be written; the message is the sentence for the user. */
import { SentenceError } from '../domain/SentenceError';

export type WriterErrorCode =
  | 'FOREIGN_SHEET'
  | 'PROTECTED_SHEET'
  | 'CELL_LIMIT'
  | 'TEXT_TOO_LONG'
  | 'CONTENT_BELOW'
  | 'LOOKS_LIKE_REPORT'
  | 'ROW_UNCLEAR'
  | 'TABLE_LOST'
  | 'COLUMNS_TAKEN'
  | 'COLUMN_INSERTED'
  | 'COLUMN_DELETED'
  | 'COLUMN_MOVED'
  | 'TITLE_MOVED'
  | 'CELL_REJECTS'
  | 'CELL_DIFFERS'
  | 'TYPED_COLUMNS'
  | 'NOTE_WITHOUT_ID'
  | 'NOTE_DOUBLED'
  | 'NOTE_FORMULA'
  | 'NOTE_DROPPED'
  | 'NOTES_EDITED';

export class WriterError extends SentenceError {
  override readonly name = 'WriterError';

  constructor(
    readonly code: WriterErrorCode,
    sentence: string,
  ) {
    super(sentence);
  }
}
