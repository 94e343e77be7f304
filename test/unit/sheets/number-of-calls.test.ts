import { briefPlan, detailPlan, invoices, type InvoiceCells } from './plans';
import { Workbench } from './workbench';

const changed = (count: number) => invoices(count).map((cells) => ({ ...cells, sum: cells.sum + 1 }));

const hostile = (count: number) => invoices(count).map((cells) => ({ ...cells, name: `=${cells.name}` }));

const both = (cells: readonly InvoiceCells[]) => [briefPlan(cells), detailPlan(cells)] as const;

function written(count: number): Workbench {
  const bench = new Workbench();
  bench.write(...both(invoices(count)));
  return bench;
}

function callsOf(count: number): Record<string, readonly string[]> {
  const bench = new Workbench({ quirks: { atCellParsesFormula: true } });
  return {
    first: bench.countedWrite(...both(invoices(count))),
    same: bench.countedWrite(...both(invoices(count))),
    other: bench.countedWrite(...both(changed(count))),
    repaired: bench.countedWrite(...both(hostile(count))),
    longer: bench.countedWrite(...both(invoices(count + 20))),
    shorter: bench.countedWrite(...both([])),
  };
}

/** What a write sets, in this order; the brief sheet also writes its links. */
const LOOK = ['setHorizontalAlignments', 'setWraps', 'setBackgrounds', 'setTextStyles'];
/** Below the table, round its cells, round its groups. */
const LINES = ['Range.setBorder', 'RangeList.setBorder', 'RangeList.setBorder'];
const FONTS = [
  'getFontWeights',
  'getFontColors',
  'getFontFamilies',
  'getFontSizes',
  'getFontStyles',
  'getFontLines',
];
/** Every look that can be read; only the brief sheet has links. */
const LOOKS = [
  ...['getNumberFormats', 'getBackgrounds', 'getHorizontalAlignments', 'getWraps'],
  ...FONTS,
  'getRichTextValues',
];
const onRange = (...members: string[]): string[] => members.map((member) => `Range.${member}`);

test('the calls do not depend on the number of rows', () => {
  expect(callsOf(300)).toEqual(callsOf(6));
});

test('values go in one call per sheet', () => {
  const bench = new Workbench();
  const calls = bench.countedWrite(...both(invoices(20)));
  expect(calls.filter((call) => /\.setValues?$/.test(call) && call.startsWith('Range'))).toHaveLength(2);
});

test('where nothing changed each aspect is read once, and only the note is set', () => {
  expect(written(3).countedWrite(briefPlan(invoices(3)))).toEqual([
    'DeveloperMetadataFinder.find',
    ...onRange('getValues', 'canEdit', 'getMergedRanges', 'getFormulas'),
    ...onRange(...LOOKS),
    'Range.setNote',
    'SpreadsheetApp.flush',
  ]);
});

test('where values changed the first difference ends the reading, and only looks are read back, once', () => {
  expect(written(3).countedWrite(briefPlan(changed(3)))).toEqual([
    'DeveloperMetadataFinder.find',
    ...onRange('getValues', 'canEdit', 'getMergedRanges', 'getDataValidations'),
    'Range.setNumberFormats',
    // A refusal of formats comes out before the first value.
    'SpreadsheetApp.flush',
    ...onRange('setValues', ...LOOK),
    ...LINES,
    'Range.setRichTextValues',
    'Range.setNote',
    'SpreadsheetApp.flush',
    'Sheet.getName',
    ...onRange(...LOOKS),
    'SpreadsheetApp.flush',
  ]);
});

test('a text that the platform may change is read back, and one that may be a formula is looked at as such', () => {
  const withName = (name: string) => invoices(3).map((cells) => ({ ...cells, name }));
  const spaced = written(3).countedWrite(briefPlan(withName(' пробел')));
  expect(spaced.slice(spaced.indexOf('Range.setValues'))).toContain('Range.getValues');
  expect(spaced).not.toContain('Range.getFormulas');
  const formula = written(3).countedWrite(briefPlan(withName('=1')));
  expect(formula.slice(formula.indexOf('Range.setValues'))).toContain('Range.getFormulas');
});

test('a text that does not stay is written and read back twice more at most, and not again where nothing changed', () => {
  const bench = new Workbench({ quirks: { storedText: (text) => text.split('\0')[0] ?? '' } });
  const plan = briefPlan(invoices(3).map((cells) => ({ ...cells, name: `${cells.name}\0!` })));
  const calls = bench.countedWrite(plan);
  const bodies = calls.slice(calls.indexOf('Range.setValues'), calls.indexOf('Range.setNote'));
  expect(bodies.filter((call) => /\.(getValues|getFormulas|setRichTextValues)$/.test(call))).toEqual(
    // The links; the texts as they are; the texts with «�».
    onRange(
      'setRichTextValues',
      'getValues',
      'setRichTextValues',
      'getValues',
      'setRichTextValues',
      'getValues',
    ),
  );
  expect(bench.values('Краткий', 4).map((row) => row[2])).toEqual([
    'Контрагент',
    ...invoices(3).map(({ name }) => `${name}\ufffd!`),
  ]);
  expect(bench.countedWrite(plan).filter((call) => call.startsWith('Range.set'))).toEqual(['Range.setNote']);
});

test('more rows also take a look at what stands below', () => {
  expect(written(3).countedWrite(briefPlan(invoices(9)))).toEqual([
    'DeveloperMetadataFinder.find',
    ...onRange('getValues', 'canEdit', 'getFormulas', 'getMergedRanges', 'getDataValidations'),
    'Spreadsheet.setNamedRange',
    'Range.setNumberFormats',
    // A refusal of formats comes out before the first value.
    'SpreadsheetApp.flush',
    ...onRange('setValues', ...LOOK),
    ...LINES,
    'Range.setRichTextValues',
    'Range.setNote',
    'SpreadsheetApp.flush',
    'Sheet.getName',
    ...onRange(...LOOKS),
    'DeveloperMetadata.setValue',
    'SpreadsheetApp.flush',
  ]);
});

test('rows that the grid does not have cannot be occupied: they are added without a look', () => {
  const bench = written(3);
  bench.sheet('Краткий').maxRows = 7;
  const calls = bench.countedWrite(briefPlan(invoices(9)));
  expect(calls).not.toContain('Range.getFormulas');
  expect(calls.filter((call) => call === 'Sheet.insertRowsAfter')).toHaveLength(1);
});

test('the record of a sheet is not written where it says the same', () => {
  const cells = invoices(8);
  const [first, ...others] = cells;
  if (first === undefined) throw new Error('expected an invoice');
  const bench = new Workbench();
  bench.write(detailPlan(cells));
  const calls = bench.countedWrite(detailPlan([{ ...first, sum: 7 }, ...others]));
  expect(calls).toContain('Range.setValues');
  expect(calls).not.toContain('DeveloperMetadata.setValue');
});

test('the refusal of foreign sheets and the write ask for the report’s sheets together once', () => {
  const bench = written(3);
  const writer = bench.writer();
  bench.calls.length = 0;
  writer.refuseForeignSheets(both(invoices(3)));
  writer.commit(writer.prepare(both(invoices(3))));
  expect(bench.calls.filter((call) => call === 'DeveloperMetadataFinder.find')).toHaveLength(1);
});

test('reading and changing never alternate while a sheet is being written', () => {
  const calls = written(3).countedWrite(briefPlan(invoices(9)));
  const write = calls.slice(calls.indexOf('Range.setNumberFormats'), calls.indexOf('Range.setNote'));
  expect(write.length).toBeGreaterThan(9);
  expect(write.filter((call) => !/\.set|\.flush$/.test(call))).toEqual([]);
});

test('links are looked for in the only column that can have one', () => {
  const bench = written(3);
  // The header, three invoices, an empty row and a total.
  expect(bench.sizesOf('Range.getRichTextValues', ...both(invoices(3)))).toEqual([6]);
});

test('the lines round the invoices are drawn some hundred at a time', () => {
  const bench = new Workbench();
  const cells = invoices(1_200);
  expect(bench.sizesOf('Sheet.getRangeList', detailPlan(cells))).toEqual([1, 500, 500, 201]);
  const groupEnds = [2, 1_000, 1_002, 1_004, 2_400].map((row) => {
    return bench.sheet('Полный').peek(row + 2, 9)?.style.bottom?.style;
  });
  expect(groupEnds).toEqual(Array.from(groupEnds, () => 'SOLID_MEDIUM'));
  expect(bench.sizesOf('Sheet.getRangeList', detailPlan(cells))).toEqual([]);
});
