/** `DeveloperMetadata`, its finder and its location, for spreadsheets, sheets and columns. */
import { type Context, type LocationName, type MetadataData, requireSheet } from './context';
import { LIMITS } from '../limits';
import { onRange } from './range-data';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { Metadata } from './sheet-parts';
import { integer, type Members, type Method, orNull, simulate, takes, text } from './signature';

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type DeveloperMetadataFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type DeveloperMetadataLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

const holderOf = (context: Context, sheet: SheetModel | null) =>
  sheet === null ? context.book : requireSheet(context, sheet);

/** Everything that counts against the limit of a place: what hangs on a sheet's columns counts with the sheet's. */
const siblingsOf = (context: Context, sheet: SheetModel | null): Metadata[] => {
  const onColumns = sheet === null ? [] : sheet.columnMetadata.flatMap((all) => all ?? []);
  return [...holderOf(context, sheet).metadata, ...onColumns];
};

export function makeMetadata(context: Context, data: MetadataData): DeveloperMetadata {
  const { metadata, sheet } = data;
  const siblings = (): Metadata[] => siblingsOf(context, sheet);
  return simulate<DeveloperMetadata>('DeveloperMetadata', context.gate, {
    getId: takes().gives(() => metadata.id),
    getKey: takes().gives(() => metadata.key),
    getValue: takes().gives(() => metadata.value),
    getVisibility: takes().gives(() => context.visibilities.constant(metadata.visibility)),
    getLocation: takes().gives(() => makeLocation(context, data)),
    setKey: takes(text).chains((key) => {
      metadata.key = key;
    }),
    setValue: takes(orNull(text)).chains((value) => {
      checkSize([...siblings().filter((other) => other !== metadata), { ...metadata, value }]);
      metadata.value = value;
    }),
    setVisibility: takes(context.visibilities.kind).chains((visibility) => {
      metadata.visibility = visibility;
    }),
    remove: takes().gives(() => {
      const others = (all: readonly Metadata[]): Metadata[] => all.filter((other) => other !== metadata);
      const holder = holderOf(context, sheet);
      holder.metadata = others(holder.metadata);
      if (sheet !== null) sheet.columnMetadata = sheet.columnMetadata.map((all) => all && others(all));
    }),
  });
}

function makeLocation(context: Context, data: MetadataData): DeveloperMetadataLocation {
  const { metadata, sheet, onColumn } = data;
  return simulate<DeveloperMetadataLocation>('DeveloperMetadataLocation', context.gate, {
    getLocationType: takes().gives(() => context.locations.constant(locationOf(data))),
    getSheet: takes().gives(() => (sheet === null || onColumn ? null : context.sheets.wrap(sheet))),
    getSpreadsheet: takes().gives(() => (sheet === null ? context.spreadsheet() : null)),
    getRow: takes().gives(() => null),
    getColumn: takes().gives(() => {
      if (sheet === null || !onColumn) return null;
      const column = requireSheet(context, sheet).columnMetadata.findIndex((all) => all?.includes(metadata));
      if (column === -1) throw refusals.rangeNotFound();
      return context.ranges.wrap({ sheet, area: { ...sheet.area(), column, columns: 1 } });
    }),
  });
}

function locationOf({ sheet, onColumn }: MetadataData): LocationName {
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

/** The members of a sheet or, with null, of the spreadsheet that have to do with metadata. */
export function metadataMembers(context: Context, sheet: SheetModel | null) {
  const add = (key: string, value: string | null, visibility: Metadata['visibility']): void => {
    const holder = holderOf(context, sheet);
    const added: Metadata = { id: context.book.nextId(), key, value, visibility };
    checkSize([...siblingsOf(context, sheet), added]);
    holder.metadata = [...holder.metadata, added];
  };
  const visibility = context.visibilities.kind;
  return {
    addDeveloperMetadata: [
      takes(text).chains((key) => add(key, null, 'DOCUMENT')),
      takes(text, text).chains((key, value) => add(key, value, 'DOCUMENT')),
      takes(text, visibility).chains((key, seen) => add(key, null, seen)),
      takes(text, text, visibility).chains(add),
    ] as readonly Method[],
    getDeveloperMetadata: takes().gives(() =>
      holderOf(context, sheet).metadata.map((metadata) =>
        context.metadata.wrap({ metadata, sheet, onColumn: false }),
      ),
    ),
    createDeveloperMetadataFinder: takes().gives(() => makeFinder(context, sheet)),
  };
}

/** Finds what hangs on the sheet and its columns; of a spreadsheet also what hangs on its sheets. */
function makeFinder(context: Context, sheet: SheetModel | null): DeveloperMetadataFinder {
  const conditions: ((found: MetadataData) => boolean)[] = [];
  const where = (condition: (found: MetadataData) => boolean): void => {
    conditions.push(condition);
  };
  const candidates = (): MetadataData[] => {
    const places = sheet === null ? [null, ...context.book.sheets] : [requireSheet(context, sheet)];
    return places.flatMap((place) => {
      const onColumns = (place?.columnMetadata ?? []).flatMap((all) => all ?? []);
      return [
        ...holderOf(context, place).metadata.map((metadata) => ({ metadata, sheet: place, onColumn: false })),
        ...onColumns.map((metadata) => ({ metadata, sheet: place, onColumn: true })),
      ];
    });
  };
  return simulate<DeveloperMetadataFinder>('DeveloperMetadataFinder', context.gate, {
    withId: takes(integer).chains((id) => where(({ metadata }) => metadata.id === id)),
    withKey: takes(text).chains((key) => where(({ metadata }) => metadata.key === key)),
    withValue: takes(text).chains((value) => where(({ metadata }) => metadata.value === value)),
    withVisibility: takes(context.visibilities.kind).chains((visibility) =>
      where(({ metadata }) => metadata.visibility === visibility),
    ),
    withLocationType: takes(context.locations.kind).chains((location) =>
      where((found) => locationOf(found) === location),
    ),
    find: takes().gives(() =>
      candidates()
        .filter((found) => conditions.every((condition) => condition(found)))
        .map((found) => context.metadata.wrap(found)),
    ),
  });
}

function checkSize(all: readonly Metadata[]): void {
  const size = all.reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
  if (size > LIMITS.metadataCharacters) throw refusals.metadataTooLong();
}
