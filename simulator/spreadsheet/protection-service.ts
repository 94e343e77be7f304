/** `Protection`, of a sheet or a range. */
import { type Context, type RangeData, requireSheet } from './context';
import { checkSheetEditable } from './protection';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { Protection as ProtectionData } from './sheet-parts';
import { flag, list, type Members, mismatch, simulate, takes, text } from './signature';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Protects for everybody but the user of the script. */
export function protectRange(context: Context, { sheet, area }: RangeData): Protection {
  return addProtection(context, sheet, area);
}

function addProtection(context: Context, sheet: SheetModel, area: ProtectionData['area']): Protection {
  checkSheetEditable(requireSheet(context, sheet), context.user);
  const protection: ProtectionData = {
    id: context.book.nextId(),
    area,
    description: '',
    warningOnly: false,
    editors: new Set([context.user]),
    unprotected: [],
  };
  sheet.protections.push(protection);
  return makeProtection(context, sheet, protection);
}

/** The members of `Sheet` that have to do with protections. */
export const protectionMembers = (context: Context, sheet: SheetModel) =>
  ({
    protect: takes().gives(() => addProtection(context, sheet, null)),
    getProtections: takes(context.protectionTypes.kind).gives((type) =>
      requireSheet(context, sheet)
        .protections.filter(({ area }) => (type === 'SHEET') === (area === null))
        .map((protection) => makeProtection(context, sheet, protection)),
    ),
  }) satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;

function makeProtection(context: Context, sheet: SheetModel, protection: ProtectionData): Protection {
  const area = () => protection.area ?? sheet.area();
  const canEdit = (): boolean => protection.warningOnly || protection.editors.has(context.user);
  const change = (run: () => void): void => {
    requireSheet(context, sheet);
    if (!canEdit()) throw refusals.protectedCell();
    run();
  };
  const wrap = (free: RangeData['area']): object => context.ranges.wrap({ sheet, area: free });
  return simulate<Protection>('Protection', context.gate, {
    canEdit: takes().gives(canEdit),
    getDescription: takes().gives(() => protection.description),
    getEditors: takes().gives(() => [...protection.editors]),
    getProtectionType: takes().gives(() =>
      context.protectionTypes.constant(protection.area === null ? 'SHEET' : 'RANGE'),
    ),
    getRange: takes().gives(() => wrap(area())),
    getUnprotectedRanges: takes().gives(() => protection.unprotected.map(wrap)),
    isWarningOnly: takes().gives(() => protection.warningOnly),
    addEditor: takes(text).chains((email) => change(() => protection.editors.add(email))),
    removeEditor: takes(text).chains((email) => change(() => protection.editors.delete(email))),
    remove: takes().gives(() =>
      change(() => {
        sheet.protections = sheet.protections.filter((other) => other !== protection);
      }),
    ),
    setDescription: takes(text).chains((description) =>
      change(() => {
        protection.description = description;
      }),
    ),
    setWarningOnly: takes(flag).chains((warningOnly) =>
      change(() => {
        protection.warningOnly = warningOnly;
      }),
    ),
    setUnprotectedRanges: takes(list).chains((ranges) =>
      change(() => {
        protection.unprotected = ranges.map((range) => {
          const data = context.ranges.kind(range);
          if (data === mismatch) throw refusals.cannotConvert(range, 'Range');
          return data.area;
        });
      }),
    ),
  });
}
