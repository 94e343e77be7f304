/** `DeveloperMetadata`, its finder and its location, for spreadsheets, sheets and columns. */
import { LIMITS } from '../limits';
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { integer, type Kind, type Members, orNull, takesOn, text } from '../signature';
import { type Context, type MetadataData, onRange, requireSheet } from './context';
import { METADATA_LOCATION, METADATA_VISIBILITY } from './enums';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { Metadata } from './sheet-parts';

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type DeveloperMetadataFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type DeveloperMetadataLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type MetadataClass = ServiceClass<DeveloperMetadata, MetadataData>;

const onMetadata = takesOn<MetadataData>();

const holderOf = (context: Context, sheet: SheetModel | null) =>
  sheet === null ? context.book : requireSheet(context, sheet);

/** Everything that counts against the limit of a place: what hangs on a sheet's columns counts with the sheet's. */
const siblingsOf = (context: Context, sheet: SheetModel | null): Metadata[] => {
  const onColumns = sheet === null ? [] : sheet.columnMetadata.flatMap((all) => all ?? []);
  return [...holderOf(context, sheet).metadata, ...onColumns];
};

/** `context` is asked for when the first member is, as it holds this class itself. */
export function makeMetadataClass(gate: Gate, context: () => Context): MetadataClass {
  const locations = new ServiceClass<DeveloperMetadataLocation, MetadataData>(
    'SpreadsheetApp.DeveloperMetadataLocation',
    gate,
    () => locationMembers(context()),
  );
  return new ServiceClass<DeveloperMetadata, MetadataData>('SpreadsheetApp.DeveloperMetadata', gate, () => ({
    ...ownMembers(context()),
    getLocation: onMetadata().gives((data) => locations.wrap(data)),
  }));
}

function ownMembers(context: Context) {
  return {
    getId: onMetadata().gives(({ metadata }) => metadata.id),
    getKey: onMetadata().gives(({ metadata }) => metadata.key),
    getValue: onMetadata().gives(({ metadata }) => metadata.value),
    getVisibility: onMetadata().gives(({ metadata }) => METADATA_VISIBILITY.constant(metadata.visibility)),
    setKey: onMetadata(text).chains(({ metadata }, key) => {
      metadata.key = key;
    }),
    setValue: onMetadata(orNull(text)).chains(({ metadata, sheet }, value) => {
      const others = siblingsOf(context, sheet).filter((other) => other !== metadata);
      checkSize([...others, { ...metadata, value }]);
      metadata.value = value;
    }),
    setVisibility: onMetadata(METADATA_VISIBILITY.kind).chains(({ metadata }, visibility) => {
      metadata.visibility = visibility;
    }),
    remove: onMetadata().gives(({ metadata, sheet }) => {
      const others = (all: readonly Metadata[]): Metadata[] => all.filter((other) => other !== metadata);
      const holder = holderOf(context, sheet);
      holder.metadata = others(holder.metadata);
      if (sheet !== null) sheet.columnMetadata = sheet.columnMetadata.map((all) => all && others(all));
    }),
  } satisfies Members<DeveloperMetadata>;
}

function locationMembers(context: Context) {
  return {
    getLocationType: onMetadata().gives((data) => METADATA_LOCATION.constant(locationOf(data))),
    getSheet: onMetadata().gives(({ sheet, onColumn }) =>
      sheet === null || onColumn ? null : context.sheets.wrap(sheet),
    ),
    getSpreadsheet: onMetadata().gives(({ sheet }) =>
      sheet === null ? context.spreadsheets.wrap(context.book) : null,
    ),
    getRow: onMetadata().gives(() => null),
    getColumn: onMetadata().gives(({ metadata, sheet, onColumn }) => {
      if (sheet === null || !onColumn) return null;
      const column = requireSheet(context, sheet).columnMetadata.findIndex((all) => all?.includes(metadata));
      if (column === -1) throw refusals.rangeNotFound();
      return context.ranges.wrap({ sheet, area: { ...sheet.area(), column, columns: 1 } });
    }),
  } satisfies Members<DeveloperMetadataLocation>;
}

function locationOf({ sheet, onColumn }: MetadataData): 'SPREADSHEET' | 'SHEET' | 'COLUMN' {
  if (sheet === null) return 'SPREADSHEET';
  return onColumn ? 'COLUMN' : 'SHEET';
}

/** The members of a range: metadata goes on whole columns only, of those that Google takes and this simulates. */
export function rangeMetadataMembers(context: Context) {
  return {
    addDeveloperMetadata: onRange(text, text).chains(({ sheet, area }, key, value) => {
      if (area.rows !== sheet.maxRows || area.columns !== 1) throw refusals.metadataOnCells();
      const added: Metadata = { id: context.book.nextId(), key, value, visibility: 'DOCUMENT' };
      checkSize([...siblingsOf(context, sheet), added]);
      sheet.columnMetadata[area.column] = [...(sheet.columnMetadata[area.column] ?? []), added];
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

/**
 * The members that have to do with metadata, of sheets or of the spreadsheet.
 * @param sheetOf what an object of the class stands for: a sheet, or null for the spreadsheet itself
 */
export function metadataMembers<State>(
  context: Context,
  on: ReturnType<typeof takesOn<State>>,
  sheetOf: (state: State) => SheetModel | null,
) {
  const finders = makeFinderClass(context);
  const add = (state: State, key: string, value: string | null, visibility: Metadata['visibility']): void => {
    const sheet = sheetOf(state);
    const holder = holderOf(context, sheet);
    const added: Metadata = { id: context.book.nextId(), key, value, visibility };
    checkSize([...siblingsOf(context, sheet), added]);
    holder.metadata = [...holder.metadata, added];
  };
  const visibility = METADATA_VISIBILITY.kind;
  return {
    addDeveloperMetadata: [
      on(text).chains((state, key) => add(state, key, null, 'DOCUMENT')),
      on(text, text).chains((state, key, value) => add(state, key, value, 'DOCUMENT')),
      on(text, visibility).chains((state, key, seen) => add(state, key, null, seen)),
      on(text, text, visibility).chains(add),
    ],
    getDeveloperMetadata: on().gives((state) => {
      const sheet = sheetOf(state);
      return holderOf(context, sheet).metadata.map((metadata) =>
        context.metadata.wrap({ metadata, sheet, onColumn: false }),
      );
    }),
    createDeveloperMetadataFinder: on().gives((state) =>
      finders.wrap({ sheet: sheetOf(state), conditions: [] }),
    ),
  };
}

interface Search {
  /** null searches the spreadsheet. */
  readonly sheet: SheetModel | null;
  readonly conditions: ((found: MetadataData) => boolean)[];
}

const onSearch = takesOn<Search>();

/** Finds what hangs on the sheet and its columns; of a spreadsheet also what hangs on its sheets. */
function makeFinderClass(context: Context) {
  const candidates = ({ sheet }: Search): MetadataData[] => {
    const places = sheet === null ? [null, ...context.book.sheets] : [requireSheet(context, sheet)];
    return places.flatMap((place) => {
      const onColumns = (place?.columnMetadata ?? []).flatMap((all) => all ?? []);
      return [
        ...holderOf(context, place).metadata.map((metadata) => ({ metadata, sheet: place, onColumn: false })),
        ...onColumns.map((metadata) => ({ metadata, sheet: place, onColumn: true })),
      ];
    });
  };
  const where = <T>(kind: Kind<T>, isMet: (found: MetadataData, wanted: T) => boolean) =>
    onSearch(kind).chains(({ conditions }, wanted) => {
      conditions.push((found) => isMet(found, wanted));
    });
  return new ServiceClass<DeveloperMetadataFinder, Search>(
    'SpreadsheetApp.DeveloperMetadataFinder',
    context.gate,
    () => ({
      withId: where(integer, ({ metadata }, id) => metadata.id === id),
      withKey: where(text, ({ metadata }, key) => metadata.key === key),
      withValue: where(text, ({ metadata }, value) => metadata.value === value),
      withVisibility: where(
        METADATA_VISIBILITY.kind,
        ({ metadata }, visibility) => metadata.visibility === visibility,
      ),
      withLocationType: where(METADATA_LOCATION.kind, (found, location) => locationOf(found) === location),
      find: onSearch().gives((search) =>
        candidates(search)
          .filter((found) => search.conditions.every((condition) => condition(found)))
          .map((found) => context.metadata.wrap(found)),
      ),
    }),
  );
}

function checkSize(all: readonly Metadata[]): void {
  const size = all.reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
  if (size > LIMITS.metadataCharacters) throw refusals.metadataTooLong();
}
