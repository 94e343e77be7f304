/** What all pages share: the server, the way to the other pages, the clock, and a place to say what failed. */
import { frameTexts } from '../texts/frame-texts';
import type { PageName } from '../texts/menu-texts';
import { ConsentBar } from './ConsentBar';
import { button, element } from './dom';
import type { RefreshCalls, Timer } from './RefreshWatch';
import { CallFailure, Server, type Runner } from './Server';

declare const google: { readonly script: { readonly run: Runner } };

const OPENERS = { settings: 'showSettings', status: 'showStatus', help: 'showHelp' } as const;

export interface OpenPage {
  readonly server: Server;
  readonly main: HTMLElement;
}

/** Adds the links to the other pages; each takes this one's place in the sidebar. */
export function openPage(name: PageName): OpenPage {
  const consent = new ConsentBar();
  const server = new Server(google.script.run, consent);
  const names: readonly PageName[] = ['settings', 'status', 'help'];
  const links = names.map((other) => {
    const link = button(frameTexts[other], 'plain', () => {
      link.disabled = true;
      server
        .call(OPENERS[other])
        .catch(() => undefined)
        .finally(() => (link.disabled = false));
    });
    if (other === name) {
      link.disabled = true;
      link.setAttribute('aria-current', 'page');
    }
    return link;
  });
  const main = element('main');
  document.body.prepend(
    element('nav', { 'aria-label': frameTexts.navigation }, ...links),
    consent.root,
    main,
  );
  return { server, main };
}

/** Shows what `load` makes, or why it could not and a button to try again. */
export async function showWhenLoaded(
  main: HTMLElement,
  load: () => Promise<readonly HTMLElement[]>,
): Promise<void> {
  main.replaceChildren(element('p', { class: 'loading', role: 'status' }, frameTexts.loading));
  try {
    main.replaceChildren(...(await load()));
  } catch (error) {
    main.replaceChildren(
      element('p', { class: 'problem', role: 'alert' }, failureText(error)),
      button(frameTexts.retry, 'secondary', () => void showWhenLoaded(main, load)),
    );
  }
}

export const failureText = (error: unknown): string =>
  error instanceof CallFailure ? error.message : frameTexts.callFailed;

export const refreshCalls = (server: Server): RefreshCalls => ({
  getProgress: () => server.call('getProgress'),
  startRefresh: (options) => server.call('startRefresh', options),
  cancelRefresh: () => server.call('cancelRefresh'),
});

export const browserTimer: Timer = {
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timeout = setTimeout(action, milliseconds);
    return () => clearTimeout(timeout);
  },
};
