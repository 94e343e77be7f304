/** The people of the preview: the owner of the connection, a colleague who edits too, and one who only looks. */
import { COLLEAGUE } from '../../world/make-world';
import { OWNER } from '../../simulator';
import type { PersonName, ScopeName } from '../protocol';

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

/** As the manifest names them. */
export const SCOPES: Readonly<Record<ScopeName, string>> = {
  spreadsheet: 'https://www.googleapis.com/auth/spreadsheets.currentonly',
  requests: 'https://www.googleapis.com/auth/script.external_request',
  pages: 'https://www.googleapis.com/auth/script.container.ui',
  triggers: 'https://www.googleapis.com/auth/script.scriptapp',
};

const SCOPE_NAMES: readonly ScopeName[] = ['spreadsheet', 'requests', 'pages', 'triggers'];

export const isScope = (value: unknown): boolean => SCOPE_NAMES.some((name) => name === value);

export const scopesOf = (scopes: readonly string[]): ScopeName[] =>
  SCOPE_NAMES.filter((name) => scopes.includes(SCOPES[name]));
