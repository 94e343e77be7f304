/** Texts that cells do not keep: which of them are written again, in which form, and that nothing else is touched. */
import { briefPlan, type InvoiceCells } from './plans';
import { Workbench } from './workbench';

const cutAtNul = (text: string): string => text.split('\0')[0] ?? '';

/** Writes as a new report and says what was told of it, and what stands in text columns and links. */
function written(cells: readonly Omit<InvoiceCells, 'sum'>[], storedText: (text: string) => string) {
  const bench = new Workbench({ quirks: { storedText } });
  const writer = bench.writer();
  const plan = briefPlan(cells.map((texts) => ({ ...texts, sum: 5 })));
  const { altered } = writer.commit(writer.prepare([plan]));
  const rows = cells.map((_, index) =>
    ['B', 'C', 'D'].map((column) => bench.user.cell('Краткий', `${column}${index + 3}`)),
  );
  return {
    texts: rows.map((row) => row.map(({ value }) => value)),
    links: rows.map(([first]) => first?.runs.map(({ link }) => link)),
    told: altered.get('brief')?.map(({ row, column, text, shown }) => [row, column, text, shown]),
    calls: bench.calls,
  };
}

const link = (index: number): string => `https://portal.example/crm/type/31/details/${index}/`;

test('only texts that lose something get «�», each in its own cell, and links stay', () => {
  const cells = [
    { number: '1\0', inn: '7', name: 'A\0B' },
    { number: '2', inn: 'x\vy', name: 'z\v' },
    { number: '3\0z', inn: '9', name: 'C' },
  ];
  expect(written(cells, cutAtNul)).toMatchObject({
    texts: [
      ['1', '7', 'A\ufffdB'],
      ['2', 'x\vy', 'z\v'],
      ['3\ufffdz', '9', 'C'],
    ],
    links: [[link(1)], [link(2)], [link(3)]],
    told: [
      [1, 0, '1\0', '1'],
      [1, 2, 'A\0B', 'A\ufffdB'],
      [3, 0, '3\0z', '3\ufffdz'],
    ],
  });
});

test('a text that nothing can be substituted in is left as the cell makes it, and is not put a third time', () => {
  const { texts, told, calls } = written([{ number: '1', inn: '7', name: ' с пробелом ' }], (text) =>
    text.trim(),
  );
  expect(texts).toEqual([['1', '7', 'с пробелом']]);
  expect(told).toEqual([[1, 2, ' с пробелом ', 'с пробелом']]);
  // The links, and the texts once more.
  expect(calls.filter((call) => call === 'Range.setRichTextValues')).toHaveLength(2);
});

test('texts that stay as they were entered are put once', () => {
  const { told, calls } = written([{ number: '1', inn: '7', name: '№ 5' }], (text) => text);
  expect(told).toEqual([]);
  expect(calls.filter((call) => call === 'Range.setRichTextValues')).toHaveLength(1);
});
