/** Server-sent events: every open page hears the state, those who come later the last one at once. */
import type { ServerResponse } from 'node:http';

export class EventStream {
  private readonly listeners = new Set<ServerResponse>();
  private readonly last = new Map<string, string>();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.flushHeaders();
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
    for (const frame of this.last.values()) response.write(frame);
  }

  /** `isKept`: also for those who come later. */
  send(event: string, data: unknown, isKept: boolean): void {
    const frame = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    if (isKept) this.last.set(event, frame);
    for (const listener of this.listeners) listener.write(frame);
  }

  close(): void {
    for (const listener of this.listeners) listener.end();
  }
}
