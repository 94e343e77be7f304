/** What the demo company sells: prices in whole roubles without VAT, as its price list has them. */

/** `standard` is 20 % up to 2025 and 22 % since. */
export type Vat = 'standard' | 10 | 'none';

export interface Product {
  readonly name: string;
  readonly price: number;
  readonly vat: Vat;
  /** What one buys of it at least and at most. */
  readonly least: number;
  readonly most: number;
  /** Of the classifier of measures (OKEI), with its name. */
  readonly measure: readonly [code: number, name: string];
}

const PIECE = [796, 'шт'] as const;
const PACK = [778, 'упак'] as const;
const SET = [839, 'компл'] as const;
export const METRE = [6, 'м'] as const;
export const HOUR = [356, 'ч'] as const;
const MONTH = [362, 'мес'] as const;

type Line = readonly [name: string, price: number, least: number, most: number, measure: Product['measure']];

const products = (vat: Vat, lines: readonly Line[]): readonly Product[] =>
  lines.map(([name, price, least, most, measure]) => ({ name, price, least, most, measure, vat }));

export const SUPPLIES = [
  ...products('standard', [
    ['Бумага офисная А4, 80 г/м², 500 л', 265, 10, 80, PACK],
    ['Картридж лазерный чёрный, 2 300 стр.', 1870, 1, 10, PIECE],
    ['Папка-регистратор А4, 75 мм', 148, 10, 60, PIECE],
    ['Ручка шариковая синяя, 50 шт.', 590, 1, 8, PACK],
    ['Файл-вкладыш А4, 100 шт.', 172, 5, 30, PACK],
    ['Лампа светодиодная 36 Вт', 412, 5, 40, PIECE],
    ['Полотенца бумажные, 2 рулона', 139, 6, 36, PACK],
    ['Вода питьевая, 19 л', 245, 4, 20, PIECE],
    ['Кофе в зёрнах, 1 кг', 1180, 2, 10, PACK],
  ]),
  ...products(10, [
    ['Сахар-песок, 1 кг', 74, 5, 20, PACK],
    ['Молоко 3,2 %, 1 л', 89, 6, 24, PACK],
    ['Аптечка первой помощи для офиса', 1340, 1, 4, SET],
  ]),
];

export const EQUIPMENT = products('standard', [
  ['Ноутбук 15,6", 16 ГБ, SSD 512 ГБ', 58400, 1, 6, PIECE],
  ['Системный блок, 16 ГБ, SSD 512 ГБ', 43700, 1, 8, PIECE],
  ['Монитор 27", 2560×1440', 16900, 1, 8, PIECE],
  ['МФУ лазерное А4 с двусторонней печатью', 29800, 1, 3, PIECE],
  ['Источник бесперебойного питания 1500 ВА', 13600, 1, 4, PIECE],
  ['Коммутатор управляемый, 24 порта', 17450, 1, 3, PIECE],
  ['Точка доступа Wi-Fi 6', 8900, 1, 8, PIECE],
  ['Видеокамера IP уличная, 4 Мп', 6150, 2, 12, PIECE],
  ['Кресло офисное с сетчатой спинкой', 8720, 1, 10, PIECE],
  ['Стол письменный 1400×700 мм', 7950, 1, 10, PIECE],
  ['Шкаф для документов двухдверный', 11300, 1, 4, PIECE],
  ['Гарнитура проводная с микрофоном', 2480, 2, 15, PIECE],
]);

export const WORKS = products('standard', [
  ['Настройка рабочего места', 1650, 1, 12, PIECE],
  ['Выезд инженера', 2700, 1, 2, PIECE],
  ['Работы инженера', 2150, 1, 16, HOUR],
  ['Монтаж кабельной линии', 310, 20, 260, METRE],
  ['Монтаж и настройка видеокамеры', 2900, 2, 10, PIECE],
  ['Заправка картриджа', 360, 4, 30, PIECE],
  ['Ремонт печатающего устройства', 4300, 1, 3, PIECE],
  ['Аренда МФУ, месяц', 5900, 1, 3, MONTH],
]);

/** Rights to programs of the state register and training are free of VAT (Tax Code, article 149). */
export const EXEMPT = products('none', [
  ['Офисный пакет, лицензия на 1 год', 5900, 3, 40, PIECE],
  ['Антивирус, лицензия на 1 узел на 1 год', 1390, 5, 60, PIECE],
  ['Электронный документооборот, лицензия на 1 год', 38500, 1, 3, PIECE],
  ['Операционная система, бессрочная лицензия', 10900, 1, 20, PIECE],
  ['Повышение квалификации «Защита персональных данных»', 12500, 1, 6, PIECE],
]);

/** Of which most invoices for goods have one. */
export const DELIVERY: Product = {
  ...{ name: 'Доставка и подъём на этаж', price: 1250, vat: 'standard' },
  ...{ least: 1, most: 1, measure: PIECE },
};

/** Of one workplace for a month. */
export const support = (month: string): Product => ({
  ...{ name: `Поддержка рабочего места за ${month}`, price: 1150, vat: 'standard' },
  ...{ least: 1, most: 1, measure: PIECE },
});

/** Percent of an invoice of that day. */
export const vatRate = (vat: Vat, day: string): number | null => {
  if (vat === 'none') return null;
  if (vat === 10) return 10;
  return day < '2026-01-01' ? 20 : 22;
};
