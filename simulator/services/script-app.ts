/** `ScriptApp` (Google, Script service reference): triggers and the state of consent. */
import { Enum } from '../Enum';
import { PlatformException, type Gate } from '../service';
import { makeService, ServiceClass } from '../service-objects';
import { list, optional, takes, takesOn, text } from '../signature';
import type { ClockTrigger, Triggers } from '../Triggers';
import { makeTriggerBuilders, type TriggerBuilderOptions } from './trigger-builder';

export interface ScriptAppOptions extends TriggerBuilderOptions {
  readonly triggers: Triggers;
  /** Scopes that the project asks for and those that the user has granted. */
  readonly requiredScopes: readonly string[];
  readonly grantedScopes: readonly string[];
  /** Where the user can allow what is missing. */
  readonly consentPage: string;
  /** Ends the execution and asks the user to allow these. */
  readonly demandConsent: (scopes: readonly string[]) => void;
}

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type AuthorizationInfo = GoogleAppsScript.Script.AuthorizationInfo;

export const AUTH_MODE = new Enum('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

export function makeScriptApp(gate: Gate, options: ScriptAppOptions) {
  const { triggers, user, consentPage } = options;
  const shown = new ServiceClass<Trigger, ClockTrigger>('Trigger', gate, () => ({
    getHandlerFunction: takesOn<ClockTrigger>()().gives(({ handler }) => handler),
  }));
  const builders = makeTriggerBuilders(gate, options, (trigger) => {
    triggers.add(trigger);
    return shown.wrap(trigger);
  });
  const missing = (scopes: readonly unknown[]) =>
    scopes.map(String).filter((scope) => !options.grantedScopes.includes(scope));
  return makeService<ScriptApp>(
    'ScriptApp',
    gate,
    {
      getProjectTriggers: takes().gives(() => triggers.of(user).map((trigger) => shown.wrap(trigger))),
      newTrigger: takes(text).gives((handler) => {
        if (handler.endsWith('_')) throw new PlatformException(`Script function not found: ${handler}`);
        return builders.wrap({ handler });
      }),
      deleteTrigger: takes(shown.kind).gives(({ id }) => triggers.remove(id)),
      getAuthorizationInfo: takes(AUTH_MODE.kind, optional(list)).gives((_, scopes) => {
        const lacking = missing(scopes ?? options.requiredScopes).length > 0;
        return makeService<AuthorizationInfo>('AuthorizationInfo', gate, {
          getAuthorizationUrl: takes().gives(() => (lacking ? consentPage : null)),
        });
      }),
      requireAllScopes: takes(AUTH_MODE.kind).gives(() => {
        const lacking = missing(options.requiredScopes);
        if (lacking.length > 0) options.demandConsent(lacking);
      }),
    },
    { AuthMode: AUTH_MODE.holder(gate) },
  );
}
