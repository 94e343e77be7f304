/** The preview's server, seen from the page. */
import type { CallAnswer, Control, PersonName, PreviewState } from '../protocol';
import type { SheetView } from '../sheet-protocol';

export interface BackendEvents {
  onState(state: PreviewState): void;
  /** The sources have changed: everything is to be loaded anew. */
  onReload(): void;
  /** The sources have changed and cannot be built. */
  onBroken(message: string): void;
  /** A wish was refused. */
  onRefused(message: string): void;
}

export class Backend {
  constructor(
    private readonly person: PersonName,
    private readonly events: BackendEvents,
  ) {}

  listen(): void {
    const source = new EventSource('events');
    const on = (name: string, hear: (data: string) => void): void =>
      source.addEventListener(name, ({ data }: MessageEvent<string>) => hear(data));
    on('state', (data) => this.events.onState(JSON.parse(data) as PreviewState));
    on('reload', () => this.events.onReload());
    on('broken', (data) => this.events.onBroken(JSON.parse(data) as string));
  }

  /** As the person of this page. */
  control(change: Control): Promise<void> {
    return this.post('control', { user: this.person, ...change }).then(
      () => undefined,
      (error: unknown) => this.events.onRefused((error as Error).message),
    );
  }

  async call(name: string, args: readonly unknown[]): Promise<CallAnswer> {
    return (await this.post('call', { person: this.person, name, args })) as CallAnswer;
  }

  async sheet(id: number): Promise<SheetView> {
    return (await answerOf(await fetch(`sheet?id=${id}`))) as SheetView;
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    return answerOf(await fetch(path, { method: 'POST', body: JSON.stringify(body) }));
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const answer = (await response.json()) as unknown;
  if (!response.ok) throw new Error((answer as { error: string }).error);
  return answer;
}
