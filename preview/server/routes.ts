/** What the preview's server answers: the page, the pages of the add-on, the state, what people do. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ask, PersonName, Place } from '../protocol';
import type { BrowserFiles } from './browser-files';
import type { EventStream } from './EventStream';
import { HttpError } from './HttpError';
import { readJson } from './read-json';

export interface RouteParts {
  readonly ask: (ask: Ask) => Promise<unknown>;
  readonly events: EventStream;
  /** The latest build. */
  readonly files: () => BrowserFiles;
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

/** By `METHOD /path`. */
export function makeRoutes({ ask, events, files }: RouteParts): ReadonlyMap<string, Route> {
  const asked = async (question: Ask): Promise<unknown> => {
    try {
      return await ask(question);
    } catch (error) {
      throw new HttpError(400, (error as Error).message);
    }
  };
  return new Map<string, Route>([
    ['GET /', (_, response) => send(response, 'text/html', files().html)],
    ['GET /preview.js', (_, response) => send(response, 'text/javascript', files().script)],
    ['GET /preview.css', (_, response) => send(response, 'text/css', files().style)],
    ['GET /events', (_, response) => events.add(response)],
    ['GET /state', async (_, response) => sendJson(response, await asked({ kind: 'state' }))],
    [
      'GET /sheet',
      async (_, response, { searchParams }) =>
        sendJson(response, await asked({ kind: 'sheet', id: Number(searchParams.get('id')) })),
    ],
    [
      'GET /shown',
      async (_, response, { searchParams }) => {
        const person = searchParams.get('person') as PersonName;
        const page = await asked({ kind: 'page', person, place: searchParams.get('place') as Place });
        send(response, 'text/html', withBridge(page as AddOnPage, files().bridge));
      },
    ],
    [
      'POST /control',
      async (request, response) => {
        await asked({ kind: 'control', change: await readJson(request) });
        sendJson(response, { ok: true });
      },
    ],
    [
      'POST /call',
      async (request, response) => {
        const { person, name, args } = (await readJson(request)) as Record<string, unknown>;
        if (typeof name !== 'string' || !Array.isArray(args)) throw new HttpError(400, 'Not understood');
        sendJson(response, await asked({ kind: 'call', person: person as PersonName, name, args }));
      },
    ],
  ]);
}

interface AddOnPage {
  readonly content: string;
  /** What `google.script.run` offers. */
  readonly functions: readonly string[];
}

/** Puts the other end of `google.script` before the page's own scripts. */
function withBridge({ content, functions }: AddOnPage, bridge: string): string {
  const script = `<script data-functions="${functions.join(' ')}">${bridge}</script>`;
  return content.includes('<head>') ? content.replace('<head>', () => `<head>${script}`) : script + content;
}

const sendJson = (response: ServerResponse, value: unknown): void =>
  send(response, 'application/json', JSON.stringify(value ?? null));

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
