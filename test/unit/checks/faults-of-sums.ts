/** Numbers, sums and rows, in order and not. */
import { LONG, ofRow, two, type Fault } from './a-fault';

export const OF_SUMS: readonly Fault[] = [
  {
    check: 'rows-unavailable',
    wrong: [{ rows: 'unavailable' }],
    told: [['error', 1, 'У вебхука нет права читать товары этого счёта.']],
    right: [{}],
  },
  {
    check: 'number-missing',
    wrong: [{ accountNumber: ' ' }],
    told: [['error', 1, 'У счёта пустой номер.']],
    right: [{ accountNumber: '0' }],
  },
  {
    check: 'number-double',
    wrong: [{ accountNumber: '7 ' }, { accountNumber: ' 7' }],
    told: [
      ['warning', 1, 'Тот же номер у счетов: id 2.'],
      ['warning', 2, 'Тот же номер у счетов: id 1.'],
    ],
    right: [{ accountNumber: '7', more: { ownCompanyId: 5 as never } }, { accountNumber: '7' }],
  },
  {
    check: 'double-suspect',
    wrong: two({ opportunity: 122, taxValue: 22, rows: [{ price: 61 }, { price: '61.00' }] }),
    told: [
      ['remark', 1, 'Те же товары, сумма и дата у счетов: id 2.'],
      ['remark', 2, 'Те же товары, сумма и дата у счетов: id 1.'],
    ],
    right: [
      { opportunity: 122, taxValue: 22, rows: [{ price: 61 }, { price: 61 }] },
      { opportunity: 122, taxValue: 22, rows: [{ price: 60 }, { price: 62 }] },
    ],
  },
  {
    check: 'sum-empty',
    wrong: [{ opportunity: null }],
    told: [['error', 1, 'В счёте пустая сумма.']],
    right: [{}],
  },
  {
    check: 'sum-zero',
    wrong: [{ opportunity: 0, taxValue: 0, rows: [{ taxRate: null }, { price: -122, taxRate: null }] }],
    told: [
      ['warning', 1, 'Сумма счёта 0,00.'],
      ['warning', 1, 'Строка 2 «Болт»: сумма −122,00.'],
    ],
    right: [{ opportunity: 0.01, taxValue: 0, rows: [{ price: 0.01, taxRate: null }] }],
  },
  {
    check: 'sum-negative',
    wrong: [{ opportunity: -1000, taxValue: -180.33, rows: [{ price: -1000 }] }],
    told: [
      ['warning', 1, 'Сумма счёта −1\u00a0000,00.'],
      ['warning', 1, ofRow('сумма −1\u00a0000,00.')],
    ],
    right: [{}],
  },
  {
    check: 'currency-missing',
    wrong: [{ currency: '' }],
    told: [['warning', 1, 'У счёта не указана валюта.']],
    right: [{ currency: 'KZT' }],
  },
  {
    check: 'rows-missing',
    wrong: [{ rows: [] }],
    told: [['warning', 1, 'В счёте нет строк, сумма введена вручную.']],
    right: [{}],
  },
  {
    check: 'row-empty',
    wrong: [{ rows: [{}, { name: '«Гайка»', price: null }, { quantity: null }] }],
    told: [
      ['error', 1, 'Строка 2 «„Гайка“»: цена или количество не заполнены.'],
      ['error', 1, 'Строка 3 «Болт»: цена или количество не заполнены.'],
    ],
    right: [{}],
  },
  {
    check: 'row-zero',
    wrong: [{ rows: [{}, { name: LONG, price: 0, quantity: '5.50' }, { price: '1500.00', quantity: 0 }] }],
    told: [
      ['remark', 1, 'Строка 2: количество 5,5, цена 0.'],
      ['remark', 1, 'Строка 3 «Болт»: количество 0, цена 1\u00a0500.'],
    ],
    right: [{ rows: [{}, { price: '0.00000001' }] }],
  },
  {
    check: 'row-negative',
    wrong: [
      {
        rows: [
          { price: -100, taxRate: null },
          { price: 222, taxRate: null },
        ],
        taxValue: 0,
      },
    ],
    told: [['warning', 1, ofRow('сумма −100,00.')]],
    right: [{ rows: [{}, { price: '-0.001', taxRate: null }] }],
  },
  {
    check: 'rows-differ',
    wrong: [{ opportunity: '122.01' }],
    told: [['warning', 1, 'Строки 122,00, счёт 122,01, разница −0,01.']],
    right: [{ opportunity: '122.00' }],
  },
  {
    check: 'rows-differ',
    wrong: [{ opportunity: 100, more: { isManualSum: true } }],
    told: [['remark', 1, 'Строки 122,00, счёт 100,00, разница 22,00. Сумма введена вручную.']],
    right: [{ more: { isManualSum: true } }],
  },
  {
    check: 'vat-differs',
    wrong: [{ taxValue: 21.98 }],
    told: [['warning', 1, 'Строки 22,00, счёт 21,98, разница 0,02.']],
    right: [{ taxValue: 21.99 }],
  },
  {
    check: 'vat-differs',
    wrong: [{ taxValue: 22.02 }],
    told: [['warning', 1, 'Строки 22,00, счёт 22,02, разница −0,02.']],
    right: [{ taxValue: '22.01' }],
  },
  {
    // One row of 3.5 pieces: 0.005 × 4.5; one of less than a piece: 0.005 × 2; none of one without a rate.
    check: 'vat-differs',
    wrong: [
      {
        ...{ rows: [{ price: 122, quantity: 3.5 }, { quantity: '-0.1', price: -1220 }, { taxRate: null }] },
        ...{ opportunity: 671, taxValue: 98.96 },
      },
    ],
    told: [['warning', 1, 'Строки 99,00, счёт 98,96, разница 0,04.']],
    right: [
      {
        ...{ rows: [{ price: 122, quantity: 3.5 }, { quantity: '-0.1', price: -1220 }, { taxRate: null }] },
        ...{ opportunity: 671, taxValue: 98.97 },
      },
    ],
  },
  {
    check: 'text-cut',
    wrong: [{ rows: [{ name: 'д'.repeat(50_001) }], accountNumber: '7'.repeat(50_001) }],
    told: [['remark', 1, 'Слишком длинный текст: «Номер», «Наименование товара».']],
    right: [{ rows: [{ name: 'д'.repeat(50_000) }], accountNumber: '7'.repeat(50_000) }],
  },
];
