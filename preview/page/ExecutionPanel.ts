/** The log of executions: functions, times, log lines, requests to the portal; and the triggers. */
import type { ExecutionView, PreviewState, TriggerView } from '../protocol';
import { element } from './dom';
import { people, texts } from './texts';

/** Asked for every two seconds by every open sidebar. */
const POLL = 'getProgress';

export class ExecutionPanel {
  readonly root: HTMLElement;
  private readonly list = element('div', { class: 'executions' });
  private readonly triggers = element('p', { class: 'triggers' });
  private readonly polls = element('input', { type: 'checkbox', 'data-testid': 'log-polls' });
  private readonly time = new Intl.DateTimeFormat('ru-RU', {
    timeStyle: 'medium',
    timeZone: 'Europe/Moscow',
  });
  private readonly seconds = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 });
  private state: PreviewState | null = null;
  private shown = '';

  constructor() {
    this.polls.addEventListener('change', () => this.draw());
    const head = element(
      'div',
      { class: 'head' },
      element('h2', {}, texts.log),
      element('label', {}, this.polls, texts.polls),
    );
    this.root = element(
      'section',
      { class: 'log', 'data-testid': 'log', hidden: '' },
      head,
      this.triggers,
      this.list,
    );
  }

  toggle(): void {
    this.root.hidden = !this.root.hidden;
    this.draw();
  }

  show(state: PreviewState): void {
    this.state = state;
    this.draw();
  }

  private draw(): void {
    if (this.root.hidden || this.state === null) return;
    const { executions, triggers } = this.state;
    const wanted = executions.filter(
      (run) => this.polls.checked || run.function !== POLL || run.error !== null,
    );
    const text = JSON.stringify([wanted, triggers]);
    if (text === this.shown) return;
    this.shown = text;
    const lines = wanted.map((run) => this.execution(run)).reverse();
    this.list.replaceChildren(...(lines.length === 0 ? [element('p', {}, texts.noExecutions)] : lines));
    this.triggers.textContent = triggers.length === 0 ? texts.noTriggers : this.triggersText(triggers);
  }

  private triggersText(triggers: readonly TriggerView[]): string {
    const one = ({ person, function: name, nextAt }: TriggerView): string =>
      `${people[person]}: ${name}, ${nextAt === null ? '—' : this.time.format(nextAt)}`;
    return `${texts.triggers}: ${triggers.map(one).join('; ')}`;
  }

  private execution(run: ExecutionView): HTMLElement {
    const { startedAt, finishedAt, person, via, outcome, error, log, requests } = run;
    const took =
      finishedAt === null ? texts.underWay : `${this.seconds.format((finishedAt - startedAt) / 1000)}\u00a0с`;
    const head = element(
      'div',
      { class: 'line' },
      element('time', {}, this.time.format(startedAt)),
      element('code', {}, run.function),
      element('span', {}, `${people[person]}, ${via}`),
      element('span', { class: 'took' }, took),
    );
    const details = [
      ...(error === null ? [] : [element('p', { class: 'error' }, error)]),
      ...log.map(({ severity, message }) => element('p', { class: severity.toLowerCase() }, message)),
      ...(requests.length === 0 ? [] : [element('p', { class: 'requests' }, requestsText(requests))]),
    ];
    return element(
      'article',
      { class: `execution ${outcome ?? 'underway'}`, 'data-testid': 'execution' },
      head,
      ...details,
    );
  }
}

/** `crm.item.list 200 ×7, profile 403` */
function requestsText(requests: ExecutionView['requests']): string {
  const counts = new Map<string, number>();
  for (const { method, answer } of requests) {
    const key = `${method} ${answer}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => (count === 1 ? key : `${key} ×${count}`)).join(', ');
}
