/** «Проверка данных» as it is laid out. */
import fc from 'fast-check';
import { IMPORTANCES } from '../../../src/checks/check';
import { checksSheet } from '../../../src/checks/checks-sheet';
import { CHECK_NAMES, type CheckName } from '../../../src/domain/check-names';
import { dayNumber } from '../../../src/domain/calendar-day';
import { CHECK_TITLES } from '../../../src/texts/check-titles';
import { checksIn, PAID_ON, TODAY, toldOf, type Case } from './some-checks';

const PORTAL = 'example.bitrix24.ru';
const sheetOf = (...given: Parameters<typeof checksIn>) => checksSheet(checksIn(...given), PORTAL);

const DAY = dayNumber(TODAY);
const INVOICED = dayNumber('2026-04-01' as typeof TODAY);

test('its lines stand by importance, check, invoice and row, and lead to their invoices', () => {
  const { body, header, columns } = sheetOf([
    { rows: [{}, { price: 0 }, { quantity: 0 }], due: null },
    { accountNumber: '', opportunity: null, due: null },
  ]);
  expect(header.values).toEqual([
    ...['Счёт', 'Дата счёта', 'Контрагент', 'Важность', 'Что не так', 'Подробности', 'Замечено'],
  ]);
  expect(columns.map(({ width, kind }) => [width, kind])).toEqual([
    ...[
      [110, 'text'],
      [100, 'day'],
      [240, 'wrapped'],
      [100, 'text'],
      [240, 'wrapped'],
      [420, 'wrapped'],
    ],
    [100, 'day'],
  ]);
  const line = (number: string, ...texts: readonly string[]) => [
    ...[number, INVOICED, 'ООО «Ромашка»', ...texts, DAY],
  ];
  expect(body.map(({ values }) => values)).toEqual([
    line('id 2', 'Ошибка', 'Нет номера', 'У счёта пустой номер.'),
    line('id 2', 'Ошибка', 'Нет суммы', 'В счёте пустая сумма.'),
    line('СЧ-1', 'К сведению', 'Нулевая строка', 'Строка 2 «Болт»: количество 1, цена 0.'),
    line('СЧ-1', 'К сведению', 'Нулевая строка', 'Строка 3 «Болт»: количество 0, цена 122.'),
    line('СЧ-1', 'К сведению', 'Нет срока оплаты', 'Не заполнено поле «Срок оплаты».'),
    line('id 2', 'К сведению', 'Нет срока оплаты', 'Не заполнено поле «Срок оплаты».'),
  ]);
  expect(body.map(({ link }) => link)[0]).toBe(`https://${PORTAL}/crm/type/31/details/2/`);
});

test('only the importance is filled', () => {
  const { body } = sheetOf([{ opportunity: null }, { currency: '' }, { due: null }]);
  expect(body.map(({ style }) => style.fills)).toEqual([
    [null, null, null, '#ea9999', null, null, null],
    [null, null, null, '#ffe599', null, null, null],
    Array.from({ length: 7 }, () => null),
  ]);
});

test('a report in order has one line, and its note counts none', () => {
  const { body, noteLines } = sheetOf([{}]);
  expect(body.map(({ values, link }) => [values, link])).toEqual([
    [[null, null, null, null, 'Замечаний нет', null, null], null],
  ]);
  expect(noteLines).toEqual([
    'Ошибок: 0, внимание: 0, к сведению: 0',
    'С прошлого обновления: новых 0, снято 0',
  ]);
  expect(sheetOf([]).body).toEqual(body);
});

test.each([
  [5_000, 5_000, null],
  [5_001, 5_000, 'И ещё 2 замечания'],
  [6_000, 5_000, 'И ещё 1\u00a0001 замечание'],
])('%d remarks take %d lines', (remarks, lines, last) => {
  const { body, noteLines } = sheetOf(
    Array.from({ length: remarks }, () => ({ opportunity: null })),
    {
      skipped: ['double-suspect'],
    },
  );
  expect(body).toHaveLength(lines);
  expect(noteLines[0]).toContain(`Ошибок: ${(remarks / 1_000) | 0}\u00a0`);
  expect(noteLines[2]).toBe('Выключено проверок: 1');
  if (last !== null) expect(body.at(-1)?.values).toEqual([null, null, null, null, last, null, null]);
});

test('the note tells what is new and what is mended', () => {
  const { seen } = checksIn([{ opportunity: null }, { currency: '' }]);
  const mended = sheetOf([{}, { currency: '', due: null }], {
    earlier: seen,
    skipped: ['text-cut', 'kpp-extra'],
  });
  expect(mended.noteLines).toEqual([
    'Ошибок: 0, внимание: 1, к сведению: 1',
    'С прошлого обновления: новых 1, снято 1',
    'Выключено проверок: 2',
  ]);
});

const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 6 });
const numbers = fc.constantFrom<number | string>(0, 1, 100, '0.005', -3, '122.00', 122);
const days = fc.constantFrom('2025-12-31', '2026-01-01', '2026-05-21', '2001-01-01', '2018-12-31');
const someCases: fc.Arbitrary<readonly Case[]> = fc.array(
  fc.record(
    {
      accountNumber: fc.constantFrom('', '7', ' 7', 'А'),
      opportunity: orNull(numbers),
      taxValue: orNull(numbers),
      currency: fc.constantFrom('RUB', '', 'USD'),
      stageId: fc.constantFrom('P', 'S', 'F', 'gone'),
      companyId: orNull(fc.constant(123)),
      paidSum: fc.constantFrom(null, 122, '5|USD', 'x'),
      shipped: orNull(days),
      paid: orNull(days),
      due: orNull(days),
      requisite: orNull(
        fc.record(
          {
            inn: fc.constantFrom('', '7707083893', '7707083894', '500100732259', 'x'),
            kpp: fc.constantFrom('', '770701001', 'нет'),
            companyName: fc.constantFrom('', 'ООО «А»', 'ИП Б'),
          },
          { requiredKeys: [] },
        ),
      ),
      rows: fc.oneof(
        fc.constant('unavailable' as const),
        fc.array(
          fc.record({
            price: orNull(numbers),
            quantity: orNull(numbers),
            taxRate: fc.constantFrom(null, 0, 18, '20.00', 22, 13),
          }),
          { maxLength: 3 },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 8 },
);

const skipped = fc.subarray<CheckName>([...CHECK_NAMES]);

test('whatever the report holds, its remarks are in order, counted once and no longer there where they are skipped', () => {
  fc.assert(
    fc.property(someCases, skipped, fc.boolean(), (cases, off, byDate) => {
      const settings = byDate ? { payment: { paymentDateField: PAID_ON } } : {};
      const all = checksIn(cases, settings);
      const some = checksIn(cases, { ...settings, skipped: off });
      expect(toldOf(some)).toEqual(toldOf(all).filter(([name]) => !off.includes(name as CheckName)));
      const places = all.findings.map(({ check, importance, invoiceId }) =>
        // As texts of one length, which stand in the order of their numbers.
        [IMPORTANCES.indexOf(importance), CHECK_NAMES.indexOf(check), invoiceId].map((n) => 1_000 + n).join(),
      );
      expect(places).toEqual([...places].sort());
      expect(new Set(all.seen.map((seen) => JSON.stringify(seen))).size).toBe(all.findings.length);
      const { counts } = all;
      expect(counts.error + counts.warning + counts.remark).toBe(all.findings.length);
      const sheet = checksSheet(all, PORTAL);
      expect(sheet.body).toHaveLength(Math.max(1, all.findings.length));
      const titles = sheet.body.map(({ values }) => values[4]);
      if (all.findings.length > 0)
        expect(titles).toEqual(all.findings.map(({ check }) => CHECK_TITLES[check]));
      for (const { details } of all.findings) expect(details).toMatch(/^[А-ЯЁ«].*\.$/);
    }),
  );
});

test('a second refresh of the same report finds nothing new, on whatever day', () => {
  fc.assert(
    fc.property(someCases, (cases) => {
      const first = checksIn(cases);
      const second = checksIn(cases, { earlier: first.seen });
      expect([second.added, second.gone]).toEqual([0, 0]);
      expect(checksSheet(second, PORTAL).body).toEqual(checksSheet(first, PORTAL).body);
    }),
  );
});
