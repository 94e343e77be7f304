/**
 * `google.script` inside a page of the add-on: the calls go to the frame around it. The page lives in the
 * preview's time, faster or ahead of the browser's where somebody wants so.
 */
import { ScriptError, toArgument } from '../../simulator/page-values';
import type { CallAnswer } from '../protocol';

/** Google, google.script.run reference: "10 concurrent google.script.run calls". */
const CALLS_AT_ONCE = 10;
/** Milliseconds: at a high speed a page would ask without a pause. */
const LEAST_TIMEOUT = 60;

const GOOGLE = 'https://script.google.com/';

export type FromPage =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'follow'; readonly address: string };

export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CallAnswer }
  | { readonly kind: 'time'; readonly now: number; readonly speed: number };

type Handler = ((value: unknown, userObject: unknown) => void) | null;

interface Handlers {
  readonly success: Handler;
  readonly failure: Handler;
  readonly userObject: unknown;
}

const tellFrame = (message: FromPage): void => window.parent.postMessage(message, '*');

class Calls {
  private readonly sent = new Map<number, Handlers>();
  private readonly waiting: (() => void)[] = [];
  private lastId = 0;

  make(name: string, args: readonly unknown[], handlers: Handlers): void {
    const copied = args.map((arg, index) => toArgument(arg, index));
    this.lastId += 1;
    const id = this.lastId;
    this.waiting.push(() => {
      this.sent.set(id, handlers);
      tellFrame({ kind: 'call', id, name, args: copied });
    });
    this.sendNext();
  }

  answered(id: number, answer: CallAnswer): void {
    const handlers = this.sent.get(id);
    this.sent.delete(id);
    this.sendNext();
    if (handlers === undefined) return;
    if (!('failure' in answer)) {
      handlers.success?.(answer.value, handlers.userObject);
      return;
    }
    const error = new ScriptError(answer.failure.message);
    if (handlers.failure === null) console.error(`Uncaught ${String(error)}`);
    else handlers.failure(error, handlers.userObject);
  }

  private sendNext(): void {
    while (this.sent.size < CALLS_AT_ONCE) {
      const send = this.waiting.shift();
      if (!send) return;
      send();
    }
  }
}

/** Time of the preview, measured from what the frame told last. */
class PreviewTime {
  private told = { now: Date.now(), speed: 1, at: performance.now() };

  set(now: number, speed: number): void {
    this.told = { now, speed, at: performance.now() };
  }

  now(): number {
    const { now, speed, at } = this.told;
    return Math.floor(now + (performance.now() - at) * speed);
  }

  /** Real milliseconds for those of the preview. */
  real(milliseconds: number): number {
    return this.told.speed === 1 ? milliseconds : Math.max(LEAST_TIMEOUT, milliseconds / this.told.speed);
  }
}

function runner(
  calls: Calls,
  names: readonly string[],
  handlers: Handlers,
): Readonly<Record<string, unknown>> {
  const next = (change: Partial<Handlers>) => runner(calls, names, { ...handlers, ...change });
  const functions = names.map((name) => [
    name,
    (...args: unknown[]): void => calls.make(name, args, handlers),
  ]);
  return Object.freeze({
    ...(Object.fromEntries(functions) as Record<string, unknown>),
    withSuccessHandler: (success: Handler) => next({ success }),
    withFailureHandler: (failure: Handler) => next({ failure }),
    withUserObject: (userObject: unknown) => next({ userObject }),
  });
}

function liveIn(time: PreviewTime): void {
  const BrowserDate = Date;
  const clocked = new Proxy(BrowserDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [time.now()] : args, newTarget) as object,
    get: (target, name) => (name === 'now' ? () => time.now() : (Reflect.get(target, name) as unknown)),
  });
  const setRealTimeout = window.setTimeout.bind(window);
  const setTimeout = (action: () => void, milliseconds = 0): number =>
    setRealTimeout(action, time.real(milliseconds));
  Object.assign(window, { Date: clocked, setTimeout });
}

function open(): void {
  const names = document.currentScript?.dataset['functions']?.split(' ') ?? [];
  const calls = new Calls();
  const time = new PreviewTime();
  liveIn(time);
  window.addEventListener('message', ({ source, data }: MessageEvent<ToPage>) => {
    if (source !== window.parent) return;
    if (data.kind === 'time') time.set(data.now, data.speed);
    else calls.answered(data.id, data.answer);
  });
  // What Google would open in a tab of its own, the preview has to answer itself.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href.startsWith(GOOGLE)) return;
    event.preventDefault();
    tellFrame({ kind: 'follow', address: link.href });
  });
  const nothing = (): void => undefined;
  const google = {
    script: {
      run: runner(calls, names, { success: null, failure: null, userObject: undefined }),
      host: {
        origin: 'https://docs.google.com',
        close: () => tellFrame({ kind: 'close' }),
        // Only dialogs have a size to set, and the add-on opens none.
        ...{ setHeight: nothing, setWidth: nothing, editor: { focus: nothing } },
      },
    },
  };
  Object.assign(window, { google });
}

open();
