/** `DeveloperMetadata`, its finder and its location, for spreadsheets and sheets. */
import { type Context, type LocationName, type MetadataData, requireSheet } from './context';
import { LIMITS } from '../limits';
import { refusals } from './refusals';
import type { Metadata, SheetModel } from './SheetModel';
import { integer, type Method, orNull, simulate, takes, text } from './signature';

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type DeveloperMetadataFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type DeveloperMetadataLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

const holderOf = (context: Context, sheet: SheetModel | null) =>
  sheet === null ? context.book : requireSheet(context, sheet);

export function makeMetadata(context: Context, { metadata, sheet }: MetadataData): DeveloperMetadata {
  const siblings = (): Metadata[] => holderOf(context, sheet).metadata;
  return simulate<DeveloperMetadata>('DeveloperMetadata', context.gate, {
    getId: takes().gives(() => metadata.id),
    getKey: takes().gives(() => metadata.key),
    getValue: takes().gives(() => metadata.value),
    getVisibility: takes().gives(() => context.visibilities.constant(metadata.visibility)),
    getLocation: takes().gives(() => makeLocation(context, sheet)),
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
      const holder = holderOf(context, sheet);
      holder.metadata = holder.metadata.filter((other) => other !== metadata);
    }),
  });
}

function makeLocation(context: Context, sheet: SheetModel | null): DeveloperMetadataLocation {
  return simulate<DeveloperMetadataLocation>('DeveloperMetadataLocation', context.gate, {
    getLocationType: takes().gives(() => context.locations.constant(locationOf(sheet))),
    getSheet: takes().gives(() => (sheet === null ? null : context.sheets.wrap(sheet))),
    getSpreadsheet: takes().gives(() => (sheet === null ? context.spreadsheet() : null)),
    getRow: takes().gives(() => null),
    getColumn: takes().gives(() => null),
  });
}

const locationOf = (sheet: SheetModel | null): LocationName => (sheet === null ? 'SPREADSHEET' : 'SHEET');

/** The members of a sheet or, with null, of the spreadsheet that have to do with metadata. */
export function metadataMembers(context: Context, sheet: SheetModel | null) {
  const add = (key: string, value: string | null, visibility: Metadata['visibility']): void => {
    const holder = holderOf(context, sheet);
    const added = [...holder.metadata, { id: context.book.nextId(), key, value, visibility }];
    checkSize(added);
    holder.metadata = added;
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
      holderOf(context, sheet).metadata.map((metadata) => context.metadata.wrap({ metadata, sheet })),
    ),
    createDeveloperMetadataFinder: takes().gives(() => makeFinder(context, sheet)),
  };
}

/** Finds what hangs on the sheet; of a spreadsheet also what hangs on its sheets. */
function makeFinder(context: Context, sheet: SheetModel | null): DeveloperMetadataFinder {
  const conditions: ((found: MetadataData) => boolean)[] = [];
  const where = (condition: (found: MetadataData) => boolean): void => {
    conditions.push(condition);
  };
  const candidates = (): MetadataData[] => {
    const places = sheet === null ? [null, ...context.book.sheets] : [requireSheet(context, sheet)];
    return places.flatMap((place) =>
      holderOf(context, place).metadata.map((metadata) => ({ metadata, sheet: place })),
    );
  };
  return simulate<DeveloperMetadataFinder>('DeveloperMetadataFinder', context.gate, {
    withId: takes(integer).chains((id) => where(({ metadata }) => metadata.id === id)),
    withKey: takes(text).chains((key) => where(({ metadata }) => metadata.key === key)),
    withValue: takes(text).chains((value) => where(({ metadata }) => metadata.value === value)),
    withVisibility: takes(context.visibilities.kind).chains((visibility) =>
      where(({ metadata }) => metadata.visibility === visibility),
    ),
    withLocationType: takes(context.locations.kind).chains((location) =>
      where((found) => locationOf(found.sheet) === location),
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
