/** Texts that a spreadsheet would gladly take for something else. */
import { addOdd, type OddCase } from './odd-case';

/** The text stands as account number, product name and buyer's name of one invoice. */
const everywhere =
  (text: string): OddCase =>
  (context) => {
    const companyId = context.data.addCompany({ TITLE: text });
    const link = context.data.addRequisite({
      ENTITY_ID: companyId,
      RQ_COMPANY_NAME: text,
      RQ_INN: '0012345678',
    });
    const rows = [{ PRODUCT_NAME: text, PRICE: 250, QUANTITY: 2 }];
    return [addOdd(context, { ACCOUNT_NUMBER: text, COMPANY_ID: companyId, link, rows })];
  };

/** Longer than a cell of Google Sheets may be (50,000 characters). */
const LONG_TEXT = 'Длинное наименование. '.repeat(2728).slice(0, 60_000);

export const ODD_TEXTS = {
  'text formula': everywhere('=IMPORTXML("http://x","//a")'),
  'text leading zeros': everywhere('00123'),
  'text date': everywhere('1-2'),
  'text apostrophe': everywhere("'x"),
  'text phone': everywhere('+7 (495) 123-45-67'),
  'text exponent': everywhere('1E5'),
  'text boolean': everywhere('TRUE'),
  'text line breaks': everywhere('Первая строка\nвторая строка\r\nтретья'),
  'text entity': everywhere('Рога &quot;и&quot; копыта & <b>Ко</b>'),
  'text spaces': everywhere('  с пробелами  '),
  'text at sign': everywhere('@SUM(1)'),
  'text minus': everywhere('-5'),
  'text emoji': everywhere('Счёт 🧾 «Ёж»'),
  'text 60,000 characters': everywhere(LONG_TEXT),
  'empty number': (context) => [addOdd(context, { ACCOUNT_NUMBER: '' })],
  'duplicate number': (context) => [
    addOdd(context, { ACCOUNT_NUMBER: 'ДУБЛЬ-1' }),
    addOdd(context, { ACCOUNT_NUMBER: 'ДУБЛЬ-1' }),
  ],
} satisfies Record<string, OddCase>;
