/** Whatever a portal answers, no value of it gets into the text of an error. */
import fc from 'fast-check';
import * as buyer from '../../../src/bitrix24/decode-buyer';
import * as invoice from '../../../src/bitrix24/decode-invoice';
import * as portal from '../../../src/bitrix24/decode-portal';
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import { ShapeError } from '../../../src/bitrix24/json';
import type { FieldName } from '../../../src/domain/ids';

const MARK = 'ИвановПётр7712345678';

const DECODERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  invoice: invoice.invoiceDecoder({ dateFields: [{ name: 'BEGINDATE' as FieldName, type: 'date' }] }),
  row: invoice.decodeProductRow,
  link: buyer.decodeLink,
  requisite: buyer.decodeRequisite,
  company: buyer.decodeCompany,
  contact: buyer.decodeContact,
  stages: (value) => portal.decodeStages([value]),
  fields: (value) => portal.decodeFields({ fields: { begindate: value } }),
  profile: portal.decodeProfile,
  categories: (value) => portal.decodeCategories({ categories: [value] }),
  scopes: portal.decodeScopes,
  time: portal.decodeServerTime,
};

const KEYS = [
  ...invoice.INVOICE_SELECT,
  ...buyer.REQUISITE_SELECT,
  ...['begindate', 'ownerId', 'price', 'quantity', 'taxRate', 'sort', 'productName', 'REQUISITE_ID', 'title'],
  ...['name', 'lastName', 'STATUS_ID', 'SEMANTICS', 'upperName', 'isMultiple', 'ADMIN', 'NAME', 'LAST_NAME'],
];

/** Values of every type, with the mark wherever a text may stand. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 1, '', '1', 'Y', true, false, [], {}),
  fc.constantFrom<unknown>(MARK, `1${MARK}`, [MARK], { text: MARK }, [[MARK]]),
);
const oddRecord = fc.oneof(oddValue, fc.dictionary(fc.constantFrom(...KEYS), oddValue));

describe.each(Object.entries(DECODERS))('decoding of %s', (_, decoder) => {
  it('fails with nothing but an error of ours that quotes nothing', () => {
    fc.assert(
      fc.property(oddRecord, (value) => {
        try {
          decoder(value);
        } catch (error) {
          expect(error instanceof ShapeError || error instanceof Bitrix24Error).toBe(true);
          expect(String(error)).not.toMatch(/Иванов|7712345678/);
        }
      }),
    );
  });
});
