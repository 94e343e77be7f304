/** The thread in which the scripts run, seen from the server: questions that are answered in time. */
import { Worker } from 'node:worker_threads';
import type { Ask, Letter, PreviewState, Reply, ThreadOptions } from '../protocol';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class WorldThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** `onEnd`: it failed, and nothing will be answered any more. */
  constructor(
    options: ThreadOptions,
    onState: (state: PreviewState) => void,
    onEnd: (message: string) => void,
  ) {
    this.worker = new Worker(new URL('../thread/start.mjs', import.meta.url), { workerData: options });
    this.worker.on('message', (reply: Reply) => {
      if (reply.kind === 'state') onState(reply.state);
      else this.settle(reply);
    });
    this.worker.on('error', (error) => {
      this.rejectAll(error);
      onEnd(error.stack ?? error.message);
    });
    this.worker.on('exit', () => this.rejectAll(new Error('The preview has ended')));
  }

  /** Rejects with a sentence where the wish is refused. */
  ask(ask: Ask): Promise<unknown> {
    this.lastId += 1;
    const letter: Letter = { id: this.lastId, ask };
    return new Promise((resolve, reject) => {
      this.waiting.set(letter.id, { resolve, reject });
      this.worker.postMessage(letter);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(reply: Exclude<Reply, { kind: 'state' }>): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.kind === 'answer') waiting?.resolve(reply.value);
    else waiting?.reject(new Error(reply.message));
  }

  private rejectAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
