/** `SpreadsheetApp` for one execution. */
import { type Gate, NotSimulatedError } from '../service';
import { type ChartTypes, makeChartClasses, makeChartTypes } from './chart-classes';
import { makeRuleClasses } from './rule-classes';
import type { Context, MetadataData } from './context';
import { Enum } from './Enum';
import { Handles } from './Handles';
import { makeMetadata } from './metadata-service';
import { makeRangeClass } from './range-service';
import { PendingWrites } from './PendingWrites';
import { refusals } from './refusals';
import { makeRichTextClasses } from './rich-text-service';
import { makeSheet } from './sheet-service';
import type { SheetModel } from './SheetModel';
import { type Members, simulate, takes, text } from './signature';
import { makeSpreadsheet } from './spreadsheet-service';
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
  /** The values of `Charts.ChartType`, where the script has them. */
  readonly chartTypes?: ChartTypes;
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
  const pending = options.pending ?? new PendingWrites(book.quirks);
  const texts = { richTexts: richTexts.values, textStyles: textStyles.styles };
  const ranges = makeRangeClass(gate, () => context);
  const rules = makeRuleClasses(gate, ranges);
  const charts = makeChartClasses(gate, options.chartTypes ?? makeChartTypes(gate), ranges);
  const parts = { ...texts, ranges, rules: rules.rules, charts };
  const context: Context = makeContext({ book, gate, pending, user, ...parts });
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
      ...otherDocuments(context),
      flush: takes().gives(() => context.pending.settle()),
      newRichTextValue: takes().gives(richTexts.newBuilder),
      newTextStyle: takes().gives(textStyles.newBuilder),
      newConditionalFormatRule: takes().gives(rules.newBuilder),
    },
    {
      BorderStyle: context.borderStyles.service,
      WrapStrategy: context.wrapStrategies.service,
      DeveloperMetadataVisibility: context.visibilities.service,
      DeveloperMetadataLocationType: context.locations.service,
      SheetType: context.sheetTypes.service,
      ProtectionType: context.protectionTypes.service,
      BandingTheme: context.bandingThemes.service,
    },
  );
}

/** Whether they may be called is the execution's business; there is no other spreadsheet than this one. */
function otherDocuments({ book, spreadsheet }: Context) {
  const open = (isThis: boolean, member: string): object => {
    if (!isThis) throw new NotSimulatedError(`SpreadsheetApp.${member} of another spreadsheet`);
    return spreadsheet();
  };
  return {
    openById: takes(text).gives((id) => open(id === book.id, 'openById')),
    openByUrl: takes(text).gives((url) => open(url.includes(`/d/${book.id}/`), 'openByUrl')),
    create: takes(text).gives(() => open(false, 'create')),
  } satisfies Members<SpreadsheetApp>;
}

type Given = Pick<
  Context,
  'book' | 'gate' | 'pending' | 'user' | 'richTexts' | 'textStyles' | 'ranges' | 'rules' | 'charts'
>;

function makeContext(given: Given): Context {
  const { gate } = given;
  const context: Context = {
    ...given,
    sheets: new Handles<SheetModel>((sheet) => makeSheet(context, sheet)),
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
    bandingThemes: new Enum('BandingTheme', ['LIGHT_GREY', 'CYAN', 'GREEN', 'YELLOW', 'BLUE', 'GREY'], gate),
    sheetTypes: new Enum('SheetType', ['GRID', 'OBJECT', 'DATASOURCE'], gate),
    protectionTypes: new Enum('ProtectionType', ['RANGE', 'SHEET'], gate),
  };
  return context;
}
