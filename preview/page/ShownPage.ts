/** A page of the add-on in its frame, as sidebar or dialog, with a way to the script and back. */
import type { PersonName, Place, ShownView } from '../protocol';
import type { Backend } from './Backend';
import type { FromPage, ToPage } from './bridge';
import { button, element } from './dom';
import { texts } from './texts';

/** Google, "HTML service: restrictions"; the same origin is Google's sandbox there and would be the preview's here. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

export class ShownPage {
  readonly root: HTMLElement;
  private readonly title = element('h1');
  private frame: HTMLIFrameElement | null = null;
  private shown: number | null = null;
  private time: ToPage = { kind: 'time', now: Date.now(), speed: 1 };

  constructor(
    private readonly backend: Backend,
    private readonly person: PersonName,
    private readonly place: Place,
  ) {
    const close = button('✕', `${place}-close`, () => void this.close(), 'icon');
    close.setAttribute('aria-label', texts.close);
    const head = element('header', {}, this.title, close);
    this.root = element('aside', { class: place, 'data-testid': place, hidden: '' }, head);
    window.addEventListener('message', (event: MessageEvent<FromPage>) => {
      if (event.source === this.frame?.contentWindow) this.hear(event.data);
    });
  }

  show(view: ShownView | null): void {
    const id = view?.id ?? null;
    if (id === this.shown) return;
    this.shown = id;
    this.frame?.remove();
    this.frame = null;
    this.root.hidden = view === null;
    if (view === null) return;
    this.title.textContent = view.title;
    this.frame = element('iframe', {
      ...{
        sandbox: SANDBOX,
        allow: 'clipboard-write *',
        title: view.title,
        'data-testid': `${this.place}-frame`,
      },
      src: `shown?person=${this.person}&place=${this.place}&id=${view.id}`,
    });
    this.frame.addEventListener('load', () => this.tell(this.time));
    this.root.append(this.frame);
  }

  setTime(now: number, speed: number): void {
    this.time = { kind: 'time', now, speed };
    this.tell(this.time);
  }

  private tell(message: ToPage): void {
    this.frame?.contentWindow?.postMessage(message, '*');
  }

  private hear(message: FromPage): void {
    if (message.kind === 'close') {
      void this.close();
      return;
    }
    if (message.kind === 'follow') {
      void this.backend.control({ follow: message.address });
      return;
    }
    const { id, name, args } = message;
    this.backend.call(name, args).then(
      (answer) => this.tell({ kind: 'answer', id, answer }),
      (error: unknown) => {
        const { message: text } = error as Error;
        this.tell({ kind: 'answer', id, answer: { failure: { name: 'NetworkError', message: text } } });
      },
    );
  }

  private close(): Promise<void> {
    return this.backend.control({ close: this.place });
  }
}
