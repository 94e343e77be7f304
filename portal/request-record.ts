/** What the portal remembers of each request: enough to count and check, never the secret. */
import type { Params } from './values';

export interface ArrivedRequest {
  /** From 0, in the order of arrival. */
  readonly index: number;
  readonly verb: string;
  /** Lower case; `''` for an address outside the REST API. */
  readonly method: string;
  /** Whether the address ends in `.json`. */
  readonly endsInJson: boolean;
  readonly params: Params;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RequestRecord extends ArrivedRequest {
  /** The HTTP status, or what happened instead of an answer. */
  readonly status: number | 'hang' | 'reset';
  /** The answer's `error` code where there is one. */
  readonly error: string | null;
}
