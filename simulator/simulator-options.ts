/** What a simulator is made of. */
import type { Clock } from './clock';
import type { Hooks } from './execution';
import type { HttpTransport } from './http/wire';
import type { Project } from './Project';
import type { Answer, Question } from './Screen';
import type { Vanish } from './services/CacheStorage';
import type { ByteOrderMark, HeaderCase } from './services/fetch-response';
import type { SpreadsheetModel } from './spreadsheet';

export interface Person {
  /** The scopes that this person has granted; all of the manifest's unless given. */
  readonly grantedScopes?: readonly string[];
}

export interface SimulatorOptions {
  readonly project: Project;
  readonly http: HttpTransport;
  readonly clock: Clock;
  /** Without one the script is standalone: document services are null. */
  readonly spreadsheet?: SpreadsheetModel;
  readonly form?: 'bound' | 'addOn';
  /**
   * Whether an add-on's clock trigger gets a document lock. Google says null where there is no containing document and
   * nothing of triggers; it does, unless told otherwise.
   */
  readonly addOnTriggersHaveDocumentLock?: boolean;
  readonly people?: Readonly<Record<string, Person>>;
  /** What the person answers to alerts: OK, unless given. */
  readonly answer?: (question: Question) => Answer;
  readonly hooks?: Hooks;
  /** Milliseconds that a call of the member takes, `applies` where pending writes are applied first; none unless given. */
  readonly cost?: (member: string, applies: boolean) => number;
  /** Milliseconds that the cells of such a call take above `cost`; none unless given. */
  readonly cellCost?: (member: string, cells: number) => number;
  /** Replaces `Math.random` and the chance in trigger times and page calls. */
  readonly random?: () => number;
  /** Replaces what `Utilities.getUuid` gives. */
  readonly newUuid?: () => string;
  /** Lets cache entries vanish before their time. */
  readonly cacheEntryVanishes?: Vanish;
  readonly headerCase?: HeaderCase;
  /** Whether an answer's text keeps the mark that its body begins with; kept, the harder of the two, unless given. */
  readonly byteOrderMark?: ByteOrderMark;
  /**
   * Whether exceptions of services are no instances of the script's own `Error`, as of another world: Google
   * documents nothing. They are, unless given.
   */
  readonly exceptionsAreForeign?: boolean;
  /** Turns the English text of an exception into the user's language. */
  readonly translate?: (message: string) => string;
  /** Real milliseconds after which code that never comes back to the platform is ended. */
  readonly patienceMilliseconds?: number;
  /**
   * How many runs of a clock trigger in succession may fail for want of authorization before the platform
   * disables it. Reported, but Google documents no number; never, unless given.
   */
  readonly authorizationFailuresAllowed?: number;
}
