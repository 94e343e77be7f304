/** What people, robots and mergers do to a portal, by the class in which the report owes it. */
import { deleteClient, mergeClients, restoreClient } from '../../../portal/data/clients';
import { addLegacyRow, changeLegacyRow } from '../../../portal/data/legacy-rows';
import type { PortalData } from '../../../portal/data/PortalData';
import { COMPANY } from '../../../portal/data/records';

/**
 * `list`: seen at the next refresh. `buyers`: at the next one after the TTL, or at a person's. `silent`: after a round of
 * the comparison of memory and portal.
 */
export type EditClass = 'list' | 'buyers' | 'silent';

export interface Edit {
  readonly name: string;
  readonly class: EditClass;
  readonly act: (data: PortalData, pick: Pick) => void;
}

/** Random numbers as an edit needs them. */
export interface Pick {
  /** From 0 to below `end`. */
  below(end: number): number;
  /** undefined of nothing. */
  one<T>(things: Iterable<T>): T | undefined;
}

const anInvoice = (data: PortalData, pick: Pick): number | undefined => pick.one(data.invoices.keys());
const DAY = 86_400_000;

const onInvoice =
  (act: (data: PortalData, id: number, pick: Pick) => void): Edit['act'] =>
  (data, pick) => {
    const id = anInvoice(data, pick);
    if (id !== undefined) act(data, id, pick);
  };

export const EDITS: readonly Edit[] = [
  {
    name: 'sum and number',
    class: 'list',
    act: onInvoice((data, id, pick) =>
      data.changeInvoice(id, { OPPORTUNITY: pick.below(9_999), ACCOUNT_NUMBER: `A-${pick.below(99)}` }),
    ),
  },
  {
    name: 'out of the period, or into it',
    class: 'list',
    act: onInvoice((data, id, pick) =>
      data.changeInvoice(id, { BEGINDATE: pick.below(2) === 0 ? '2026-01-15' : '2026-05-10' }),
    ),
  },
  {
    name: 'another client',
    class: 'list',
    act: onInvoice((data, id, pick) =>
      data.changeInvoice(id, { COMPANY_ID: pick.one(data.companies.keys()) ?? 0 }),
    ),
  },
  { name: 'a row more', class: 'list', act: onInvoice((data, id) => void data.addRow(id, { PRICE: 11 })) },
  {
    name: 'a row changed',
    class: 'list',
    act: onInvoice((data, id, pick) => {
      const row = pick.one(data.rowsOf(id));
      if (row !== undefined) data.changeRow(id, row.ID, { PRICE: pick.below(500) });
    }),
  },
  { name: 'an activity', class: 'list', act: onInvoice((data, id) => data.addActivity(id)) },
  {
    name: 'a new invoice',
    class: 'list',
    act: (data, pick) =>
      void data.addInvoice({
        COMPANY_ID: pick.one(data.companies.keys()) ?? 0,
        rows: [{ PRICE: pick.below(100) }],
        ...linkedTo(pick.one(data.requisites.keys())),
      }),
  },
  {
    name: 'an imported invoice',
    class: 'list',
    act: (data, pick) => {
      const time = data.now() - pick.below(90) * DAY;
      data.importInvoice({ CREATED_TIME: time, UPDATED_TIME: time, rows: [{}] });
    },
  },
  { name: 'deleted', class: 'list', act: onInvoice((data, id) => data.deleteInvoice(id)) },
  {
    name: 'saved late',
    class: 'list',
    act: onInvoice((data, id, pick) => {
      const sum = pick.below(9_999);
      data.saveLate(pick.below(298), () => {
        if (data.invoices.has(id)) data.changeInvoice(id, { OPPORTUNITY: sum });
      });
    }),
  },
  {
    name: 'a requisite edited',
    class: 'buyers',
    act: (data, pick) => {
      const id = pick.one(data.requisites.keys());
      if (id !== undefined) data.changeRequisite(id, { RQ_INN: `77${10_000_000 + pick.below(9_999_999)}` });
    },
  },
  {
    name: 'a requisite deleted',
    class: 'buyers',
    act: (data, pick) => {
      const id = pick.one(data.requisites.keys());
      if (id !== undefined) data.deleteRequisite(id);
    },
  },
  {
    name: 'a company renamed',
    class: 'buyers',
    act: (data, pick) => {
      const id = pick.one(data.companies.keys());
      if (id !== undefined) data.changeCompany(id, { TITLE: `ООО «${pick.below(999)}»` });
    },
  },
  {
    name: 'another requisite chosen',
    class: 'silent',
    act: onInvoice((data, id, pick) => {
      const { COMPANY_ID } = data.invoice(id);
      const own = [...data.requisites.values()].filter(
        ({ ENTITY_TYPE_ID, ENTITY_ID }) => ENTITY_TYPE_ID === COMPANY && ENTITY_ID === COMPANY_ID,
      );
      const chosen = pick.one(own);
      if (chosen !== undefined) data.linkRequisite(id, chosen.ID);
    }),
  },
  {
    name: 'a requisite added',
    class: 'silent',
    act: (data, pick) => {
      const id = pick.one(data.companies.keys());
      if (id !== undefined)
        data.addRequisite({
          ENTITY_TYPE_ID: COMPANY,
          ENTITY_ID: id,
          RQ_COMPANY_NAME: `Новый ${pick.below(99)}`,
        });
    },
  },
  {
    name: 'a company deleted',
    class: 'silent',
    act: (data, pick) => {
      const id = pick.one(data.companies.keys());
      if (id !== undefined && data.companies.size > 2) deleteClient(data, COMPANY, id);
    },
  },
  {
    name: 'companies merged',
    class: 'silent',
    act: (data, pick) => {
      const [into, from] = [pick.one(data.companies.keys()), pick.one(data.companies.keys())];
      if (into !== undefined && from !== undefined && into !== from) mergeClients(data, COMPANY, into, from);
    },
  },
  {
    name: 'rows written past the invoice',
    class: 'silent',
    act: onInvoice((data, id, pick) => {
      const row = pick.one(data.rowsOf(id));
      if (row === undefined) addLegacyRow(data, id, { PRICE: 3 });
      else changeLegacyRow(data, id, row.ID, { PRICE: pick.below(500) });
    }),
  },
  {
    name: 'a field written past the operation',
    class: 'silent',
    act: onInvoice((data, id, pick) => data.writePast(id, { OPPORTUNITY: pick.below(9_999) })),
  },
];

export { restoreClient };

const linkedTo = (id: number | undefined): { readonly link?: number } =>
  id === undefined ? {} : { link: id };
