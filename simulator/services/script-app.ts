/** `ScriptApp` (Google, Script service reference): triggers and the state of consent. */
import { makeEnum, makeService, PlatformException, type EnumValue, type Gate } from '../service';
import { methodsOf, signatureMismatch } from '../signature';
import type { ClockTrigger, Triggers } from '../Triggers';
import { makeTriggerBuilder, SOURCES, type TriggerBuilderOptions, WeekDay } from './trigger-builder';

export interface ScriptAppOptions extends TriggerBuilderOptions {
  readonly triggers: Triggers;
  readonly scriptId: string;
  /** Scopes that the project asks for and those that the user has granted. */
  readonly requiredScopes: readonly string[];
  readonly grantedScopes: readonly string[];
  /** Where the user can allow what is missing. */
  readonly consentPage: string;
  /** Ends the execution and asks the user to allow these. */
  readonly demandConsent: (scopes: readonly string[]) => void;
}

export const AuthMode = makeEnum(['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = makeEnum(['REQUIRED', 'NOT_REQUIRED']);

export function makeScriptApp(gate: Gate, options: ScriptAppOptions) {
  const { triggers, user } = options;
  const method = methodsOf('ScriptApp');
  const shown = new Map<object, ClockTrigger>();
  const show = (trigger: ClockTrigger) => {
    const service = makeTrigger(gate, trigger);
    shown.set(service, trigger);
    return service;
  };
  const missing = (scopes: readonly string[]) =>
    scopes.filter((scope) => !options.grantedScopes.includes(scope));
  const demand = (scopes: readonly string[]) => {
    const lacking = missing(scopes);
    if (lacking.length > 0) options.demandConsent(lacking);
    return null;
  };
  return makeService('ScriptApp', gate, {
    AuthMode,
    AuthorizationStatus,
    ...SOURCES,
    WeekDay,
    getScriptId: method('getScriptId', [], () => options.scriptId),
    getProjectTriggers: method('getProjectTriggers', [], () => triggers.of(user).map(show)),
    newTrigger: method('newTrigger', ['text'], (handler: string) => {
      if (handler.endsWith('_')) throw new PlatformException(`Script function not found: ${handler}`);
      return makeTriggerBuilder(gate, handler, options, (trigger) => {
        triggers.add(trigger);
        return show(trigger);
      });
    }),
    deleteTrigger: method('deleteTrigger', ['object'], (trigger: object) => {
      const known = shown.get(trigger);
      if (!known) throw signatureMismatch('ScriptApp.deleteTrigger', [trigger]);
      triggers.remove(known.id);
      return null;
    }),
    getAuthorizationInfo: method(
      'getAuthorizationInfo',
      ['object', 'list?'],
      (_: EnumValue, scopes?: string[] | null) => {
        const lacking = missing(scopes ?? options.requiredScopes).length > 0;
        return makeService('AuthorizationInfo', gate, {
          getAuthorizationStatus: () =>
            lacking ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED,
          getAuthorizationUrl: () => (lacking ? options.consentPage : null),
          getAuthorizedScopes: () => options.grantedScopes,
        });
      },
    ),
    requireScopes: method('requireScopes', ['object', 'list'], (_: EnumValue, scopes: string[]) =>
      demand(scopes),
    ),
    requireAllScopes: method('requireAllScopes', ['object'], () => demand(options.requiredScopes)),
  });
}

function makeTrigger(gate: Gate, trigger: ClockTrigger): object {
  return makeService('Trigger', gate, {
    getUniqueId: () => trigger.id,
    getHandlerFunction: () => trigger.handler,
    getEventType: () => SOURCES.EventType.CLOCK,
    getTriggerSource: () => SOURCES.TriggerSource.CLOCK,
    getTriggerSourceId: () => null,
  });
}
