/** Which methods the portal has, in which scope, and what carries them out. */
import { RestError } from '../answer/RestError';
import type { Method } from '../call';
import { categoryList } from '../items/category-list';
import { itemFields } from '../items/item-fields';
import { itemList } from '../items/item-list';
import { productRowList } from '../items/product-row-list';
import { companyList, contactList } from '../legacy/client-list';
import { requisiteLinkList } from '../legacy/requisite-link-list';
import { requisiteGet, requisiteList } from '../legacy/requisite-list';
import { statusList } from '../legacy/status-list';
import { appInfo, currentUser, profile, scope, serverTime } from './account';

export interface CatalogueEntry {
  /** Any of these scopes lets a webhook in; none: the method is global. */
  readonly scopes: readonly string[];
  readonly run: Method;
}

const CRM = ['crm'];
const GLOBAL: readonly string[] = [];

/** Controllers: an unknown action of theirs is not an unknown method. */
const CONTROLLERS = ['crm.item.productrow', 'crm.item', 'crm.category'];

const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map([
  ['profile', { scopes: GLOBAL, run: profile }],
  ['scope', { scopes: GLOBAL, run: scope }],
  ['server.time', { scopes: GLOBAL, run: serverTime }],
  ['app.info', { scopes: GLOBAL, run: appInfo }],
  ['method.get', { scopes: GLOBAL, run: methodGet }],
  ['user.current', { scopes: ['user', 'user_brief', 'user_basic'], run: currentUser }],
  ['crm.item.list', { scopes: CRM, run: itemList }],
  ['crm.item.fields', { scopes: CRM, run: itemFields }],
  ['crm.item.productrow.list', { scopes: CRM, run: productRowList }],
  ['crm.category.list', { scopes: CRM, run: categoryList }],
  ['crm.status.list', { scopes: CRM, run: statusList }],
  ['crm.requisite.link.list', { scopes: CRM, run: requisiteLinkList }],
  ['crm.requisite.list', { scopes: CRM, run: requisiteList }],
  ['crm.requisite.get', { scopes: CRM, run: requisiteGet }],
  ['crm.company.list', { scopes: CRM, run: companyList }],
  ['crm.contact.list', { scopes: CRM, run: contactList }],
]);

/** `name` in lower case. Throws ERROR_METHOD_NOT_FOUND. */
export function methodNamed(name: string): CatalogueEntry {
  const entry = catalogue.get(name) ?? unknownAction(name);
  if (!entry) throw new RestError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!');
  return entry;
}

/** "Existing" proves no more than the controller; `name` is looked up as it stands, in lower case. */
function methodGet(call: Parameters<Method>[0]): ReturnType<Method> {
  const given = call.params['name'];
  const name = typeof given === 'string' ? given : '';
  const entry = catalogue.get(name) ?? unknownAction(name);
  const isAvailable = entry !== undefined && mayCall(entry, call.scopes);
  return { result: { isExisting: entry !== undefined, isAvailable } };
}

export const mayCall = (entry: CatalogueEntry, scopes: readonly string[]): boolean =>
  entry.scopes.length === 0 || entry.scopes.some((scopeName) => scopes.includes(scopeName));

function unknownAction(name: string): CatalogueEntry | undefined {
  const controller = CONTROLLERS.find((candidate) => name.startsWith(`${candidate}.`));
  if (controller === undefined) return undefined;
  const action = name.slice(controller.length + 1);
  const run = (): never => {
    throw new RestError(400, '0', `Could not find description of ${action} in ${controller}`);
  };
  return { scopes: CRM, run };
}
