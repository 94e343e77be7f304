/** The portal behind a real HTTP server on the loopback interface. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PortalOutcome } from './http';
import type { Portal } from './Portal';

export interface RunningPortal {
  /** `http://127.0.0.1:8024/rest/1/…/` */
  readonly webhookUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** How long an answer is on its way. */
  readonly latencyMilliseconds?: number;
}

const HOST = '127.0.0.1';

/** Rejects when the port is taken. */
export async function serve(
  portal: Pick<Portal, 'handle' | 'webhookPath'>,
  { port, latencyMilliseconds = 0 }: ServerOptions,
): Promise<RunningPortal> {
  const server = createServer((request, response) => {
    const answer = (body: string): void => {
      const outcome = portal.handle({
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: headersOf(request),
        body,
      });
      setTimeout(() => deliver(outcome, response), latencyMilliseconds);
    };
    // A client that gives up in the middle of its body gets no answer and harms nobody.
    bodyOf(request).then(answer, () => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      // A hanging request would keep the server from ending.
      server.closeAllConnections();
    });
  return { webhookUrl: `http://${HOST}:${bound}${portal.webhookPath}`, port: bound, close };
}

function deliver(outcome: PortalOutcome, response: ServerResponse): void {
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(outcome.status, outcome.headers).end(outcome.body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
