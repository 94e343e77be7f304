/** The preview's own line above the spreadsheet: who, which portal, how fast, what goes wrong. */
import type { Control, InvoicesName, PersonName, PreviewState, ScopeName, TriggerView } from '../protocol';
import { button, element, select, type Option } from './dom';
import {
  consents,
  faults,
  forms,
  generations,
  invoices,
  people,
  speeds,
  texts,
  triggerStates,
} from './texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const options = (names: readonly (readonly [string, string])[]): Option[] =>
  names.map(([value, text]) => ({ value, text }));
const optionsOf = (names: Readonly<Record<string, string>>): Option[] => options(Object.entries(names));

export interface ControlBarEvents {
  onChange(change: Control): void;
  onPerson(person: string): void;
  onLog(): void;
}

export class ControlBar {
  readonly root: HTMLElement;
  private readonly clock = element('time', { 'data-testid': 'clock' });
  private readonly consent;
  private readonly time = new Intl.DateTimeFormat('ru-RU', {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    timeZone: 'Europe/Moscow',
  });
  private readonly selects;
  private readonly trigger;
  private state: PreviewState | null = null;
  private webhookUrl = '';
  private told = { now: Date.now(), speed: 1, at: performance.now() };

  constructor(
    private readonly person: PersonName,
    events: ControlBarEvents,
  ) {
    const onChange = (change: Control): void => events.onChange(change);
    const chosen = (name: string) => (value: string) => onChange({ [name]: value });
    const who = select(texts.person, 'person', optionsOf(people), (value) => events.onPerson(value));
    who.set(person);
    this.selects = {
      generation: select(texts.generation, 'generation', optionsOf(generations), chosen('generation')),
      invoices: select(texts.invoices, 'invoices', options(invoices), (value) =>
        onChange({ invoices: Number(value) || (value as InvoicesName) }),
      ),
      fault: select(texts.fault, 'fault', optionsOf(faults), chosen('fault')),
      form: select(texts.form, 'form', optionsOf(forms), chosen('form')),
      speed: select(texts.speed, 'speed', optionsOf(speeds), (value) => onChange({ speed: Number(value) })),
    };
    this.consent = select(texts.consent, 'consent', optionsOf(consents), (value) => {
      if (value === 'none') onChange({ revokeConsent: person });
      else if (value === 'all') onChange({ grantConsent: person });
      else onChange({ grantConsent: person, withdrawScope: value as ScopeName });
    });
    this.trigger = select(texts.trigger, 'trigger', optionsOf(triggerStates), (value) => {
      onChange({ stopTriggers: value === 'stopped' });
      // Where there is no trigger, nothing changes.
      if (this.state) this.show(this.state);
    });
    const { generation, invoices: size, fault, form, speed } = this.selects;
    this.root = element(
      'header',
      { class: 'controls', 'data-testid': 'controls' },
      element('strong', {}, texts.preview),
      ...[who, generation, size, fault, form].map(({ root }) => root),
      ...[this.consent, this.trigger].map(({ root }) => root),
      element('span', { class: 'space' }),
      speed.root,
      this.clock,
      button(texts.fiveMinutes, 'five-minutes', () => onChange({ passTime: 5 * MINUTE })),
      button(texts.hour, 'hour', () => onChange({ passTime: HOUR })),
      button(texts.day, 'day', () => onChange({ passTime: 24 * HOUR })),
      button(texts.nextMonth, 'next-month', () => onChange({ passTime: 'nextMonth' })),
      this.webhookButton(),
      button(texts.reopen, 'reopen', () => onChange({ reopen: true })),
      button(texts.newSpreadsheet, 'new-spreadsheet', () => onChange({ newSpreadsheet: true })),
      button(texts.log, 'log-toggle', () => events.onLog()),
    );
    setInterval(() => this.showTime(), 250);
  }

  show(state: PreviewState): void {
    const { switches, now, webhookUrl, people: views, triggers } = state;
    this.state = state;
    this.webhookUrl = webhookUrl;
    this.told = { now, speed: switches.speed, at: performance.now() };
    for (const [name, choice] of Object.entries(this.selects)) {
      choice.set(String(switches[name as keyof typeof switches]));
    }
    const { missingScopes } = views[this.person];
    const [missing = 'all', ...others] = missingScopes;
    this.consent.set(others.length > 0 ? 'none' : missing);
    this.trigger.set(stateOf(triggers));
    this.showTime();
  }

  private webhookButton(): HTMLElement {
    const copy = button(texts.webhook, 'webhook', () => {
      void navigator.clipboard.writeText(this.webhookUrl).then(() => {
        copy.textContent = texts.copied;
        setTimeout(() => (copy.textContent = texts.webhook), 1_500);
      });
    });
    copy.addEventListener('mouseenter', () => (copy.title = this.webhookUrl));
    return copy;
  }

  private showTime(): void {
    const { now, speed, at } = this.told;
    this.clock.textContent = this.time.format(now + (performance.now() - at) * speed);
  }
}

function stateOf(triggers: readonly TriggerView[]): keyof typeof triggerStates {
  if (triggers.length === 0) return 'none';
  return triggers.every(({ nextAt }) => nextAt === null) ? 'stopped' : 'fires';
}
