/** VAT rates, days, payments and stages, in order and not. */
import { ofRow, type Fault } from './a-fault';
import { PAID_ON, type Case } from './some-checks';

const BY_DATE: Fault['settings'] = { payment: { paymentDateField: PAID_ON } };

const rates = (rate: number, shipped: string): Case => ({
  ...{ shipped, rows: [{ price: 100 + rate, taxRate: rate }], opportunity: 100 + rate, taxValue: rate },
});
const wrongRate = (rate: number, shipped: string, shown: string, right: string): Fault => ({
  check: 'rate-date',
  wrong: [rates(rate, shipped)],
  told: [['error', 1, ofRow(`ставка ${rate}\u00a0% при отгрузке ${shown}.`)]],
  right: [rates(rate, right)],
});

export const OF_DAYS: readonly Fault[] = [
  wrongRate(22, '2025-12-31', '31.12.2025', '2026-01-01'),
  wrongRate(20, '2026-01-01', '01.01.2026', '2025-12-31'),
  wrongRate(20, '2018-12-31', '31.12.2018', '2019-01-01'),
  wrongRate(18, '2019-01-01', '01.01.2019', '2018-12-31'),
  {
    check: 'rate-date',
    wrong: [{ shipped: null, dates: { BEGINDATE: '2025-12-31' } }],
    told: [['warning', 1, ofRow('ставка 22\u00a0%, дата отгрузки неизвестна, счёт от 31.12.2025.')]],
    right: [{ shipped: null, dates: { BEGINDATE: '2026-01-01' } }],
  },
  {
    check: 'rate-unusual',
    wrong: [{ rows: [{ taxRate: '16.6667' }], taxValue: 17.43 }],
    told: [['warning', 1, ofRow('ставка 16,6667\u00a0%.')]],
    right: [{ rows: [{ taxRate: '10.00' }], taxValue: 11.09 }],
  },
  {
    check: 'rates-mixed',
    wrong: [
      {
        shipped: '2025-12-31',
        ...{ rows: [{}, { price: 120, taxRate: 20 }, { price: 120, taxRate: 20 }] },
        ...{ opportunity: 362, taxValue: 62 },
      },
    ],
    told: [
      ['error', 1, ofRow('ставка 22\u00a0% при отгрузке 31.12.2025.')],
      ['warning', 1, 'Строк по 20\u00a0%: 2, по 22\u00a0%: 1.'],
    ],
    right: [{ rows: [{}, { price: 110, taxRate: 10 }], opportunity: 232, taxValue: 32 }],
  },
  {
    check: 'date-missing',
    wrong: [{ dates: { BEGINDATE: null } }],
    told: [['warning', 1, 'В счёте не указана дата.']],
    right: [{}],
  },
  {
    check: 'date-future',
    wrong: [{ shipped: '2026-05-21' }],
    told: [['warning', 1, 'Дата отгрузки 21.05.2026.']],
    right: [{ shipped: '2026-05-20' }],
  },
  {
    check: 'date-future',
    wrong: [
      { stageId: 'S', paid: '2026-05-21' },
      { stageId: 'S', paid: '2026-05-22', shipped: '2026-05-23' },
    ],
    told: [
      ['warning', 1, 'Дата оплаты 21.05.2026.'],
      ['warning', 2, 'Дата отгрузки 23.05.2026, дата оплаты 22.05.2026.'],
    ],
    right: [{ stageId: 'S', paid: '2026-05-20' }],
    settings: BY_DATE,
  },
  {
    check: 'due-missing',
    wrong: [{ due: null }],
    told: [['remark', 1, 'Не заполнено поле «Срок оплаты».']],
    right: [{ due: null, stageId: 'S' }],
  },
  {
    check: 'due-missing',
    wrong: [{ due: '2001-01-01' }],
    told: [['remark', 1, 'Не заполнено поле «Срок оплаты».']],
    right: [{ due: null, stageId: 'F' }],
  },
  {
    check: 'due-early',
    wrong: [{ due: '2026-03-29' }],
    told: [['warning', 1, 'Срок 31.03.2026, счёт от 01.04.2026.']],
    right: [{ due: '2026-03-30' }, { due: '2026-03-01', stageId: 'S' }],
    settings: { payment: { dueDays: 2 } },
  },
  {
    check: 'paid-stage',
    wrong: [
      { paid: '2026-04-05' },
      { paid: '2026-04-05', stageId: 'F' },
      { stageId: 'S', paid: '2001-01-01' },
    ],
    told: [
      ['warning', 1, 'Дата оплаты 05.04.2026, а стадия «Выставлен».'],
      ['warning', 2, 'Дата оплаты 05.04.2026, а стадия «Отменён».'],
      ['warning', 3, 'Стадия «Оплачен», а даты оплаты нет.'],
    ],
    right: [{}, { stageId: 'F' }, { stageId: 'S', paid: '2026-04-05' }],
    settings: BY_DATE,
  },
  {
    check: 'paid-open',
    wrong: [{ paidSum: '122.00|RUB' }, { paidSum: 1000 }],
    told: [
      ['warning', 1, 'Оплачено 122,00 из 122,00, а стадия «Выставлен».'],
      ['warning', 2, 'Оплачено 1\u00a0000,00 из 244,00, а стадия «Выставлен».'],
    ],
    right: [{ paidSum: 121.99 }, { paidSum: 244, stageId: 'F' }, { paidSum: 366, stageId: 'S' }],
  },
  {
    check: 'paid-open',
    wrong: [{ paidSum: 122 }],
    told: [['warning', 1, 'Оплачено 122,00 из 122,00, а дата оплаты не указана.']],
    right: [{ paidSum: 122, stageId: 'S', paid: '2026-04-05' }],
    settings: BY_DATE,
  },
  {
    check: 'paid-currency',
    wrong: [{ paidSum: '10|USD' }],
    told: [['warning', 1, 'Оплачено в USD, счёт в RUB: оплата не учтена.']],
    right: [{ paidSum: '0|USD' }, { paidSum: 10 }],
  },
  {
    check: 'stage-unknown',
    wrong: [{ stageId: 'DT31_2:GONE' }],
    told: [['warning', 1, 'Стадии DT31_2:GONE нет в CRM.']],
    right: [{}],
  },
];
