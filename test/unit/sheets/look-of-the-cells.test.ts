/** How the cells of each row look, and which changes of a look are noticed before anything is read. */
import type { RowStyle, SheetPlan } from '../../../src/report/SheetPlan';
import { lookFingerprint } from '../../../src/sheets/cell-formats';
import { briefPlan, detailPlan, invoices, textColumnsOf, WIDTH, withWidths } from './plans';
import { Workbench } from './workbench';

/** One aspect of all cells of a plan that was written from B2 on. */
function looks(
  bench: Workbench,
  plan: SheetPlan,
  aspect: 'numberFormat' | 'wrap' | 'fontWeight' | 'fontColor',
): unknown[][] {
  const rows = 1 + plan.body.length + plan.footer.length;
  const area = { row: 2, column: 2, rows, columns: WIDTH };
  return bench.sheet(plan.title).map(area, (cell) => cell?.style[aspect] ?? null);
}

const plans = [briefPlan(invoices(3)), detailPlan(invoices(2))];

test.each(plans)('text columns of «$title» are texts in all rows of its body and in no other', (plan) => {
  const general = { ...plan.header.style, formats: plan.header.style.formats.map(() => 'General') };
  const body = plan.body.map((row) => ({ ...row, style: general }));
  const bench = new Workbench();
  bench.write({ ...plan, body });
  const texts = plan.columns.map((_, column) => (textColumnsOf(plan).includes(column) ? '@' : 'General'));
  expect(looks(bench, plan, 'numberFormat')).toEqual([
    plan.header.style.formats,
    ...plan.body.map(() => texts),
    ...plan.footer.map(({ style }) => style.formats),
  ]);
});

test.each(plans)('the header of «$title» and the texts on the left of its body are wrapped', (plan) => {
  const bench = new Workbench();
  bench.write(plan);
  const wrapped = plan.body.map(({ style }) =>
    style.alignments.map((alignment, column) => alignment === 'left' && textColumnsOf(plan).includes(column)),
  );
  const rows = [
    plan.header.values.map(() => true),
    ...wrapped,
    ...plan.footer.map(({ values }) => values.map(() => false)),
  ];
  const expected = rows.map((row) => row.map((wraps) => (wraps ? 'WRAP' : 'OVERFLOW')));
  expect(looks(bench, plan, 'wrap')).toEqual(expected);
});

test.each(plans)('the letters of «$title» have the weights and colours of the plan', (plan) => {
  const bench = new Workbench();
  bench.write(plan);
  const styles = [plan.header, ...plan.body, ...plan.footer].map(({ style }) => style);
  expect(looks(bench, plan, 'fontWeight')).toEqual(styles.map(({ weights }) => weights));
  expect(looks(bench, plan, 'fontColor')).toEqual(styles.map(({ colors }) => colors));
});

describe('The fingerprint of a look', () => {
  const plan = briefPlan(invoices(3));
  const restyled = (index: number, change: Partial<RowStyle>): SheetPlan => ({
    ...plan,
    body: plan.body.map((row, at) => (at === index ? { ...row, style: { ...row.style, ...change } } : row)),
  });
  const changed = (index: number, change: Partial<SheetPlan['header']>): SheetPlan => ({
    ...plan,
    body: plan.body.map((row, at) => (at === index ? { ...row, ...change } : row)),
  });
  const [style] = plan.body.map((row) => row.style);

  it('is the same for the same look, whoever made it and whatever stands in it', () => {
    expect(lookFingerprint(restyled(1, {}))).toBe(lookFingerprint(plan));
    expect(lookFingerprint(changed(1, { values: plan.header.values }))).toBe(lookFingerprint(plan));
    expect(
      lookFingerprint({ ...plan, noteLines: [], columns: withWidths(plan, [1]).columns, title: '' }),
    ).toBe(lookFingerprint(plan));
  });

  it('is another for every other look, and the same for no two', () => {
    const others = [
      plan,
      restyled(0, { fills: plan.columns.map(() => '#00ff00') }),
      restyled(1, { fills: plan.columns.map(() => '#00ff00') }),
      restyled(1, { fills: plan.columns.map(() => '#00ff01') }),
      restyled(1, { formats: plan.columns.map(() => '0') }),
      restyled(1, { weights: plan.columns.map(() => 'bold') }),
      restyled(1, { colors: plan.columns.map(() => '#ff0000') }),
      restyled(1, { alignments: [...(style?.alignments ?? [])].reverse() }),
      changed(1, { link: null }),
      changed(1, { link: 'https://portal.example/' }),
      changed(2, { link: null }),
      changed(1, { endsGroup: true }),
      changed(2, { endsGroup: true }),
      {
        ...plan,
        columns: plan.columns.map((one, at) => (at === 2 ? { ...one, kind: 'day' as const } : one)),
      },
      { ...plan, body: plan.body.slice(1) },
      { ...plan, footer: plan.footer.slice(1) },
      { ...plan, header: { ...plan.header, style: plan.footer[1]?.style ?? plan.header.style } },
      // The same rows, of which the last is one of totals.
      { ...plan, body: [...plan.body, ...plan.footer.slice(0, 1)], footer: plan.footer.slice(1) },
    ];
    expect(new Set(others.map(lookFingerprint)).size).toBe(others.length);
  });
});
