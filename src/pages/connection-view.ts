/** What a test of the connection tells its reader. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { setupTexts } from '../texts/setup-texts';
import { counted, INVOICES } from '../texts/russian';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface ConnectionView {
  readonly works: boolean;
  readonly title: string;
  readonly problem: string | null;
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

const CRM_SCOPE = 'crm';

export function connectionView(report: ConnectionReport): ConnectionView {
  const { ok, problem, portal, user, scopes, invoicesVisible, offset, warnings } = report;
  const facts: Fact[] = [];
  if (user !== null) {
    facts.push({ name: setupTexts.portal, value: portal });
    facts.push({ name: setupTexts.user, value: user.name });
    facts.push({ name: setupTexts.sees, value: user.admin ? setupTexts.seesAll : setupTexts.seesOwn });
    facts.push({ name: setupTexts.rights, value: shownScopes(scopes) });
  }
  if (offset !== '') facts.push({ name: setupTexts.clock, value: `UTC${offset}` });
  if (ok) facts.push({ name: setupTexts.visible, value: counted(invoicesVisible, INVOICES) });
  const hasMoreThanCrm = scopes.some((scope) => scope !== CRM_SCOPE);
  return {
    works: ok,
    title: ok ? setupTexts.works : setupTexts.fails,
    problem,
    facts,
    warnings: [...warnings, ...(ok && hasMoreThanCrm ? [setupTexts.tooManyRights] : [])],
  };
}

/** Whether the portal took the webhook, so that choosing what it shall show makes sense. */
export const isRecognised = (report: ConnectionReport): boolean => report.ok || report.user !== null;

/** The names of the stages that count as failed, each once. */
export const failedStages = ({ stages }: Pick<ConnectionReport, 'stages'>): string[] => [
  ...new Set(stages.filter(({ semantics }) => semantics === 'F').map(({ name }) => name)),
];

function shownScopes(scopes: readonly string[]): string {
  if (scopes.length === 0) return setupTexts.noRights;
  return scopes.map((scope) => (scope === CRM_SCOPE ? 'CRM' : scope)).join(', ');
}
