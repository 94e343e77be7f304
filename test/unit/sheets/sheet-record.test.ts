/** What is kept with a sheet, and what of other versions and other hands is understood of it. */
import { decodeRecord, encodeRecord, newRecord, type SheetRecord } from '../../../src/sheets/sheet-record';

const record: SheetRecord = {
  kind: 'detail',
  sheetId: 7,
  name: 'Март',
  look: 'a',
  seen: 'b c',
  layout: '110 20',
  altered: 'd',
  further: ['КПП', 'Стадия'],
};

test('a record comes back as it was kept, for both sheets', () => {
  for (const kept of [record, { ...record, kind: 'brief' as const, sheetId: 0 }, newRecord('brief', 5)]) {
    expect(decodeRecord(encodeRecord(kept))).toEqual(kept);
  }
});

test('so do its charts, in few characters', () => {
  const charts = {
    months: { id: 1_327_217_885, shape: 'd9a1f2c3' },
    ages: { id: null, shape: 'e0' },
    stages: { id: 0, shape: 'e1', isShaken: true as const },
  };
  const text = encodeRecord({ ...record, charts });
  expect(text).toContain(
    '"charts":{"months":[1327217885,"d9a1f2c3"],"ages":[null,"e0"],"stages":[0,"e1",1]}',
  );
  expect(decodeRecord(text)).toEqual({ ...record, charts });
});

test('of charts it understands no other form, and goes without', () => {
  const charts = { months: [1, 'a'], ages: 5, buyers: ['1', 'a'], stages: [1], none: null };
  const kept = { charts: { months: { id: 1, shape: 'a' } } };
  expect(decodeRecord(JSON.stringify({ ...record, charts }))).toEqual({ ...record, ...kept });
  for (const none of [5, null, 'x']) {
    expect(decodeRecord(JSON.stringify({ ...record, charts: none }))).toEqual(record);
  }
});

test('a new sheet has nothing on record but whose and which it is', () => {
  expect(newRecord('detail', 9)).toEqual({
    kind: 'detail',
    sheetId: 9,
    name: '',
    look: '',
    seen: '',
    layout: '',
    altered: '',
    further: [],
  });
});

test.each(['name', 'seen', 'altered'] as const)(
  'a record of an earlier version without «%s» has it empty',
  (field) => {
    for (const value of [undefined, null, 5]) {
      expect(decodeRecord(JSON.stringify({ ...record, [field]: value }))).toEqual({ ...record, [field]: '' });
    }
  },
);

test('a record of the fixed columns alone names no others, as those of earlier versions', () => {
  expect(encodeRecord({ ...record, further: [] })).not.toContain('further');
  for (const further of [undefined, null, 'КПП']) {
    expect(decodeRecord(JSON.stringify({ ...record, further }))).toEqual({ ...record, further: [] });
  }
});

test.each<[keyof SheetRecord, unknown]>([
  ['kind', 'other'],
  ['kind', ''],
  ['kind', undefined],
  ['sheetId', '7'],
  ['sheetId', null],
  ['look', 5],
  ['look', undefined],
  ['layout', null],
  ['layout', undefined],
])('a record whose %s is %p is none', (field, value) => {
  expect(decodeRecord(JSON.stringify({ ...record, [field]: value }))).toBeNull();
});

test.each([null, '', 'null', '5', '"brief"', '[]', '{', '{}'])('%p is no record', (text) => {
  expect(decodeRecord(text)).toBeNull();
});
