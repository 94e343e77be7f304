/** A local Google Apps Script: runs a pushed bundle as Google would, on virtual or real time. */
export type { AuthorizationMode } from './access';
export { realClock, VirtualClock, type Clock } from './clock';
export type {
  Disclosure,
  Execution,
  Hooks,
  LogEntry,
  PlatformCall,
  RunRequest,
  ThrownError,
  Via,
} from './execution';
export {
  answering,
  type HttpTransport,
  type WireFailure,
  type WireOutcome,
  type WireRequest,
  type WireResponse,
} from './http/wire';
export { RealHttp } from './http/RealHttp';
export { CONSENT_PAGE } from './Consents';
export { Ledger } from './Ledger';
export { LIMITS } from './limits';
export { assumedCellCost, measuredCost } from './measured-cost';
export { Page, PageFailure, type Runner } from './Page';
export { ScriptError } from './page-values';
export { Project, type Manifest, type ProjectFiles } from './Project';
export { inRussian } from './russian-texts';
export type { Answer, ButtonName, MenuEntry, Question, Screen, ShownPage } from './Screen';
export type { StoredValue } from './ScriptState';
export { NotSimulatedError, PlatformException } from './service';
export { OWNER, Simulator } from './Simulator';
export type { Person, SimulatorOptions } from './simulator-options';
export type { ClockTrigger } from './Triggers';
