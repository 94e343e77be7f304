import type { IsoDate } from '../../../src/domain/ids';
import {
  keptFor,
  outsideOf,
  parkedIn,
  parkedWith,
  type KeptNotes,
  type ParkedNotes,
} from '../../../src/notes/KeptNotes';
import { EMPTY_CELL } from '../../../src/notes/NoteCell';
import { cell, id, noteLine } from './lines';

const day = (text: string): IsoDate => text as IsoDate;
const parked = (of: number, since: string, portal = 'one.example', ...values: string[]): ParkedNotes => ({
  ...{ id: id(of), portal, number: `№ ${of}`, buyer: 'Альфа', since: day(since) },
  cells: noteLine(...(values.length === 0 ? ['обещал'] : values)),
});

const kept = (more: Partial<KeptNotes>): KeptNotes => ({
  ...keptFor({ lines: new Map(), parked: new Map(), returning: [], known: [], isInPlace: false }, [], {
    ...{ stamp: 'a', portal: 'one.example', columns: 1 },
  }),
  ...more,
});

const parking = (before: readonly ParkedNotes[], today = '2026-05-20') => ({
  ...{ portal: 'one.example', today: day(today), before, names: new Map() },
});

describe('Kept notes', () => {
  it('are there until the write is done that brings them back', () => {
    const state = kept({ parked: [parked(7, '2026-01-01')], returning: [id(7)] });
    expect(parkedIn(state, 'earlier')).toHaveLength(1);
    expect(parkedIn(state, 'a')).toEqual([]);
    expect(outsideOf(state)).toEqual([]);
  });

  it('of columns that the sheet does not show stay after that', () => {
    const state = kept({
      parked: [parked(7, '2026-01-01', 'one.example', 'раз', 'два')],
      returning: [id(7)],
    });
    expect(parkedIn(state, 'a').map(({ cells }) => cells)).toEqual([[EMPTY_CELL, cell('два')]]);
  });

  it('are kept for three years from the day on which their invoice left', () => {
    const lines = new Map([[id(7), noteLine('обещал')]]);
    const before = [parked(7, '2026-05-20')];
    expect(parkedWith(lines, parking(before, '2029-05-20'))).toEqual(before);
    expect(parkedWith(lines, parking(before, '2029-05-21'))).toEqual([]);
  });

  it('begin their time anew when their invoice leaves again', () => {
    const names = new Map([[id(7), { number: '7', buyer: 'Бета' }]]);
    const lines = new Map([[id(7), noteLine('обещал')]]);
    const [again] = parkedWith(lines, { ...parking([parked(7, '2020-01-01')]), names });
    expect([again?.since, again?.number, again?.buyer]).toEqual(['2026-05-20', '7', 'Бета']);
  });

  it('of another portal stay what they are', () => {
    const other = parked(7, '2026-01-01', 'other.example');
    expect(parkedWith(new Map(), parking([other]))).toEqual([other]);
    const state = kept({ parked: [other], returning: [id(7)] });
    expect(parkedIn(state, 'a')).toEqual([other]);
  });
});
