/** The body of a request as JSON. */
import type { IncomingMessage } from 'node:http';
import { HttpError } from './HttpError';

/** UTF-16 units: no page of the add-on sends as much. */
const MOST = 5_000_000;

/** Throws HttpError. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += chunk as string;
    if (text.length > MOST) throw new HttpError(413, 'Too much');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpError(400, 'Not JSON');
  }
}
