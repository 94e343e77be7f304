/** `SpreadsheetApp` for one execution. */
import { type Gate, NotSimulatedError } from '../service';
import { makeService } from '../service-objects';
import { type Members, takes, text } from '../signature';
import { makeChartClasses } from './chart-classes';
import type { Context } from './context';
import {
  BOOLEAN_CRITERIA,
  BORDER_STYLE,
  METADATA_LOCATION,
  METADATA_VISIBILITY,
  PROTECTION_TYPE,
  SHEET_TYPE,
  VALIDATION_CRITERIA,
  WRAP_STRATEGY,
} from './enums';
import { makeMetadataClass } from './metadata-service';
import { PendingWrites } from './PendingWrites';
import { makeRangeClass } from './range-service';
import { refusals } from './refusals';
import { makeRichTextClasses } from './rich-text-service';
import { makeRuleClasses } from './rule-classes';
import { makeSheetClass } from './sheet-service';
import { makeSpreadsheetClass } from './spreadsheet-service';
import type { SpreadsheetModel } from './SpreadsheetModel';
import { makeTextStyleClasses } from './text-style-service';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export interface SpreadsheetAppOptions {
  /** What `getUi()` answers; null where there is no user interface, e.g. in a trigger. */
  readonly ui: object | null;
  /** Without it `getActive…()` answers null, e.g. in a standalone script. */
  readonly activeAvailable: boolean;
  /** The person as whom the script runs; protections look at it. */
  readonly user?: string;
  /** For whoever applies what is pending at the end of the execution. */
  readonly pending?: PendingWrites;
}

/**
 * The service of one execution on a spreadsheet that outlives it. Typed as Google's own; members that are not
 * simulated throw `NotSimulatedError`.
 */
export function makeSpreadsheetApp(
  book: SpreadsheetModel,
  gate: Gate,
  options: SpreadsheetAppOptions,
): SpreadsheetApp {
  const { ui, activeAvailable, user = 'owner@example.com' } = options;
  const textStyles = makeTextStyleClasses(gate);
  const richTexts = makeRichTextClasses(gate, textStyles);
  const ranges = makeRangeClass(gate, () => context);
  const rules = makeRuleClasses(gate, ranges);
  const context: Context = {
    book,
    gate,
    pending: options.pending ?? new PendingWrites(book.quirks),
    user,
    spreadsheets: makeSpreadsheetClass(gate, () => context),
    sheets: makeSheetClass(gate, () => context),
    ranges,
    richTexts: richTexts.values,
    textStyles: textStyles.styles,
    metadata: makeMetadataClass(gate, () => context),
    rules: rules.rules,
    charts: makeChartClasses(gate, ranges, book.quirks),
  };
  const active = takes().gives(() => (activeAvailable ? context.spreadsheets.wrap(book) : null));
  return makeService<SpreadsheetApp>(
    'SpreadsheetApp',
    gate,
    {
      getActive: active,
      getActiveSpreadsheet: active,
      getActiveSheet: takes().gives(() => (activeAvailable ? context.sheets.wrap(book.activeSheet) : null)),
      getUi: takes().gives(() => {
        if (ui === null) throw refusals.noUi();
        return ui;
      }),
      ...otherDocuments(context),
      flush: takes().gives(() => context.pending.settle()),
      newRichTextValue: takes().gives(richTexts.newBuilder),
      newTextStyle: takes().gives(textStyles.newBuilder),
      newConditionalFormatRule: takes().gives(rules.newBuilder),
    },
    {
      BooleanCriteria: BOOLEAN_CRITERIA.holder(gate),
      BorderStyle: BORDER_STYLE.holder(gate),
      DataValidationCriteria: VALIDATION_CRITERIA.holder(gate),
      WrapStrategy: WRAP_STRATEGY.holder(gate),
      DeveloperMetadataVisibility: METADATA_VISIBILITY.holder(gate),
      DeveloperMetadataLocationType: METADATA_LOCATION.holder(gate),
      SheetType: SHEET_TYPE.holder(gate),
      ProtectionType: PROTECTION_TYPE.holder(gate),
    },
  );
}

/** Whether they may be called is the execution's business; there is no other spreadsheet than this one. */
function otherDocuments({ book, spreadsheets }: Context) {
  const open = (isThis: boolean, member: string): object => {
    if (!isThis) throw new NotSimulatedError(`SpreadsheetApp.${member} of another spreadsheet`);
    return spreadsheets.wrap(book);
  };
  return {
    openById: takes(text).gives((id) => open(id === book.id, 'openById')),
    openByUrl: takes(text).gives((url) => open(url.includes(`/d/${book.id}/`), 'openByUrl')),
    create: takes(text).gives(() => open(false, 'create')),
  } satisfies Members<SpreadsheetApp>;
}
