/** `Protection`, of a sheet or a range, as far as a script asks about those that people have made. */
import { ServiceClass } from '../service-objects';
import { type Members, takesOn } from '../signature';
import { type Context, onSheet, requireSheet } from './context';
import { PROTECTION_TYPE } from './enums';
import type { Protection as ProtectionData } from './sheet-parts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** The members of `Sheet` that have to do with protections. */
export function protectionMembers(context: Context) {
  const onProtection = takesOn<ProtectionData>();
  const protections = new ServiceClass<Protection, ProtectionData>(
    'SpreadsheetApp.Protection',
    context.gate,
    () => ({
      canEdit: onProtection().gives(({ warningOnly, editors }) => warningOnly || editors.has(context.user)),
    }),
  );
  return {
    getProtections: onSheet(PROTECTION_TYPE.kind).gives((sheet, type) =>
      requireSheet(context, sheet)
        .protections.filter(({ area }) => (type === 'SHEET') === (area === null))
        .map((protection) => protections.wrap(protection)),
    ),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
}
