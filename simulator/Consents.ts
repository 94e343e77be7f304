/**
 * What each person has allowed the script to do (Google, "Authorization scopes", granular permissions): some of the
 * scopes, all of them or none, and what Google asks for when more is needed.
 */
import type { Execution } from './execution';
import type { ScriptState } from './ScriptState';
import type { SimulatorOptions } from './simulator-options';

/** Where a person can allow what is missing. */
export const CONSENT_PAGE = 'https://script.google.com/authorize/1SimulatedScriptIdentifier';

/** What the platform says where the execution needs more than the person has allowed. */
export const CONSENT_NEEDED =
  'Authorization is required to perform that action. Please run the script again to authorize it.';

export class Consents {
  private readonly changed = new Map<string, readonly string[]>();

  constructor(
    private readonly options: Pick<SimulatorOptions, 'people' | 'project'>,
    private readonly state: ScriptState,
  ) {}

  /** null: the project lists no scopes, and Google finds them itself. */
  of(user: string): readonly string[] | null {
    const listed = this.options.project.manifest.oauthScopes ?? null;
    return this.changed.get(user) ?? this.options.people?.[user]?.grantedScopes ?? listed;
  }

  missing(user: string): readonly string[] {
    const granted = this.of(user) ?? [];
    return (this.options.project.manifest.oauthScopes ?? []).filter((scope) => !granted.includes(scope));
  }

  /** The person takes scopes back, in the settings of the Google account. */
  withdraw(user: string, scopes: readonly string[]): void {
    this.changed.set(
      user,
      (this.of(user) ?? []).filter((scope) => !scopes.includes(scope)),
    );
  }

  /** Google shows its window with the boxes. */
  ask(user: string, scopes: readonly string[] = this.missing(user)): void {
    this.state.screen(user).consentPrompt = scopes.length > 0 ? scopes : null;
  }

  /** The person opens a link of a page; one of Google's consent page has Google ask. */
  follow(user: string, address: string): void {
    if (address === CONSENT_PAGE) this.ask(user);
  }

  /** The person ticks these boxes of Google's window, all unless told otherwise, and closes it. */
  answer(user: string, ticked: readonly string[] | null = null): void {
    const screen = this.state.screen(user);
    const allowed = (screen.consentPrompt ?? []).filter((scope) => ticked?.includes(scope) ?? true);
    this.changed.set(user, [...(this.of(user) ?? []), ...allowed]);
    screen.consentPrompt = null;
  }

  /**
   * A demand for consent that got out of the script ends it, and Google asks who clicked the menu. A page's call
   * fails: whether Google asks there as well is not documented. One that the script caught has no effect.
   * @param text of the exception, in the user's language
   */
  demanded(execution: Execution, scopes: readonly string[], text: string): Execution {
    if (scopes.length === 0 || execution.error?.message !== text) return execution;
    if (execution.via === 'menu' || execution.via === 'editor') this.ask(execution.user, scopes);
    return { ...execution, outcome: 'killed', lackedAuthorization: true };
  }
}
