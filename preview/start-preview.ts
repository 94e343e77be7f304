/** Starts the local preview: the add-on in a browser, with everything of Google's simulated. */
import path from 'node:path';
import type { PreviewState, Switches } from './protocol';
import { buildBrowserFiles } from './server/browser-files';
import { buildProjects } from './server/build-projects';
import { EventStream } from './server/EventStream';
import { listen } from './server/http-server';
import { watchSources } from './server/watch-sources';
import { WorldThread } from './server/WorldThread';

export interface PreviewOptions extends Partial<Switches> {
  /** 8787 unless given; 0 takes any free one. */
  readonly port?: number;
  /** When it begins; now unless given. */
  readonly now?: Date;
  /** Time goes by only while scripts run: what is shown does not depend on how fast the machine is. */
  readonly restsWhenIdle?: boolean;
  /** Builds anew and reloads when sources change. */
  readonly watch?: boolean;
  /** The project's folder; the present one unless given. */
  readonly root?: string;
}

export interface RunningPreview {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export const DEFAULT_PORT = 8787;

const SWITCHES: Switches = { form: 'bound', generation: 'mid', invoices: 'demo', speed: 1, fault: 'none' };

/** Rejects where the sources cannot be built or the port is taken. */
export async function startPreview(options: PreviewOptions = {}): Promise<RunningPreview> {
  const { port = DEFAULT_PORT, now = new Date(), watch = false, root = process.cwd(), ...others } = options;
  const { restsWhenIdle = false, ...chosen } = others;
  const [projects, built] = await Promise.all([buildProjects(root), buildBrowserFiles(root)]);
  const events = new EventStream();
  const tellState = (state: PreviewState): void => events.send('state', state, true);
  const switches = { ...SWITCHES, ...chosen };
  const thread = new WorldThread(
    { projects, switches, now: now.getTime(), restsWhenIdle },
    tellState,
    (message) => events.send('broken', message, true),
  );
  let files = built;

  const rebuild = async (): Promise<void> => {
    try {
      const [latest, page] = await Promise.all([buildProjects(root), buildBrowserFiles(root)]);
      await thread.ask({ kind: 'projects', projects: latest });
      files = page;
      events.send('reload', null, false);
    } catch (error) {
      events.send('broken', (error as Error).message, false);
    }
  };
  const folders = [path.join(root, 'src'), path.join(root, 'preview', 'page')];
  const stopWatching = watch ? watchSources(folders, () => void rebuild()) : () => undefined;
  const close = async (): Promise<void> => {
    stopWatching();
    events.close();
    await thread.close();
  };
  try {
    const server = await listen(port, { ask: (ask) => thread.ask(ask), events, files: () => files });
    return { url: server.url, close: () => Promise.all([server.close(), close()]).then(() => undefined) };
  } catch (error) {
    await close();
    throw error;
  }
}
