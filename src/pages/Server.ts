/** The server as promises: `google.script.run` with both handlers set, once for all pages. */
import { frameTexts } from '../texts/frame-texts';
import type { ServerFunctions } from './server-functions';
import { failureOf, type Failure } from './failure';

/** The part of `google.script.run` in use (Google, google.script.run reference). */
export interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

type FunctionName = keyof ServerFunctions;
type Answer<N extends FunctionName> = ReturnType<ServerFunctions[N]>;

/** A call that gave no answer; its message is a sentence for the user. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
}

export const failureText = (error: unknown): string =>
  error instanceof CallFailure ? error.message : frameTexts.callFailed;

/** Hears how every call ended, whoever made it. */
export interface CallListener {
  failed(name: string, failure: Failure): void;
  answered(name: string): void;
}

export class Server {
  constructor(
    private readonly runner: Runner,
    private readonly listener: CallListener,
  ) {}

  /** Rejects with a CallFailure. */
  call<N extends FunctionName>(name: N, ...args: Parameters<ServerFunctions[N]>): Promise<Answer<N>> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        const failure = failureOf(error);
        this.listener.failed(name, failure);
        reject(new CallFailure(failure.sentence));
      };
      const runner = this.runner
        .withSuccessHandler((value) => {
          this.listener.answered(name);
          resolve(value as Answer<N>);
        })
        .withFailureHandler(fail) as Runner & Readonly<Record<string, (...values: unknown[]) => void>>;
      try {
        runner[name]?.(...args);
      } catch (error) {
        fail(error);
      }
    });
  }
}
