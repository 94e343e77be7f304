/** What a query is known by in the cache: the request that would answer it if it were asked for alone. */
import type { Query } from '../domain/query';
import { COMPANY, CONTACT, INVOICE } from './entity-types';
import type { Call } from './methods';
import { call } from './read';

export function soleRequest(query: Query): Call {
  const { id } = query;
  switch (query.kind) {
    case 'invoices':
      return call('crm.item.list', { entityTypeId: INVOICE, after: id });
    case 'total':
      return call('crm.item.list', { entityTypeId: INVOICE, select: ['id'], start: 0 });
    case 'stages':
      return call('crm.status.list', {});
    case 'fields':
      return call('crm.item.fields', { entityTypeId: INVOICE });
    case 'profile':
      return call('profile', {});
    case 'link':
      return call('crm.requisite.link.list', { ENTITY_TYPE_ID: INVOICE, ENTITY_ID: id });
    case 'requisite':
      return call('crm.requisite.list', { ID: id });
    case 'companyRequisites':
      return call('crm.requisite.list', { ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id });
    case 'contactRequisites':
      return call('crm.requisite.list', { ENTITY_TYPE_ID: CONTACT, ENTITY_ID: id });
    case 'company':
      return call('crm.item.list', { entityTypeId: COMPANY, id });
    case 'contact':
      return call('crm.item.list', { entityTypeId: CONTACT, id });
    case 'rows':
      return call('crm.item.productrow.list', { ownerType: 'SI', ownerId: id });
  }
}
