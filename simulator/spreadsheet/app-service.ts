/** `SpreadsheetApp` for one execution. */
import type { Gate } from '../service';
import type { RunStyle } from './cell';
import type { Context, MetadataData, RangeData } from './context';
import { Enum } from './Enum';
import { Handles } from './Handles';
import { makeMetadata } from './metadata-service';
import { makeRange } from './range-service';
import { refusals } from './refusals';
import type { RichText } from './rich-text';
import { makeRichText, makeRichTextBuilder } from './rich-text-service';
import { makeSheet } from './sheet-service';
import type { SheetModel } from './SheetModel';
import { simulate, takes } from './signature';
import { makeSpreadsheet } from './spreadsheet-service';
import type { SpreadsheetModel } from './SpreadsheetModel';
import { makeTextStyle, makeTextStyleBuilder } from './text-style-service';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export interface SpreadsheetAppOptions {
  /** What `getUi()` answers; null where there is no user interface, e.g. in a trigger. */
  readonly ui: object | null;
  /** Without it `getActive…()` answers null, e.g. in a standalone script. */
  readonly activeAvailable: boolean;
  /** E-mail address of the person as whom the script runs; protections look at it. */
  readonly user?: string;
}

/**
 * The service of one execution on a spreadsheet that outlives it. Typed as Google's own; members that are not
 * simulated throw `NotSimulatedError`.
 */
export function makeSpreadsheetApp(
  book: SpreadsheetModel,
  gate: Gate,
  { ui, activeAvailable, user = 'owner@example.com' }: SpreadsheetAppOptions,
): SpreadsheetApp {
  const context = makeContext(book, gate, user);
  const active = takes().gives(() => (activeAvailable ? context.spreadsheet() : null));
  return simulate<SpreadsheetApp>(
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
      flush: takes().gives(() => book.settle()),
      newRichTextValue: takes().gives(() => makeRichTextBuilder(context, { text: '', runs: [] })),
      newTextStyle: takes().gives(() => makeTextStyleBuilder(context, {})),
    },
    {
      BorderStyle: context.borderStyles.service,
      WrapStrategy: context.wrapStrategies.service,
      DeveloperMetadataVisibility: context.visibilities.service,
      DeveloperMetadataLocationType: context.locations.service,
      ProtectionType: context.protectionTypes.service,
    },
  );
}

function makeContext(book: SpreadsheetModel, gate: Gate, user: string): Context {
  const context: Context = {
    book,
    gate,
    user,
    sheets: new Handles<SheetModel>((sheet) => makeSheet(context, sheet)),
    ranges: new Handles<RangeData>((range) => makeRange(context, range)),
    richTexts: new Handles<RichText>((value) => makeRichText(context, value)),
    textStyles: new Handles<RunStyle>((style) => makeTextStyle(context, style)),
    metadata: new Handles<MetadataData>((data) => makeMetadata(context, data)),
    spreadsheet: () => makeSpreadsheet(context),
    borderStyles: new Enum(
      'BorderStyle',
      ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'],
      gate,
    ),
    wrapStrategies: new Enum('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP'], gate),
    visibilities: new Enum('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT'], gate),
    locations: new Enum('DeveloperMetadataLocationType', ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'], gate),
    protectionTypes: new Enum('ProtectionType', ['RANGE', 'SHEET'], gate),
  };
  return context;
}
