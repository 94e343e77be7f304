/** As much of Google's script and drive interfaces as clasp uses, on this machine (Google, Apps Script API reference). */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ScriptFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

interface Refusal {
  readonly status: number;
  readonly message: string;
}

export const SCRIPT_ID = 'a'.repeat(57);
export const SPREADSHEET_ID = 'theSpreadsheetOfTheScript';

export class GoogleOnLoopback {
  /** What the script holds at Google. */
  files: readonly ScriptFile[] = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
  /** Answers every request for a script so. */
  refusal: Refusal | null = null;
  loginExpired = false;
  readonly createdTitles: string[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const { status, value } = this.answer(request, body);
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(value));
      });
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(
    { method, url = '', headers }: IncomingMessage,
    body: string,
  ): { status: number; value: object } {
    const call = `${method ?? ''} ${String(headers['x-google-host'])}${url.split('?')[0] ?? ''}`;
    if (call === 'POST oauth2.googleapis.com/token') return this.token();
    if (this.refusal !== null) return failure(this.refusal);
    if (call === 'POST www.googleapis.com/drive/v3/files') {
      this.createdTitles.push((JSON.parse(body) as { name: string }).name);
      return { status: 200, value: { id: SPREADSHEET_ID } };
    }
    if (call === 'POST script.googleapis.com/v1/projects')
      return { status: 200, value: { scriptId: SCRIPT_ID } };
    if (call === `GET script.googleapis.com/v1/projects/${SCRIPT_ID}/content`)
      return { status: 200, value: { scriptId: SCRIPT_ID, files: this.files } };
    if (call === `PUT script.googleapis.com/v1/projects/${SCRIPT_ID}/content`) {
      this.files = (JSON.parse(body) as { files: ScriptFile[] }).files;
      return { status: 200, value: { scriptId: SCRIPT_ID, files: this.files } };
    }
    return failure({ status: 404, message: 'Requested entity was not found.' });
  }

  private token(): { status: number; value: object } {
    if (this.loginExpired)
      return {
        status: 400,
        value: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      };
    return { status: 200, value: { access_token: 'fresh', expires_in: 3599, token_type: 'Bearer' } };
  }
}

const failure = ({ status, message }: Refusal) => ({
  status,
  value: { error: { code: status, message, errors: [{ message }], status: 'FAILED' } },
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
