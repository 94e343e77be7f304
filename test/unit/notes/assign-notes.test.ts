import { assignNotes, type AssignedNotes, type NotesToAssign } from '../../../src/notes/assign-notes';
import { EMPTY_CELL } from '../../../src/notes/NoteCell';
import { cell, found, id, noteLine, toAssign } from './lines';

const known = (...ids: number[]) => new Set(ids.map(id));

function assigned(more: Partial<NotesToAssign>): AssignedNotes {
  const result = assignNotes(toAssign(more));
  if ('trouble' in result) throw new Error(JSON.stringify(result.trouble));
  return result;
}

const trouble = (more: Partial<NotesToAssign>) => {
  const result = assignNotes(toAssign(more));
  return 'trouble' in result ? result.trouble : null;
};

describe('Notes on the sheet', () => {
  it('go where their invoice goes', () => {
    const { lines, parked, isInPlace } = assigned({
      found: [found(3, 1, noteLine('один')), found(4, 2, noteLine('два'))],
      planned: [id(2), id(1)],
    });
    expect([...lines]).toEqual([
      [2, noteLine('два')],
      [1, noteLine('один')],
    ]);
    expect(parked.size).toBe(0);
    expect(isInPlace).toBe(false);
  });

  it('stay where they are where nothing has moved', () => {
    const lines = [found(3, 1, noteLine('один')), found(4, 2, noteLine(''))];
    expect(assigned({ found: lines, planned: [id(1), id(2)] }).isInPlace).toBe(true);
  });

  it('are in the way of new lines below', () => {
    const lines = [found(3, 1, noteLine('один')), found(4, 2, noteLine('два'))];
    expect(assigned({ found: lines, planned: [id(1)] }).isInPlace).toBe(false);
  });

  it('go into the memory with an invoice that leaves', () => {
    const { lines, parked } = assigned({ found: [found(3, 1, noteLine('один'))], planned: [id(2)] });
    expect(lines.size).toBe(0);
    expect([...parked]).toEqual([[1, noteLine('один')]]);
  });

  it('take their looks and comments with them, without a value too', () => {
    const look = cell('', { fill: '#ffff00', comment: 'спросить', isBold: true, color: '#cc0000' });
    const { lines } = assigned({ found: [found(9, 1, [look])], planned: [id(1)] });
    expect(lines.get(id(1))).toEqual([look]);
  });

  it('that somebody has cleared are gone, whatever the memory says', () => {
    const { lines, parked } = assigned({
      found: [found(3, 1, noteLine(''))],
      planned: [id(1)],
      parked: new Map([[id(1), noteLine('старое')]]),
    });
    expect(lines.size + parked.size).toBe(0);
  });
});

describe('Notes in the memory', () => {
  const parked = new Map([[id(7), noteLine('семь')]]);

  it('come back with their invoice, and stay until the sheet has them for sure', () => {
    const result = assigned({ planned: [id(7)], parked });
    expect([...result.lines]).toEqual([[7, noteLine('семь')]]);
    expect([...result.parked]).toEqual([[7, noteLine('семь')]]);
    expect(result.returning).toEqual([7]);
    expect(result.isInPlace).toBe(false);
  });

  it('stay there while their invoice does not come', () => {
    expect([...assigned({ planned: [id(1)], parked }).parked]).toEqual([...parked]);
  });

  it('of columns that the sheet does not show stay there, and come with more columns', () => {
    const wide = new Map([[id(7), noteLine('раз', 'два')]]);
    const narrow = assigned({ planned: [id(7)], parked: wide });
    expect(narrow.lines.get(id(7))).toEqual(noteLine('раз'));
    expect(narrow.parked.get(id(7))).toEqual(noteLine('раз', 'два'));
    const shown = assigned({
      found: [found(3, 7, noteLine('раз!'))],
      planned: [id(7)],
      parked: narrow.parked,
    });
    expect(shown.parked.get(id(7))).toEqual([EMPTY_CELL, cell('два')]);
    const again = assigned({
      found: [found(3, 7, noteLine('раз!'))],
      planned: [id(7)],
      columns: 2,
      parked: shown.parked,
    });
    expect(again.lines.get(id(7))).toEqual(noteLine('раз!', 'два'));
  });
});

describe('A refusal', () => {
  it.each([
    ['without an id', ''],
    ['with an id that the report never wrote', 99],
    ['with a text for an id', '1'],
    ['with a fraction for an id', 1.5],
  ])('names the line %s that holds something', (_, of) => {
    const lines = [found(17, of, noteLine('чьё?'))];
    expect(trouble({ found: lines, planned: [id(1)], known: known(1) })).toEqual({
      kind: 'withoutId',
      row: 17,
    });
  });

  it('comes for a cell note alone, and for a fill beside an invoice', () => {
    const comment = [found(17, '', [cell('', { comment: 'чьё?' })], { isOfInvoice: false })];
    const fill = [found(18, '', [cell('', { fill: '#ffff00' })])];
    expect(trouble({ found: comment })).toEqual({ kind: 'withoutId', row: 17 });
    expect(trouble({ found: fill })).toEqual({ kind: 'withoutId', row: 18 });
  });

  it('does not come for a line that holds nothing, or for the fill of a whole column below the lines', () => {
    const lines = [
      found(17, '', noteLine('')),
      found(18, '', [cell('', { fill: '#ffff00' })], { isOfInvoice: false }),
    ];
    expect(trouble({ found: lines })).toBeNull();
  });

  it('names both lines of one id that hold something', () => {
    const lines = [found(12, 57, noteLine('а')), found(3, 57, noteLine('б'))];
    expect(trouble({ found: lines.reverse(), planned: [id(57)] })).toEqual({
      kind: 'doubled',
      row: 3,
      other: 12,
      id: 57,
    });
  });

  it('does not come where only one of two lines holds something: that one is taken', () => {
    const lines = [found(3, 57, noteLine('')), found(12, 57, noteLine('б'))];
    expect(assigned({ found: lines, planned: [id(57)] }).lines.get(id(57))).toEqual(noteLine('б'));
  });

  it('names a formula, and what stands in a column that is to go', () => {
    const formula = [found(7, 1, noteLine('', '5'), { formulaIn: 1 })];
    expect(trouble({ found: formula, columns: 2, columnsFound: 2 })).toEqual({
      kind: 'formula',
      row: 7,
      column: 1,
    });
    const dropped = [found(9, 1, noteLine('', 'два'))];
    expect(trouble({ found: dropped, columns: 1, columnsFound: 2 })).toEqual({
      kind: 'dropped',
      row: 9,
      column: 1,
    });
  });

  it('is about the uppermost line', () => {
    const lines = [
      found(9, 1, noteLine('', 'два')),
      found(5, '', noteLine('чьё?', '')),
      found(7, 1, noteLine('', ''), { formulaIn: 0 }),
    ];
    expect(trouble({ found: lines, columns: 1, columnsFound: 2 })).toEqual({ kind: 'withoutId', row: 5 });
  });
});

describe('After a write that was cut short', () => {
  const look = { fill: '#ffff00', comment: 'спросить' };

  it('values are what the sheet says, looks what was to come', () => {
    const { lines } = assigned({
      found: [found(3, 1, [cell('поправлено', { fill: '#00ff00' })])],
      planned: [id(1)],
      begun: new Map([[id(1), [cell('было', look)]]]),
    });
    expect(lines.get(id(1))).toEqual([cell('поправлено', look)]);
  });

  it('what the sheet lacks comes from the memory', () => {
    const begun = new Map([[id(1), [cell('было', look)]]]);
    expect(assigned({ planned: [id(1)], begun }).lines.get(id(1))).toEqual([cell('было', look)]);
    expect(assigned({ planned: [id(2)], begun }).parked.get(id(1))).toEqual([cell('было', look)]);
  });

  it('a look or a comment that is left on a line without id and value is no entry', () => {
    const left = [found(5, '', [cell('', look)])];
    expect(trouble({ found: left, begun: new Map() })).toBeNull();
    expect(trouble({ found: [found(5, '', [cell('чьё?')])], begun: new Map() })).not.toBeNull();
  });

  it('a line that stands twice is one, and the one that was written since counts', () => {
    const begun = new Map([[id(1), noteLine('было')]]);
    const twice = [found(3, 1, noteLine('было')), found(4, 1, noteLine('стало'))];
    expect(assigned({ found: twice, planned: [id(1)], begun }).lines.get(id(1))).toEqual(noteLine('стало'));
    const same = [found(3, 1, noteLine('было')), found(4, 1, noteLine('было'))];
    expect(assigned({ found: same, planned: [id(1)], begun }).lines.get(id(1))).toEqual(noteLine('было'));
    const both = [found(3, 1, noteLine('так')), found(4, 1, noteLine('сяк'))];
    expect(trouble({ found: both, planned: [id(1)], begun })).toMatchObject({
      kind: 'doubled',
      row: 3,
      other: 4,
    });
  });

  it('a number keeps its own format unless somebody has typed another one', () => {
    const begun = new Map([[id(1), [cell(46_113, { format: 'dd.mm.yyyy' })]]]);
    const formatOf = (value: number, format: string) =>
      assigned({ found: [found(3, 1, [cell(value, { format })])], planned: [id(1)], begun }).lines.get(
        id(1),
      )?.[0]?.format;
    expect(formatOf(46_113, '')).toBe('dd.mm.yyyy');
    expect(formatOf(46_114, '0%')).toBe('0%');
  });
});
