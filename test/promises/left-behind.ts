/** What executions leave behind in a world: all of it, what the sheets show, and what should not be there. */
import type { World } from '../../world/make-world';
import { readMemory, type MemoryOwner, type WrittenMemory } from '../../src/memory/cells';
import type { Memory } from '../../src/memory/Memory';
import { KEPT_NOTES_TITLE, noteTitle } from '../../src/texts/sheet-texts';
import { nodeCodec } from '../support/nodeCodec';
import { documentProperty } from '../../world/scenario';
import { faceOf, isFace, MEMORY, REPORT_SHEETS } from '../../world/sheets';

/** The ids of runs and people differ from try to try; what they say is only which are the same. */
const RANDOM_ID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Everything that a later execution could see, as one text: where two are equal, the same will follow. */
export function traceOf({ simulator, spreadsheet, clock, portal }: World): string {
  const triggers = simulator.state.triggers.all();
  const all = [
    ...[clock.now(), portal.requests.length, simulator.stored(), triggers],
    ...[spreadsheet.sheets, spreadsheet.metadata, spreadsheet.quirks],
  ];
  const ids = new Map<string, string>();
  return JSON.stringify(all).replace(RANDOM_ID, (id) => {
    const known = ids.get(id) ?? `id ${ids.size}`;
    ids.set(id, known);
    return known;
  });
}

/** What is said of a sheet without any. */
export const NO_VALUES = 'no values';

/** The values of each sheet, but for the line over its table; a sheet without any is as good as none. */
export const valuesOf = (world: World): readonly string[] =>
  REPORT_SHEETS.map((name) => {
    const sheet = world.spreadsheet.sheetNamed(name);
    if (sheet === undefined) return NO_VALUES;
    const area = {
      row: 2,
      column: 2,
      rows: Math.max(0, sheet.lastRow() - 1),
      columns: Math.max(8, sheet.lastColumn() - 1),
    };
    const valueAt: Parameters<typeof sheet.map>[1] = (cell, row, column) =>
      isFace(sheet, row, column) ? '' : (cell?.value ?? '');
    const values = sheet.map(area, valueAt);
    return values.flat().some((value) => value !== '') ? JSON.stringify(values) : NO_VALUES;
  });

/** The line over each sheet's table; '' where there is no sheet. */
export const facesOf = (world: World): readonly string[] =>
  REPORT_SHEETS.map((name) =>
    world.spreadsheet.sheetNamed(name) === undefined ? '' : faceOf(world, name).text,
  );

/** Whose connection it is, null where there is none. */
export function ownerOf(world: World): string | null {
  const owner = documentProperty(world, 'owner') as { id: string } | null;
  const identity = world.simulator
    .stored()
    .find(({ key, value }) => key.endsWith(':identity') && value === owner?.id);
  return identity?.store.replace('user:', '') ?? null;
}

/** Those of the memory's two generations that can be read; null where there is no sheet of it. */
function generationsOf({ spreadsheet }: World): readonly WrittenMemory[] | null {
  const sheet = spreadsheet.sheetNamed(MEMORY);
  if (sheet === undefined) return null;
  const read = [1, 2].map((column) => {
    const area = { row: 1, column, rows: sheet.lastRow(), columns: 1 };
    const cells = sheet.map(area, (cell) => cell?.value ?? '').flat();
    const [, owner] = /"owner":(\{[^}]*\})/.exec(String(cells[0])) ?? [];
    return owner === undefined ? null : readMemory(cells, JSON.parse(owner) as MemoryOwner, nodeCodec);
  });
  return read.filter((memory) => memory !== null);
}

/** Whether one of them can; null where there is no sheet of it. */
export function hasWholeMemory(world: World): boolean | null {
  const generations = generationsOf(world);
  return generations && generations.length > 0;
}

/** What the next refresh goes by. */
export function memoryOf(world: World): Memory | null {
  const inOrder = (generationsOf(world) ?? []).toSorted((one, other) => other.serial - one.serial);
  return inOrder[0]?.memory ?? null;
}

/**
 * Sheets that a world without any refresh under way may hold: the memory is a connection's, and where the people have
 * columns of their own their notes are kept.
 */
const sheetsOf = (world: World, owner: string | null): readonly string[] => [
  ...['Лист1', ...REPORT_SHEETS],
  ...(owner === null ? [] : [MEMORY]),
  ...(valuesOf(world).join().includes(noteTitle(0)) ? [KEPT_NOTES_TITLE] : []),
];
/** Properties that only a refresh under way, or one that was cut short, has. */
const PASSING = ['cancel', 'writing', 'request'];
const LOCKS = ['document', 'script'];

/** What should be gone where nothing is under way; `owner` is whose connection it is, null where there is none. */
export function leftoversIn(world: World, owner: string | null): readonly string[] {
  const { simulator, spreadsheet } = world;
  const { locks, triggers } = simulator.state;
  const probe = {};
  const held = LOCKS.filter((name) => !locks.take(name, probe));
  locks.releaseAll(probe);
  const run = documentProperty(world, 'run') as { state: string; drafted: boolean } | null;
  const owners = triggers.all().map((trigger) => trigger.owner);
  const isExpected = owners.join() === (owner ?? '');
  return [
    ...held.map((name) => `the ${name} lock is held`),
    ...simulator
      .stored()
      .filter(({ store, key }) => store === 'document' && PASSING.includes(key))
      .map(({ key, value }) => `the property ${key} is ${value}`),
    ...(run?.drafted ? ['the run is said to have a draft'] : []),
    ...(run?.state === 'running' || run?.state === 'paused' ? [`the run is ${run.state}`] : []),
    ...spreadsheet.sheets
      .filter(({ name }) => !sheetsOf(world, owner).includes(name))
      .map(({ name }) => `the sheet ${name} is left`),
    ...(isExpected ? [] : [`triggers of ${owners.join() || 'nobody'}, not of ${owner ?? 'nobody'}`]),
  ];
}
