/** What a finished refresh says needs a look. */
import { CHECK_NAMES } from '../../../src/domain/check-names';
import type { PortalBuilder } from '../../../portal/data/a-portal';
import { Installation, OWNER, type InstallationOptions } from './an-installation';

const invoices =
  (ids: readonly number[], facts: object = {}) =>
  (portal: PortalBuilder) => {
    for (const id of ids) portal.withInvoice({ ID: id, ACCOUNT_NUMBER: `С-${id}`, rows: [{}], ...facts });
  };
const FIRST = 'Полное чтение: первый раз.';
const UNPAID = 'DT31_7:N';
const PAID = 'DT31_7:P';
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

function connected(
  compose: (portal: PortalBuilder) => void,
  options: InstallationOptions = {},
): Installation {
  const installation = new Installation(compose, options);
  installation.connect();
  return installation;
}

const linesOf = (installation: Installation, briefOnly = false): string[] =>
  installation.openedBy(OWNER).refreshes.start('sidebar', briefOnly).message.split('\n');

describe('a finished refresh', () => {
  it('without anything to look at says its figures and how it was read, in one line', () => {
    const lines = linesOf(connected(invoices(upTo(20), { rows: [{ PRICE: 61_728.35, QUANTITY: 1 }] })));
    const sum = '1\u00a0234\u00a0567,00\u00a0₽';
    expect(lines).toEqual([
      `Готово: 20 счетов на сумму ${sum}, не оплачено ${sum}. Строк с товарами: 20. ${FIRST}`,
    ]);
  });

  it('tells of each currency by itself what is not paid, to the kopeck', () => {
    const invoice = (CURRENCY_ID: string, OPPORTUNITY: number, STAGE_ID = UNPAID) => ({
      ...{ CURRENCY_ID, OPPORTUNITY, STAGE_ID, IS_MANUAL_OPPORTUNITY: true },
    });
    const installation = connected((portal) => {
      for (let kopeck = 0; kopeck < 3; kopeck += 1) portal.withInvoice(invoice('RUB', 0.1));
      portal.withInvoice(invoice('RUB', 1_000_000, PAID));
      portal.withInvoice(invoice('USD', 500, PAID)).withInvoice(invoice('EUR', 99.99));
    });
    expect(linesOf(installation, true)).toEqual([
      'Готово: 6 счетов на сумму 1\u00a0000\u00a0000,30\u00a0₽, 99,99\u00a0EUR и 500,00\u00a0USD, не оплачено 0,30\u00a0₽ и 99,99\u00a0EUR. ' +
        FIRST,
    ]);
  });

  it.each([
    [1, 'Готово: 1 счёт на сумму 120,00\u00a0₽, оплачен.'],
    [2, 'Готово: 2 счёта на сумму 240,00\u00a0₽, все оплачены.'],
  ])('of %d paid invoices says that all are', (count, line) => {
    const paid = { STAGE_ID: PAID, rows: [{ PRICE: 120, QUANTITY: 1 }] };
    expect(linesOf(connected(invoices(upTo(count), paid)), true)).toEqual([`${line} ${FIRST}`]);
  });

  it('of a portal without smart invoices says that it has none', () => {
    expect(linesOf(connected(() => undefined))).toEqual([
      'На портале нет новых (смарт-)счетов. Счета старого вида этот отчёт не читает.',
    ]);
  });

  it('of a portal seen in part does not say that it has none', () => {
    expect(linesOf(connected(() => undefined, { portal: { user: { admin: false } } }))).toEqual([
      'За период счетов нет. Проверьте период и поле, по которому он считается.',
      'Вебхук не администратора: видны не все счета.',
    ]);
  });

  it('without invoices in the period says what to check', () => {
    const installation = connected(invoices([1], { BEGINDATE: '2020-01-01' }));
    const nothing = 'За период счетов нет. Проверьте период и поле, по которому он считается.';
    expect([linesOf(installation), linesOf(installation, true)]).toEqual([[nothing], [nothing]]);
  });

  it('with another’s webhook says that not all invoices may be seen', () => {
    const lines = linesOf(connected(invoices([1]), { portal: { user: { admin: false } } }));
    expect(lines.slice(1)).toEqual(['Вебхук не администратора: видны не все счета.']);
  });

  it('names five invoices whose rows do not add up, and counts the others', () => {
    const lines = linesOf(connected(invoices(upTo(7), { IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 1180 })));
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(
      /^Счёт № С-1 \(id 1\): сумма товаров [\d\u00a0]+,\d\d, а сумма счёта 1\u00a0180,00\.$/,
    );
    expect(lines[6]).toBe('И ещё 2 замечания — в «Состоянии».');
  });

  it('names one invoice of each kind of remark, however many there are of the others', () => {
    const off = { IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 1180 };
    const lines = linesOf(
      connected((portal) => {
        invoices(upTo(7), off)(portal);
        portal.withInvoice({ ID: 8, ACCOUNT_NUMBER: 'С-8', rows: [{ PRODUCT_NAME: 'x'.repeat(50_001) }] });
        for (const id of [9, 10]) {
          const kopeck = { IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 100.01 };
          const rows = [{ PRICE: 100, QUANTITY: 1, TAX_RATE: null }];
          portal.withInvoice({ ID: id, ACCOUNT_NUMBER: `С-${id}`, ...kopeck, rows });
        }
      }),
    );
    expect(
      lines.slice(1).map((line) => line.replace(/сумма товаров [\d\u00a0]+,\d\d/, 'сумма товаров …')),
    ).toEqual([
      'Счёт № С-8 (id 8): слишком длинный текст сокращён в столбце «Наименование товара».',
      ...[1, 2, 3].map((id) => `Счёт № С-${id} (id ${id}): сумма товаров …, а сумма счёта 1\u00a0180,00.`),
      'У 2 счетов копеечное расхождение сумм или НДС.',
      'И ещё 4 замечания — в «Состоянии».',
    ]);
  });

  it.each([
    [20, 9, true],
    [20, 10, false],
    [18, 9, false],
    [15, 6, false],
    [11, 1, true],
  ])('where %d invoices became %d wonders: %s', (before, now, wonders) => {
    let remove: (id: number) => void = () => undefined;
    const installation = connected((portal) => {
      invoices(upTo(before))(portal);
      remove = (id) => portal.data.deleteInvoice(id);
    });
    linesOf(installation);
    upTo(before).slice(now).forEach(remove);
    const lines = linesOf(installation);
    const sentence = `Счетов стало намного меньше: было ${before}, теперь ${now}. Проверьте права владельца вебхука.`;
    expect(lines.slice(1)).toEqual(wonders ? [sentence] : []);
  });

  it('tells what is overdue below its figures where «Долги» is on, and nothing of it else', () => {
    const late = { CLOSEDATE: '2026-05-01', STAGE_ID: UNPAID, rows: [{ PRICE: 120, QUANTITY: 1 }] };
    const installation = connected((portal) => {
      invoices(upTo(3), late)(portal);
      // Outside the quarter.
      portal.withInvoice({ ID: 90, BEGINDATE: '2025-05-20', OPPORTUNITY: 1_000, ...late, rows: [] });
    });
    const save = (debtsSheet: string) => installation.connect({ debtsSheet });
    expect(linesOf(installation).slice(1)).toEqual([]);
    save('period');
    const overdue = 'Долги: просрочено 3 счёта на 360,00.';
    expect(linesOf(installation).slice(1)).toEqual([overdue]);
    expect(linesOf(installation, true).slice(1)).toEqual([]);
    save('all');
    expect(linesOf(installation).slice(1)).toEqual(['Долги: просрочено 4 счёта на 1\u00a0360,00.']);
    const [last] = installation.openedBy(OWNER).state.history();
    expect(last?.message.split('\n')).toHaveLength(1);
  });

  it('tells of checks and of changes below what is overdue, where their sheets are on', () => {
    const sound = { CLOSEDATE: '2026-06-01', STAGE_ID: UNPAID, rows: [{ PRICE: 120, QUANTITY: 1 }] };
    let change: (id: number, facts: object) => void = () => undefined;
    const installation = connected((portal) => {
      invoices(upTo(3), sound)(portal);
      change = (id, facts) => portal.data.changeInvoice(id, facts);
    });
    const skippedChecks = CHECK_NAMES.filter((name) => !['sum-empty', 'number-missing'].includes(name));
    installation.connect({ debtsSheet: 'period', checksSheet: true, changesSheet: true, skippedChecks });
    const clean = 'Проверка данных: ошибок 0, новых замечаний 0, снято 0.';
    expect(linesOf(installation).slice(1)).toEqual([clean]);
    change(1, { ACCOUNT_NUMBER: '', CLOSEDATE: '2026-05-01' });
    expect(linesOf(installation, true).slice(1)).toEqual([]);
    expect(linesOf(installation).slice(1)).toEqual([
      'Долги: просрочен 1 счёт на 120,00.',
      'Проверка данных: ошибок 1, новых замечаний 1, снято 0.',
      'Изменений с прошлого обновления: 3.',
    ]);
    change(1, { ACCOUNT_NUMBER: 'С-1', CLOSEDATE: '2026-06-01' });
    expect(linesOf(installation).slice(1)).toEqual([
      'Проверка данных: ошибок 0, новых замечаний 0, снято 1.',
      'Изменений с прошлого обновления: 2.',
    ]);
    expect(linesOf(installation).slice(1)).toEqual([clean]);
  });
});
