/** Requisites, the choice of them, and the clients they belong to. */
import { deleteClient, mergeClients, restoreClient } from '../data/clients';
import { COMPANY, CONTACT, type ClientType, type Requisite } from '../data/records';
import {
  anyOf,
  clientOf,
  clientsOf,
  done,
  ofInvoice,
  presentRequisites,
  requisitesOf,
  type Edit,
  type Scene,
} from './edit';

const ofRequisite =
  (change: (scene: Scene, requisite: Requisite) => string) =>
  (scene: Scene): string | null => {
    const id = anyOf(scene.random, presentRequisites(scene.data));
    const requisite = id === null ? undefined : scene.data.requisites.get(id);
    return requisite ? done(`requisite ${requisite.ID}`, change(scene, requisite)) : null;
  };

const ofClient =
  (type: ClientType, change: (scene: Scene, id: number) => string | null) =>
  (scene: Scene): string | null => {
    const id = anyOf(scene.random, clientsOf(scene.data, type));
    return id === null ? null : done(`client ${type}:${id}`, change(scene, id));
  };

/** Mostly a company. */
const ofAnyClient =
  (change: (scene: Scene, type: ClientType, id: number) => string | null) =>
  (scene: Scene): string | null => {
    const type = scene.random.chance(0.8) ? COMPANY : CONTACT;
    return ofClient(type, (_, id) => change(scene, type, id))(scene);
  };

const anyRequisite = ({ random }: Scene, type: number, owner: number): Partial<Requisite> => ({
  ENTITY_TYPE_ID: type,
  ENTITY_ID: owner,
  SORT: random.pick([100, 500, 900]),
  RQ_COMPANY_NAME: `ООО «Имя-${random.digits(3)}»`,
  RQ_INN: `77${random.digits(8)}`,
});

/** Another one of the same client, which is all that a card offers (entitylink.php, checkConsistence). */
const choose = ofInvoice(({ data, random }, invoice) => {
  const client = clientOf(invoice);
  const chosen = data.links.get(invoice.ID)?.REQUISITE_ID ?? 0;
  const offered = client ? requisitesOf(data, client.type, client.id).filter((id) => id !== chosen) : [];
  const id = anyOf(random, offered);
  if (id === null) return null;
  data.linkRequisite(invoice.ID, id);
  return `requisite ${id} chosen`;
});

export const BUYER_EDITS = {
  'a requisite is edited': {
    shows: 'after the TTL',
    make: ofRequisite(({ data, random }, { ID }) => {
      const changes = random.pick<Partial<Requisite>>([
        { RQ_INN: `77${random.digits(8)}` },
        { RQ_COMPANY_NAME: `ООО «Имя-${random.digits(3)}»` },
        { RQ_KPP: random.digits(9) },
      ]);
      data.changeRequisite(ID, changes);
      return JSON.stringify(changes);
    }),
  },
  'a requisite is sorted elsewhere': {
    shows: 'by the reconcile',
    make: ofRequisite(({ data, random }, { ID }) => {
      data.changeRequisite(ID, { SORT: random.pick([50, 500, 950]) });
      return 'sorted';
    }),
  },
  'a requisite is deleted': {
    shows: 'after the TTL',
    make: ofRequisite(({ data }, { ID }) => {
      data.deleteRequisite(ID);
      return 'deleted';
    }),
  },
  'a requisite is replaced by a new one': {
    shows: 'after the TTL',
    make: ofRequisite((scene, { ID, ENTITY_TYPE_ID, ENTITY_ID }) => {
      scene.data.deleteRequisite(ID);
      return `replaced by ${scene.data.addRequisite(anyRequisite(scene, ENTITY_TYPE_ID, ENTITY_ID))}`;
    }),
  },
  'a client gets one more requisite': {
    shows: 'by the reconcile',
    make: ofAnyClient(
      (scene, type, id) => `requisite ${scene.data.addRequisite(anyRequisite(scene, type, id))}`,
    ),
  },
  'another requisite is chosen': { shows: 'by the reconcile', make: choose },
  'another requisite is chosen and a text changed': {
    shows: 'at the next refresh',
    make: (scene) => {
      const chosen = choose(scene);
      const id = Number(/^invoice (\d+)/.exec(chosen ?? '')?.[1]);
      if (chosen !== null) scene.data.changeInvoice(id, { COMMENTS: `Реквизиты ${scene.random.digits(4)}` });
      return chosen;
    },
  },
  'a choice of a requisite is taken back': {
    shows: 'by the reconcile',
    make: ofInvoice(
      ({ data, random }, { ID }) => {
        if (random.chance(0.5)) data.unlinkRequisite(ID);
        else data.linkRequisite(ID, 0);
        return 'no requisite chosen';
      },
      ({ ID }, { data }) => (data.links.get(ID)?.REQUISITE_ID ?? 0) > 0,
    ),
  },
  'a requisite of somebody else is forced upon an invoice': {
    shows: 'by the reconcile',
    make: ofInvoice(({ data, random }, { ID }) => {
      const id = anyOf(random, presentRequisites(data));
      if (id !== null) data.linkRequisite(ID, id);
      return id === null ? null : `requisite ${id} by SQL`;
    }),
  },
  'a company is renamed': {
    shows: 'after the TTL',
    make: ofClient(COMPANY, ({ data, random }, id) => {
      data.changeCompany(id, { TITLE: `Компания-${random.digits(3)}` });
      return 'renamed';
    }),
  },
  'a contact is renamed': {
    shows: 'after the TTL',
    make: ofClient(CONTACT, ({ data, random }, id) => {
      data.changeContact(id, { LAST_NAME: `Фамилия-${random.digits(3)}` });
      return 'renamed';
    }),
  },
  'a company with a requisite is created': {
    shows: 'by the reconcile',
    make: (scene) => {
      const id = scene.data.addCompany({ TITLE: `Компания-${scene.random.digits(3)}` });
      return `company ${id} with requisite ${scene.data.addRequisite(anyRequisite(scene, COMPANY, id))}`;
    },
  },
  'a client is deleted': {
    shows: 'by the reconcile',
    make: ofAnyClient(({ data }, type, id) => {
      deleteClient(data, type, id);
      return 'deleted';
    }),
  },
  'a client is restored': {
    shows: 'by the reconcile',
    make: ({ data, random }) => {
      const gone = anyOf(random, data.formerClients.inBin());
      return gone && `client ${gone.type}:${gone.id} restored as ${restoreClient(data, gone.type, gone.id)}`;
    },
  },
  'two clients are merged': {
    shows: 'by the reconcile',
    make: ofAnyClient(({ data, random }, type, into) => {
      const others = clientsOf(data, type).filter((id) => id !== into);
      const from = anyOf(random, others);
      if (from !== null) mergeClients(data, type, into, from);
      return from === null ? null : `${from} merged into it`;
    }),
  },
} satisfies Record<string, Edit>;
