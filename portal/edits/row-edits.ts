/** Product rows, by the card and past it. */
import { addLegacyRow, changeLegacyRow, deleteLegacyRow } from '../data/legacy-rows';
import type { Invoice, ProductRow } from '../data/records';
import { anyOf, done, ofInvoice, type Edit, type Scene } from './edit';

const ofRow = (change: (scene: Scene, invoiceId: number, row: ProductRow) => string) =>
  ofInvoice(
    (scene, { ID }) => {
      const row = anyOf(scene.random, scene.data.rowsOf(ID));
      return row && done(`row ${row.ID}`, change(scene, ID, row));
    },
    (invoice, { data }) => data.rowsOf(invoice.ID).length > 0,
  );

function anyChange({ random }: Scene): Partial<ProductRow> {
  const price = random.int(100, 90_000) / 100;
  return random.pick<Partial<ProductRow>>([
    { PRICE: price, PRICE_EXCLUSIVE: price / 1.2 },
    { QUANTITY: random.int(1, 90) / 10 },
    { PRODUCT_NAME: `Товар ${random.digits(3)}` },
    { TAX_RATE: random.pick([20, 22, 10, 0, null]) },
    { MEASURE_NAME: random.pick(['шт', 'кг', 'м']) },
  ]);
}

const anyRow = ({ random }: Scene): Partial<ProductRow> => ({
  PRODUCT_NAME: `Товар ${random.digits(3)}`,
  PRICE: random.int(100, 90_000) / 100,
  QUANTITY: random.int(1, 9),
});

const withRow = (add: (scene: Scene, invoice: Invoice) => number) =>
  ofInvoice((scene, invoice) => `row ${add(scene, invoice)} added`);

export const ROW_EDITS = {
  'a product row is changed': {
    shows: 'at the next refresh',
    make: ofRow((scene, invoiceId, { ID }) => {
      const changes = anyChange(scene);
      scene.data.changeRow(invoiceId, ID, changes);
      return JSON.stringify(changes);
    }),
  },
  'a product row is added': {
    shows: 'at the next refresh',
    make: withRow((scene, { ID }) => scene.data.addRow(ID, anyRow(scene))),
  },
  'a product row is deleted': {
    shows: 'at the next refresh',
    make: ofRow(({ data }, invoiceId, { ID }) => {
      data.deleteRow(invoiceId, ID);
      return 'deleted';
    }),
  },
  'a product row is changed by a legacy method': {
    shows: 'by the reconcile',
    make: ofRow((scene, invoiceId, { ID }) => {
      const changes = anyChange(scene);
      changeLegacyRow(scene.data, invoiceId, ID, changes);
      return `${JSON.stringify(changes)} silently`;
    }),
  },
  'a product row is added by a legacy method': {
    shows: 'by the reconcile',
    make: withRow((scene, { ID }) => addLegacyRow(scene.data, ID, anyRow(scene))),
  },
  'a product row is deleted by a legacy method': {
    shows: 'by the reconcile',
    make: ofRow(({ data }, invoiceId, { ID }) => {
      deleteLegacyRow(data, invoiceId, ID);
      return 'deleted silently';
    }),
  },
  'a product of the catalogue is renamed': {
    shows: 'by the reconcile',
    make: ({ data, random }) => {
      const product = anyOf(random, [...data.products.keys()]);
      if (product === null) return null;
      data.products.set(product, `Из каталога ${random.digits(3)}`);
      return `product ${product} renamed`;
    },
  },
} satisfies Record<string, Edit>;
