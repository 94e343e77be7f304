import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../../src/domain/column-names';
import { columnChoices, columnsHint, headerTitles, moved } from '../../../src/pages/column-choices';
import type { OfferedFields } from '../../../src/pages/field-choices';
import { BRIEF, DETAIL } from '../../../src/report/columns';
import { aField } from './records';

const fields = [
  aField('BEGINDATE', { title: 'Begin date' }),
  aField('UF_CONTRACT', { title: 'Договор', type: 'string' }),
  aField('UF_PLACES', { title: 'Договор', type: 'string[]' }),
  aField('UF_UNTITLED', { title: '', type: 'boolean' }),
];
const current: OfferedFields = { fields, areCurrent: true };
const UNKNOWN: OfferedFields = { fields: [], areCurrent: false };

describe('The columns that may be added', () => {
  it('to «Краткий» are those that the report knows, and the portal’s own fields by title', () => {
    const { known, own } = columnChoices('brief', current);
    expect(known.map(({ value }) => value)).toEqual(BRIEF_COLUMNS);
    expect(known[0]).toEqual({ value: 'kpp', label: 'КПП' });
    expect(own).toEqual([
      { value: 'UF_CONTRACT', label: 'Договор (UF_CONTRACT)' },
      { value: 'UF_PLACES', label: 'Договор (UF_PLACES)' },
      { value: 'UF_UNTITLED', label: 'UF_UNTITLED' },
    ]);
  });

  it('to «Полный» are those that the report knows, and no fields of the portal', () => {
    const { known, own } = columnChoices('detail', current);
    expect(known.map(({ value }) => value)).toEqual(DETAIL_COLUMNS);
    expect(own).toEqual([]);
  });

  it.each(['brief', 'detail'] as const)('have titles of their own each: %s', (sheet) => {
    const labels = columnChoices(sheet, UNKNOWN).known.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('A column that gets another place', () => {
  it.each([
    [0, 2, 'BCAD'],
    [3, 0, 'DABC'],
    [1, 2, 'ACBD'],
    [2, 2, 'ABCD'],
  ])('from %d to %d moves the others by one at most: %s', (from, to, order) => {
    expect(moved(['A', 'B', 'C', 'D'], from, to).join('')).toBe(order);
  });
});

describe('The header that is shown', () => {
  const titles = (names: readonly string[], notes = 0) =>
    headerTitles('brief', names, notes, current).slice(BRIEF.length);

  it('begins with the columns that each sheet has in any case', () => {
    expect(headerTitles('brief', [], 0, UNKNOWN)).toEqual(BRIEF.map(({ title }) => title));
    expect(headerTitles('detail', [], 0, UNKNOWN)).toEqual(DETAIL.map(({ title }) => title));
  });

  it('goes on with the chosen ones in their order, each by its title as on the sheet', () => {
    expect(titles(['stage', 'UF_PLACES', 'kpp', 'UF_OLD'])).toEqual(['Стадия', 'Договор', 'КПП', 'UF_OLD']);
  });

  it('ends with the columns for notes, and before them what finds the invoice of a note', () => {
    expect(titles(['kpp'], 1)).toEqual(['КПП', 'ID', 'Заметка']);
    expect(titles(['id', 'kpp'], 3)).toEqual(['КПП', 'ID', 'Заметка', 'Заметка 2', 'Заметка 3']);
    expect(titles(['id', 'kpp'])).toEqual(['ID', 'КПП']);
  });
});

describe('Below the chosen columns stands', () => {
  it('nothing where all of them are known', () => {
    expect(columnsHint(['kpp', 'UF_CONTRACT'], current)).toEqual({ text: '', isGone: false });
  });

  it('the field that the portal has no more', () => {
    expect(columnsHint(['UF_CONTRACT', 'UF_OLD'], current)).toEqual({
      text: 'Поля UF_OLD на портале больше нет. Уберите его столбец.',
      isGone: true,
    });
  });

  it('the field whose title is not known yet', () => {
    expect(columnsHint(['kpp', 'UF_CONTRACT'], UNKNOWN)).toEqual({
      text: 'UF_CONTRACT: название появится после обновления отчёта.',
      isGone: false,
    });
  });
});
