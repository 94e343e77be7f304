/** What a page knows from its first moment, before any call has answered: the script puts it into the page that it shows. */
import type { NamesTaken } from '../domain/sheet-kind';
import type { TabName } from '../texts/menu-texts';
import type { KnownField } from './KnownFields';
import type { SettingsChange } from './settings-changes';

export interface PageFacts {
  /** What the person wants to see. */
  readonly tab: TabName;
  /** Whether a refresh begins while the page is being shown. */
  readonly isRefreshing: boolean;
  /** The spreadsheet's time zone. */
  readonly zone: string;
  /** The portal's date fields as they were called when it was last asked; maybe not all, and none of a new portal. */
  readonly fields: readonly KnownField[];
  /** The last changes of settings, newest first; `by` as the reader may know it. */
  readonly changes: readonly SettingsChange[];
  /** Why no colleague's request is taken: a sentence; null where it may be, and for the owner. */
  readonly refusal: string | null;
  /** How many invoices outside the report have notes. */
  readonly notesOutside: number;
  /** Sheets of others under the names of the report's. */
  readonly taken: NamesTaken;
}

/** What could end the element, or be taken for a comment: what serves pages looks for comments in texts too. */
const TELLING = /[<>&/*\u2028\u2029]/g;

/** @returns the HTML of an element with the facts as JSON, whatever their texts hold */
export function embedded(facts: PageFacts): string {
  const json = JSON.stringify(facts).replace(
    TELLING,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/json">${json}</script>`;
}
