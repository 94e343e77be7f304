/**
 * What developer metadata says about one of the report's sheets: that it is the report's, and what was last
 * written. Metadata stays with the sheet when it is renamed, moved or hidden, and goes along in a copied file.
 */
import { isSheetKind, type SheetKind } from '../domain/sheet-kind';

export const METADATA_KEY = 'bitrix24-invoice-sheets';

/** Where a write brings, or has brought, the people's columns. */
export interface NotePlace {
  /** From 0; of a table without such columns the one right of it. */
  readonly first: number;
  readonly count: number;
  /** The titles of the table's columns between the fixed ones and these. */
  readonly titles: readonly string[];
  /** What stood over these before. */
  readonly stood: readonly string[];
}

/** What is known of one of the sheet's charts. */
export interface KeptChart {
  /**
   * Google's own number; null from before it is put on the sheet until it is known to be there, 0 where it was put there
   * and not found. Whoever has deleted it does not want it.
   */
  readonly id: number | null;
  /** Fingerprint of the cells that it was last given. */
  readonly shape: string;
  /** Rows or columns have come or gone there since, so that it may show others. */
  readonly isShaken?: true;
}

export interface SheetRecord {
  readonly kind: SheetKind;
  /** The sheet's own id: a duplicate of the sheet carries the original's, and is the user's. */
  readonly sheetId: number;
  /** What the sheet was called then; empty before the first complete write, and of older versions. */
  readonly name: string;
  /** Fingerprint of how the plan looks, lines and all; empty before the first complete write. */
  readonly look: string;
  /** How that look read right after it was written; empty before the first complete write, and of older versions. */
  readonly seen: string;
  /** Fingerprint of widths and frozen rows. */
  readonly layout: string;
  /** The titles of the table's columns right of the fixed ones, those that a write cut short was to make included. */
  readonly further: readonly string[];
  /** Others that writes cut short may have brought there; absent without any. */
  readonly titles?: readonly string[];
  /** Where the people's columns are, from 0, how many, and the stamp of the write that brought them; absent without any. */
  readonly notes?: { readonly first: number; readonly count: number; readonly stamp: string };
  /** Of a sheet that was switched off: nothing has refreshed it since. */
  readonly isOff?: true;
  /**
   * Of writes that move those columns, until one is whole: where they stood last and where that one was to bring them, and
   * before these where older ones may have left something of theirs. Absent where they stay.
   */
  readonly places?: readonly NotePlace[];
  /** Those of its plans, by their keys; absent without any. */
  readonly charts?: Readonly<Record<string, KeptChart>>;
  /** Fingerprint of the texts that the sheet keeps as something else; empty without any, and of older versions. */
  readonly altered: string;
}

export const newRecord = (kind: SheetKind, sheetId: number): SheetRecord => ({
  kind,
  sheetId,
  name: '',
  look: '',
  seen: '',
  layout: '',
  altered: '',
  further: [],
});

export const encodeRecord = ({ further, charts, ...record }: SheetRecord): string =>
  JSON.stringify({
    ...record,
    ...(further.length === 0 ? {} : { further }),
    ...(charts === undefined ? {} : { charts: encodeCharts(charts) }),
  });

/** Short, since nobody has said how much the metadata of a sheet may hold. */
const encodeCharts = (charts: NonNullable<SheetRecord['charts']>): unknown =>
  Object.fromEntries(
    Object.entries(charts).map(([key, { id, shape, isShaken }]) => [
      key,
      [id, shape, ...(isShaken ? [1] : [])],
    ]),
  );

/** null for anything that `encodeRecord` did not make. */
export function decodeRecord(text: string | null): SheetRecord | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Partial<Record<keyof SheetRecord, unknown>>;
  const { kind, sheetId, name, look, seen, layout, altered, further, titles, notes, places, isOff, charts } =
    fields;
  if (!isSheetKind(kind)) return null;
  if (typeof sheetId !== 'number' || typeof look !== 'string' || typeof layout !== 'string') return null;
  const textOf = (part: unknown): string => (typeof part === 'string' ? part : '');
  return {
    ...{ kind, sheetId, look, layout },
    ...{ name: textOf(name), seen: textOf(seen), altered: textOf(altered) },
    further: Array.isArray(further) ? further.map(textOf) : [],
    ...(areTexts(titles) ? { titles } : {}),
    ...(areNotes(notes) ? { notes } : {}),
    ...(isOff === true ? { isOff } : {}),
    ...(Array.isArray(places) && places.every(isPlace) ? { places } : {}),
    ...chartsOf(charts),
  };
}

function areNotes(value: unknown): value is NonNullable<SheetRecord['notes']> {
  const { first, count, stamp } = (value ?? {}) as Partial<Record<string, unknown>>;
  return Number.isSafeInteger(first) && Number.isSafeInteger(count) && typeof stamp === 'string';
}

function chartsOf(value: unknown): Pick<SheetRecord, 'charts'> {
  if (typeof value !== 'object' || value === null) return {};
  const charts = Object.entries(value).flatMap(([key, kept]) => {
    const chart = chartOf(Array.isArray(kept) ? kept : []);
    return chart === null ? [] : [[key, chart] as const];
  });
  return { charts: Object.fromEntries(charts) };
}

function chartOf([id, shape, isShaken]: readonly unknown[]): KeptChart | null {
  if ((id !== null && typeof id !== 'number') || typeof shape !== 'string') return null;
  return { id, shape, ...(isShaken === 1 ? { isShaken: true } : {}) };
}

function isPlace(value: unknown): value is NotePlace {
  const { first, count, titles, stood } = (value ?? {}) as Partial<Record<string, unknown>>;
  return Number.isSafeInteger(first) && Number.isSafeInteger(count) && areTexts(titles) && areTexts(stood);
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
