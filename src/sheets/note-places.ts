/**
 * Where the people's columns stand. A write brings them, with all the rest of a row, to their place by one call: until it is
 * whole they are where they were or where it was to bring them, and only the header of the table tells which.
 */
import { FIXED_COLUMNS } from '../domain/column-names';
import type { SheetPlan } from '../report/SheetPlan';
import { isDate } from './cell-comparison';
import { noteColumnsOf } from './read-notes';
import type { Row } from './report-rows';
import type { NotePlace, SheetRecord } from './sheet-record';

type Known = Pick<SheetRecord, 'notes' | 'further' | 'places'>;

const NOWHERE: NotePlace = { first: 0, count: 0, titles: [], stood: [] };
/** So many writes with different columns, each cut short; of more the oldest are forgotten. */
const MOST_PLACES = 8;

/** All places where writes may have left something of notes, the newest last. */
export const placesOf = (record: Known): readonly NotePlace[] =>
  record.places ?? (record.notes === undefined ? [] : [placeBefore(record)]);

/** After the last write that was whole. */
function placeBefore({ notes, further }: Known): NotePlace {
  if (notes === undefined) return NOWHERE;
  const { first, count } = notes;
  return { first, count, titles: further.slice(0, first - FIXED_COLUMNS), stood: [] };
}

/**
 * Where they stand under a header.
 * @param header from the first column of the table on
 */
export function placeIn(record: Known, header: Row): NotePlace {
  const { places } = record;
  if (places === undefined) return placeBefore(record);
  const [now = NOWHERE, begun = now] = places.slice(-2);
  if (hasSameTitles(now, begun)) return { ...now, count: countIn(header, now, begun) };
  return isBrought(header, now, begun) ? begun : now;
}

/** Whether a write has come to bring them elsewhere: all values of a row come at once, those of the header too. */
function isBrought(header: Row, now: NotePlace, begun: NotePlace): boolean {
  const isWhole = ({ titles }: NotePlace): boolean =>
    titles.every((title, c) => header[FIXED_COLUMNS + c] === title);
  // Where the titles of one go on those of the other, all of the longer one stand only there.
  if (isWhole(now) && isWhole(begun)) return begun.first > now.first;
  if (isWhole(now) || isWhole(begun)) return isWhole(begun);
  // Somebody has written over a title.
  const bearsIds = ({ first, count, titles }: NotePlace): boolean =>
    count > 0 && header[first - 1] === titles[titles.length - 1];
  return bearsIds(begun) && !bearsIds(now);
}

/** Of columns beside the same titles those that a write has added have their names. */
function countIn(header: Row, now: NotePlace, begun: NotePlace): number {
  const isNamed = (title: unknown, c: number): boolean =>
    c < now.count || (isName(title) && nameOf(title) !== begun.stood[c]);
  const columns = header.slice(begun.first, begun.first + begun.count);
  return begun.count > now.count && columns.every(isNamed) ? begun.count : now.count;
}

const nameOf = (title: unknown): string => (isDate(title) ? title.toISOString() : String(title));

/** A whole column of checkboxes has one over it too. */
const isName = (title: unknown): boolean => title !== '' && typeof title !== 'boolean';

/**
 * What a record is to say before a plan is written.
 * @param header as it stands, empty where there is none
 */
export function placesWith(record: Known, plan: SheetPlan, header: Row): Pick<SheetRecord, 'places'> {
  const { first, count } = noteColumnsOf(plan);
  const titles = plan.columns.slice(FIXED_COLUMNS, first).map(({ title }) => title);
  const stood = header.slice(first, first + count).map(nameOf);
  const planned: NotePlace = { first, count, titles, stood };
  const now = placeIn(record, header);
  const others = placesOf(record).filter((place) => !isSame(place, now) && !isSame(place, planned));
  if (others.length === 0 && (isSame(now, planned) || now.count + count === 0)) return {};
  return { places: [...others, now, planned].slice(-MOST_PLACES) };
}

const isSame = (one: NotePlace, other: NotePlace): boolean =>
  one.count === other.count && hasSameTitles(one, other);

const hasSameTitles = (one: NotePlace, other: NotePlace): boolean =>
  one.first === other.first && JSON.stringify(one.titles) === JSON.stringify(other.titles);
