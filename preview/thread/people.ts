/** The people of the preview: the owner of the connection, a colleague who edits too, and one who only looks. */
import { COLLEAGUE } from '../../cli/world';
import { OWNER } from '../../simulator';
import type { PersonName } from '../protocol';

export const PEOPLE: Readonly<Record<PersonName, { readonly email: string; readonly mayEdit: boolean }>> = {
  owner: { email: OWNER, mayEdit: true },
  colleague: { email: COLLEAGUE, mayEdit: true },
  viewer: { email: 'viewer@example.com', mayEdit: false },
};

const NAMES: readonly PersonName[] = ['owner', 'colleague', 'viewer'];

/** For an e-mail address of somebody else: the viewer. */
export const personOf = (email: string): PersonName =>
  NAMES.find((name) => PEOPLE[name].email === email) ?? 'viewer';

export const isPerson = (value: unknown): value is PersonName => NAMES.some((name) => name === value);
