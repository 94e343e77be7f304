/** Invoices as the card, the list, imports and the recycle bin change them. */
import { PAYMENT_DATE, SHIPMENT_DATE } from '../data/a-portal';
import { addDays, daysBetween } from '../data/calendar';
import { anyOf, clientOf, clientsOf, ofInvoice, requisitesOf, type Edit, type Scene } from './edit';
import { COMPANY, CONTACT, type Invoice } from '../data/records';

const DAY = 86_400_000;

const save =
  (changesOf: (scene: Scene, invoice: Invoice) => Partial<Invoice> | null) =>
  (scene: Scene, invoice: Invoice): string | null => {
    const changes = changesOf(scene, invoice) ?? {};
    const same = Object.entries(changes).every(([name, value]) => invoice[name as keyof Invoice] === value);
    if (same) return null;
    scene.data.changeInvoice(invoice.ID, changes);
    return JSON.stringify(changes);
  };

/** Mostly in the period, else a day before or after it. */
function anyDay({ random, period }: Scene): string {
  if (random.chance(0.7)) return addDays(period.from, random.int(0, daysBetween(period)));
  return random.chance(0.5) ? addDays(period.from, -1) : addDays(period.to, 1);
}

function anyStage({ data, random }: Scene, { CATEGORY_ID, STAGE_ID }: Invoice): Partial<Invoice> | null {
  const others = data.stages.filter(
    (stage) => stage.CATEGORY_ID === CATEGORY_ID && stage.STATUS_ID !== STAGE_ID,
  );
  const stage = anyOf(random, others);
  return stage && { STAGE_ID: stage.STATUS_ID, PREVIOUS_STAGE_ID: STAGE_ID, MOVED_TIME: data.now() };
}

/** Another one, or none at all. */
function anyClient({ data, random }: Scene): Partial<Invoice> {
  if (random.chance(0.1)) return { COMPANY_ID: 0, CONTACT_ID: 0 };
  const contact = random.chance(0.2) ? anyOf(random, clientsOf(data, CONTACT)) : null;
  if (contact !== null) return { COMPANY_ID: 0, CONTACT_ID: contact };
  return { COMPANY_ID: anyOf(random, clientsOf(data, COMPANY)) ?? 0, CONTACT_ID: 0 };
}

/** Of a client, with its requisite chosen for most. */
function newInvoice(scene: Scene) {
  const { data, random } = scene;
  const client = anyClient(scene);
  const { COMPANY_ID = 0, CONTACT_ID = 0 } = client;
  const owner = clientOf({ COMPANY_ID, CONTACT_ID } as Invoice);
  const requisite = owner && anyOf(random, requisitesOf(data, owner.type, owner.id));
  const rows = Array.from({ length: random.int(0, 4) }, (_, index) => ({
    PRODUCT_NAME: `Новый товар ${index + 1}`,
    PRICE: random.int(100, 90_000) / 100,
    QUANTITY: random.int(1, 9),
  }));
  const link = requisite !== null && random.chance(0.8) ? { link: requisite } : {};
  return { ...client, ...link, BEGINDATE: anyDay(scene), rows };
}

/** A report of nothing proves little. */
const many = (_: Invoice, { data }: Scene): boolean => data.invoices.size > 3;

export const INVOICE_EDITS = {
  'an invoice gets another text': {
    shows: 'at the next refresh',
    make: ofInvoice(
      save(({ random }) => ({ [random.pick(['TITLE', 'COMMENTS'])]: `Текст ${random.digits(4)}` })),
    ),
  },
  'an invoice gets another number': {
    shows: 'at the next refresh',
    make: ofInvoice(save(({ random }) => ({ ACCOUNT_NUMBER: `СЧ-${random.digits(5)}` }))),
  },
  'an invoice gets another day': {
    shows: 'at the next refresh',
    make: ofInvoice(save((scene) => ({ BEGINDATE: scene.random.chance(0.05) ? null : anyDay(scene) }))),
  },
  'an invoice is shipped or paid': {
    shows: 'at the next refresh',
    make: ofInvoice(
      save((scene) => ({
        [scene.random.pick([SHIPMENT_DATE, PAYMENT_DATE])]: scene.random.chance(0.2) ? null : anyDay(scene),
      })),
    ),
  },
  'an invoice moves to another stage': { shows: 'at the next refresh', make: ofInvoice(save(anyStage)) },
  'an invoice gets another currency': {
    shows: 'at the next refresh',
    make: ofInvoice(save(({ random }) => ({ CURRENCY_ID: random.pick(['RUB', 'USD', 'KZT']) }))),
  },
  'an invoice gets a sum by hand': {
    shows: 'at the next refresh',
    make: ofInvoice(
      save(({ random }) => ({
        IS_MANUAL_OPPORTUNITY: true,
        OPPORTUNITY: random.int(1, 9_999_999) / 100,
      })),
    ),
  },
  'an invoice becomes a template or none': {
    shows: 'at the next refresh',
    make: ofInvoice(save((_, { IS_RECURRING }) => ({ IS_RECURRING: !IS_RECURRING }))),
  },
  /** The card offers the new client's requisites; REST leaves the link to one of the former client. */
  'an invoice gets another client': {
    shows: 'at the next refresh',
    make: ofInvoice((scene, invoice) => {
      const { data, random } = scene;
      const saved = save(anyClient)(scene, invoice);
      const client = saved !== null && random.chance(0.6) ? clientOf(data.invoice(invoice.ID)) : null;
      const offered = client ? anyOf(random, requisitesOf(data, client.type, client.id)) : null;
      if (offered !== null) data.linkRequisite(invoice.ID, offered);
      return saved;
    }),
  },
  'a save changes nothing': {
    shows: 'at the next refresh',
    make: ofInvoice(({ data }, { ID, TITLE }) => {
      data.changeInvoice(ID, { TITLE });
      return 'the same';
    }),
  },
  'an invoice is called about': {
    shows: 'at the next refresh',
    make: ofInvoice(({ data }, { ID }) => {
      data.addActivity(ID);
      return 'activity';
    }),
  },
  'an invoice is created': {
    shows: 'at the next refresh',
    make: (scene) => `invoice ${scene.data.addInvoice(newInvoice(scene))} created`,
  },
  'an invoice of long ago is imported': {
    shows: 'at the next refresh',
    make: (scene) => {
      const { data, random } = scene;
      const UPDATED_TIME = data.now() - random.int(0, 900) * DAY;
      const CREATED_TIME = UPDATED_TIME - random.int(0, 30) * DAY;
      return `invoice ${data.importInvoice({ ...newInvoice(scene), CREATED_TIME, UPDATED_TIME })} imported`;
    },
  },
  'an invoice is deleted': {
    shows: 'at the next refresh',
    make: ofInvoice(({ data }, { ID }) => {
      data.deleteInvoice(ID);
      return 'deleted';
    }, many),
  },
  'an invoice is restored': {
    shows: 'at the next refresh',
    make: ({ data, random }) => {
      const deleted = anyOf(random, data.deletedInvoices());
      return deleted === null ? null : `invoice ${deleted} restored as ${data.restoreInvoice(deleted)}`;
    },
  },
} satisfies Record<string, Edit>;
