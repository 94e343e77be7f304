/** Where the people's columns are found after writes of which any may have been cut short. */
import fc from 'fast-check';
import { FIXED_COLUMNS } from '../../../src/domain/column-names';
import type { PlannedColumn, SheetPlan } from '../../../src/report/SheetPlan';
import { placeIn, placesOf, placesWith } from '../../../src/sheets/note-places';
import { decodeRecord, encodeRecord, newRecord, type SheetRecord } from '../../../src/sheets/sheet-record';

type Cells = readonly (string | number)[];

interface Chosen {
  readonly further: readonly string[];
  readonly notes: number;
}

/** How far a write comes. */
const ENDS = ['before the values', 'after the values', 'whole'] as const;

interface Write extends Chosen {
  readonly end: (typeof ENDS)[number];
}

const FIXED = Array.from({ length: FIXED_COLUMNS }, (_, c) => `Свой ${c + 1}`);

/** With notes the column of ids stands right before them. */
const titlesOf = ({ further, notes }: Chosen): readonly string[] => [
  ...further,
  ...(notes === 0 ? [] : ['ID']),
];

function planOf(chosen: Chosen): SheetPlan {
  const column = (title: string, kind: PlannedColumn['kind']): PlannedColumn => ({
    ...{ title, kind, width: 100 },
    ...{ hasLinks: false, total: null },
  });
  const notes = Array.from({ length: chosen.notes }, (_, c) => column(`Заметка ${c + 1}`, 'note'));
  const columns = [...[...FIXED, ...titlesOf(chosen)].map((title) => column(title, 'text')), ...notes];
  const style = { formats: [], alignments: [], fills: [], weights: [], colors: [] };
  const header = { values: columns.map(({ title }) => title), style, link: null, endsGroup: false };
  const empty = { body: [], footer: [], noteLines: [], ownTexts: { totals: [], body: [] } };
  return { sheet: 'brief', title: 'Краткий', fixedColumns: FIXED_COLUMNS, columns, header, ...empty };
}

/** A table of one line, written as the report is: each row by one call, what is given back included. */
class Table {
  record: SheetRecord = newRecord('brief', 1);
  header: Cells = [];
  /** Which invoice's line it is; of notes, those of the write that brought them. */
  line: Cells = [];
  last: Chosen = { further: [], notes: 0 };

  write({ end, ...chosen }: Write, serial: number): void {
    const plan = planOf(chosen);
    const titles = plan.columns.slice(FIXED_COLUMNS).map(({ title }) => title);
    const longer = titles.length > this.record.further.length ? titles : this.record.further;
    this.keep({ ...this.record, further: longer, ...placesWith(this.record, plan, this.header) });
    if (end === 'before the values') return;
    const cells = plan.columns.map(({ title, kind }) => (kind === 'note' ? `${title}, ${serial}` : title));
    const blank = Array.from({ length: FIXED_COLUMNS + longer.length - cells.length }, () => '');
    this.header = [...plan.header.values.map(String), ...blank];
    this.line = [...cells, ...blank];
    this.last = chosen;
    if (end === 'after the values') return;
    const first = FIXED_COLUMNS + titlesOf(chosen).length;
    const notes = { first, count: chosen.notes, stamp: String(serial) };
    this.keep({ ...newRecord('brief', 1), further: titles, ...(chosen.notes === 0 ? {} : { notes }) });
  }

  private keep(record: SheetRecord): void {
    const kept = decodeRecord(encodeRecord(record));
    expect(kept).toEqual(record);
    this.record = record;
  }

  /** What is taken for notes, and what for the id of their invoice. */
  read(): { readonly id: unknown; readonly notes: Cells } {
    const { first, count } = placeIn(this.record, this.header);
    return { id: this.line[first - 1], notes: this.line.slice(first, first + count) };
  }
}

const chosen = fc.record({
  further: fc.shuffledSubarray(['КПП', 'Стадия', 'Остаток', 'Тема']),
  notes: fc.integer({ min: 0, max: 3 }),
});
const writes = fc.array(
  chosen.chain((columns) => fc.constantFrom(...ENDS).map((end): Write => ({ ...columns, end }))),
  { minLength: 1, maxLength: 12 },
);

/** The notes of the last row that was written, in as many columns as it has. */
const notesOf = (count: number, serial: number): Cells =>
  Array.from({ length: count }, (_, c) => `Заметка ${c + 1}, ${serial}`);

test('after any writes cut short anywhere all notes are found where they stand, beside their id', () => {
  fc.assert(
    fc.property(writes, (all) => {
      const table = new Table();
      let brought = 0;
      all.forEach((write, serial) => {
        table.write(write, serial);
        if (write.end !== 'before the values') brought = serial;
        const { id, notes } = table.read();
        if (notes.length > 0) expect(id).toBe('ID');
        expect(notes.slice(0, table.last.notes)).toEqual(notesOf(table.last.notes, brought));
        expect(notes.slice(table.last.notes).every((note) => note === '')).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

describe('Where somebody has written over a title since', () => {
  const at = (end: Write['end'], from: Chosen, to: Chosen): Table => {
    const table = new Table();
    table.write({ ...from, end: 'whole' }, 0);
    table.write({ ...to, end }, 1);
    return table;
  };
  const short: Chosen = { further: [], notes: 2 };
  const long: Chosen = { further: ['КПП', 'Стадия'], notes: 2 };

  it.each<[Write['end'], Chosen, Chosen]>([
    ['before the values', short, long],
    ['after the values', short, long],
    ['before the values', long, short],
    ['after the values', long, short],
  ])('the column of ids tells, %s, from %j to %j', (end, from, to) => {
    const table = at(end, from, to);
    const index = table.header.indexOf('Стадия');
    table.header = table.header.map((title, c) => (c === index ? 'Этап' : title));
    expect(table.read()).toEqual({ id: 'ID', notes: notesOf(2, end === 'after the values' ? 1 : 0) });
  });

  it('and over that of the ids too, they are taken to be where they were', () => {
    const table = at('after the values', short, long);
    table.header = table.header.map((title) => (title === 'ID' || title === 'КПП' ? 'Мой' : title));
    expect(placeIn(table.record, table.header)).toMatchObject({ first: FIXED_COLUMNS + 1, count: 2 });
  });

  it('a header that people have given to an added column is its name, a cleared one none', () => {
    const table = at('after the values', short, { ...short, notes: 3 });
    const column = FIXED_COLUMNS + 3;
    for (const [title, count] of [
      ['Позвонить', 3],
      ['', 2],
    ] as const) {
      table.header = table.header.map((cell, c) => (c === column ? title : cell));
      expect(placeIn(table.record, table.header).count).toBe(count);
    }
  });
});

test('nothing is recorded of columns that stay, nor of tables without any', () => {
  const record = newRecord('brief', 1);
  expect(placesWith(record, planOf({ further: ['КПП'], notes: 0 }), [])).toEqual({});
  const notes = { first: FIXED_COLUMNS + 2, count: 2, stamp: 'a' };
  const plan = planOf({ further: ['КПП'], notes: 2 });
  const standing = { ...record, notes, further: plan.columns.slice(FIXED_COLUMNS).map(({ title }) => title) };
  expect(placesWith(standing, plan, plan.header.values)).toEqual({});
});

test('however many writes are cut short, few places are kept, those in question among them', () => {
  const table = new Table();
  table.write({ further: [], notes: 2, end: 'whole' }, 0);
  for (let serial = 1; serial <= 40; serial += 1)
    table.write(
      {
        further: [`Поле ${serial}`, 'Тема'].slice(serial % 2),
        notes: 1 + (serial % 3),
        end: 'before the values',
      },
      serial,
    );
  expect(placesOf(table.record).length).toBe(8);
  expect(table.read()).toEqual({ id: 'ID', notes: notesOf(2, 0) });
});
