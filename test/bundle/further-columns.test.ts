/** Columns of one's choice in the bundle: what they cost, whose cells they take, and that the eight stay as they are. */
import { connect, type World } from '../../world/make-world';
import { byMethod, progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, lines } from '../../world/sheets';
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../src/domain/column-names';
import { anOffice, everything, userOf } from './support/workbook';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const FREE = BRIEF_COLUMNS.filter((name) => name !== 'pipeline' && name !== 'ourCompany');
const FREE_DETAIL = DETAIL_COLUMNS.filter((name) => name !== 'ourCompany');

const office = (generation: (typeof GENERATIONS)[number], settings: object): World => {
  const world = anOffice({ portal: { generation } });
  connect(world, { ...settings });
  return world;
};
const cell = ({ spreadsheet }: World, name: string, row: number, column: number): unknown =>
  spreadsheet.sheetNamed(name)?.peek(row, column)?.value ?? '';
const headers = (world: World, name: string): unknown[] =>
  Array.from({ length: 14 }, (_, index) => cell(world, name, 2, 10 + index)).filter((title) => title !== '');

function setField({ data }: World, id: number, name: string, value: unknown): void {
  const invoice = data.invoices.get(id);
  if (invoice !== undefined) data.invoices.set(id, { ...invoice, [name]: value as never });
}

describe.each(GENERATIONS)('on a portal of generation %s', (generation) => {
  const plain = office(generation, {});
  const requests = byMethod(refreshed(plain));

  it.each([
    ['on «Краткий»', { briefColumns: FREE.slice(0, 12) }, {}],
    ['on «Полный»', { detailColumns: FREE_DETAIL.slice(0, 8) }, {}],
    ['others on «Полный»', { detailColumns: FREE_DETAIL.slice(-8) }, {}],
    ['the pipeline', { briefColumns: ['pipeline'] }, { 'crm.category.list': 1 }],
  ])('they cost no more than they have to, and leave the eight alone: %s', (_, settings, more) => {
    const world = office(generation, settings);
    expect(byMethod(refreshed(world))).toEqual({ ...requests, ...more });
    for (const name of [BRIEF, DETAIL]) expect(lines(world, name)).toEqual(lines(plain, name));
  });

  it('a user field is shown by its type, a list by its options, and its type asked for once', () => {
    const name = 'UF_CRM_REGION';
    const world = office(generation, { briefColumns: [name] });
    const items = [{ ID: '11', VALUE: 'Юг' }];
    world.data.addUserField({ name, type: 'enumeration', title: 'Район', multiple: true, items });
    const values: unknown[] = [[11], [11, 12], []];
    for (const id of [1, 2, 3]) setField(world, id, name, values[id - 1]);
    expect(byMethod(refreshed(world))).toEqual({ ...requests, 'crm.item.fields': 1 });
    expect(headers(world, BRIEF)).toEqual(['Район']);
    expect([3, 4, 5].map((row) => cell(world, BRIEF, row, 10))).toEqual(['Юг', 'Юг; (значение 12)', '']);
  });

  it('what is paid so far makes debt and status', () => {
    const name = 'UF_CRM_PAID_SUM';
    const columns = { briefColumns: ['paidSum', 'debt', 'status'], detailColumns: ['status'] };
    const world = office(generation, { ...columns, paidSumField: name });
    world.data.addUserField({ name, type: 'money', title: 'Оплачено', multiple: false });
    for (const [id, paid] of [
      [1, '100|RUB'],
      [2, '50.5|RUB'],
      [3, '5|USD'],
    ] as const)
      setField(world, id, name, paid);
    setField(world, 3, 'CLOSEDATE', '2026-01-10');
    refreshed(world);
    const rows = [3, 4, 5].map((row) => [10, 11, 12].map((column) => cell(world, BRIEF, row, column)));
    expect(rows).toEqual([
      [100, '', 'Оплачен'],
      [50.5, 149.5, 'Частично оплачен'],
      ['', 300, 'Просрочен'],
    ]);
  });

  it('our own company is asked for once', () => {
    const world = office(generation, { briefColumns: ['ourCompany'], detailColumns: ['ourCompany'] });
    for (const [id, invoice] of world.data.invoices)
      world.data.invoices.set(id, { ...invoice, MYCOMPANY_ID: 4 });
    refreshed(world);
    expect([cell(world, BRIEF, 3, 10), cell(world, DETAIL, 4, 10)]).toEqual(['Альфа', 'Альфа']);
  });

  it('switched on later they ask for no product rows again', () => {
    const world = office(generation, {});
    refreshed(world);
    world.clock.sleep(600_000);
    refreshed(world);
    connect(world, { detailColumns: ['unit', 'discount', 'status'] });
    expect(byMethod(refreshed(world))['crm.item.productrow.list'] ?? 0).toBe(0);
    expect(headers(world, DETAIL)).toEqual(['Ед. изм.', 'Скидка', 'Оплата']);
  });
});

describe('they', () => {
  it('are taken back without a trace, and a second refresh has nothing to write', () => {
    const world = office('new', { briefColumns: ['kpp', 'debt'], detailColumns: ['unit'] });
    refreshed(world);
    expect(headers(world, BRIEF)).toEqual(['КПП', 'Остаток']);
    connect(world, { briefColumns: [], detailColumns: [] });
    refreshed(world);
    expect([headers(world, BRIEF), headers(world, DETAIL)]).toEqual([[], []]);
    const style = world.spreadsheet.sheetNamed(BRIEF)?.peek(3, 11)?.style;
    expect([style?.background ?? null, style?.right ?? null, style?.numberFormat ?? 'General']).toEqual([
      ...[null, null, 'General'],
    ]);
  });

  it('stop before the first write where a user has written', () => {
    const world = office('new', {});
    refreshed(world);
    userOf(world).enter(BRIEF, 'K5', 'обещал до 15-го');
    userOf(world).enter(BRIEF, 'M5', 'моё');
    connect(world, { briefColumns: ['kpp', 'stage', 'debt'] });
    const before = everything(world);
    startOnce(world);
    expect(progressOf(world)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('а ячейка K5 занята вашими данными') as string,
    });
    expect(everything(world)).toBe(before);
    userOf(world).enter(BRIEF, 'K5', '');
    refreshed(world);
    expect([cell(world, BRIEF, 5, 13), headers(world, BRIEF)]).toEqual(['моё', ['КПП', 'Стадия', 'Остаток']]);
  });

  it.each([
    [
      'file',
      { briefColumns: ['UF_CRM_SCAN'] },
      'Поле «Скан» нельзя вывести в столбец. Уберите его в настройках.',
    ],
    [
      'string',
      { briefColumns: ['debt'], paidSumField: 'UF_CRM_SCAN' },
      'Поле «Скан» хранит не число или несколько чисел сразу. Выберите в настройках другое поле.',
    ],
  ] as const)('refuse a field of type %s', (type, settings, sentence) => {
    const world = office('new', settings);
    world.data.addUserField({ name: 'UF_CRM_SCAN', type, title: 'Скан', multiple: false });
    startOnce(world);
    expect(progressOf(world)).toMatchObject({ state: 'failed', message: sentence });
  });

  it.each([['UF_CRM_GONE', 'Поля UF_CRM_GONE на портале больше нет. Выберите в настройках другое поле.']])(
    'name a field that is gone: %s',
    (name, sentence) => {
      const world = office('new', { briefColumns: [name] });
      startOnce(world);
      expect(progressOf(world)).toMatchObject({ state: 'failed', message: sentence });
    },
  );
});
