/** The preview's server: on the loopback interface, for the browser of the same machine and nobody else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpError } from './HttpError';
import { makeRoutes, type RouteParts } from './routes';

export const HOST = '127.0.0.1';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** `port` 0 takes any free one. Rejects where it is taken. */
export async function listen(port: number, parts: RouteParts): Promise<RunningServer> {
  const routes = makeRoutes(parts);
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, error));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    checkOrigin(request, portOf(server));
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    const route = routes.get(`${request.method ?? ''} ${url.pathname}`);
    if (!route) throw new HttpError(404, 'Nothing here');
    await route(request, response, url);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${HOST}:${portOf(server)}/`, close };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A foreign site may neither reach it under a name of its own nor send it anything. */
function checkOrigin({ headers }: IncomingMessage, port: number): void {
  const hosts = [HOST, 'localhost'].map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? '')) throw new HttpError(403, 'This host is not served');
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    throw new HttpError(403, 'This origin is not served');
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, message } = error instanceof HttpError ? error : new HttpError(500, String(error));
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ error: message }));
}
