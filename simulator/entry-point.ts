/** Which names may start an execution, by who asks (Google, "V8 runtime overview" and "Client-to-server communication"). */
import type { Via } from './execution';
import type { Project } from './Project';
import type { Realm } from './Realm';

type EntryPoint = (...args: unknown[]) => unknown;

const PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/;

/** What the platform says of a name that it cannot start. */
export const notFound = (name: string) => `Script function not found: ${name}`;

/** Menus, triggers and the editor also take `object.method`; a page only functions in plain sight. */
export function isCallable(project: Project, name: string, via: Via): boolean {
  if (project.exposes(name)) return true;
  return via !== 'page' && via !== 'simpleTrigger' && PATH.test(name) && !name.endsWith('_');
}

/** The function of that name in the evaluated script; undefined where it is none after all. */
export function findEntryPoint(realm: Realm, name: string): EntryPoint | undefined {
  const [root = '', ...path] = name.split('.');
  let owner: unknown = undefined;
  let found = realm.global(root);
  for (const member of path) {
    owner = found;
    found = (found as Record<string, unknown> | null | undefined)?.[member];
  }
  if (typeof found !== 'function') return undefined;
  const entry = found as EntryPoint;
  return (...args) => entry.apply(owner, args);
}
