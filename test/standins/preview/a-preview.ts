/** A running preview for one test file, and the questions that a browser would ask it. */
import { startPreview, type PreviewOptions, type RunningPreview } from '../../../preview/start-preview';
import type { CallAnswer, Control, FullState, PersonName } from '../../../preview/protocol';

/** More answers than any of these refreshes needs. */
const MOST_QUESTIONS = 2_000;

export class APreview {
  private running: RunningPreview | null = null;

  constructor(private readonly options: PreviewOptions) {}

  /** `http://127.0.0.1:…/` */
  get url(): string {
    if (this.running === null) throw new Error('the preview has not been started');
    return this.running.url;
  }

  async start(): Promise<void> {
    this.running = await startPreview({ port: 0, now: new Date('2026-05-20T09:00:00Z'), ...this.options });
  }

  async close(): Promise<void> {
    await this.running?.close();
  }

  async state(): Promise<FullState> {
    return (await (await fetch(`${this.url}state`)).json()) as FullState;
  }

  /** What the cells of a sheet show, by their A1 names; null where there is no such sheet. */
  async cells(name: string): Promise<Readonly<Record<string, string>> | null> {
    return (await this.state()).sheets.find((sheet) => sheet.name === name)?.cells ?? null;
  }

  async control(change: Control): Promise<void> {
    const { status, body } = await this.post('control', change);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  /** As the failure handler of a page would, it throws. */
  async call(name: string, argument: unknown = null, person: PersonName = 'owner'): Promise<unknown> {
    const { body } = await this.post('call', { person, name, args: [argument] });
    const answer = body as CallAnswer;
    if ('failure' in answer) throw new Error(answer.failure.message);
    return answer.value;
  }

  async post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(this.url + path, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  /** Saves the webhook of the demo portal as the owner. */
  async connect(): Promise<void> {
    await this.call('saveSettings', { webhookUrl: (await this.state()).webhookUrl });
  }

  /** Asks again and again until the answer is as wanted. */
  async until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
    for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
      const answer = await ask();
      if (isWanted(answer)) return answer;
    }
    throw new Error('it never came to be');
  }
}
