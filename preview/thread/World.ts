/** One spreadsheet with its script, people and portal, from «Новая таблица» to the next one. */
import { type Clock, measuredCost, type Project, type ShownPage } from '../../simulator';
import { isWrite } from '../../simulator/access';
import { SpreadsheetModel, SpreadsheetUser } from '../../simulator/spreadsheet';
import type { Portal } from '../../portal/Portal';
import type { Alert, PersonName, PersonView, Switches, Toast } from '../protocol';
import { demoPortal, todayBy, wireTo } from './demo-portal';
import { ExecutionLog } from './ExecutionLog';
import { LiveSimulator } from './LiveSimulator';
import { PEOPLE, personOf, SCOPES } from './people';
import { heldRules } from './sheet-view';

const WEBHOOK_ORIGIN = 'https://demo.bitrix24.ru';
/** A sheet that a script makes or activates comes before the person it runs for. */
const ACTIVATING = /^Spreadsheet\.(insertSheet|setActiveSheet)$/;

export interface WorldSurroundings {
  readonly clock: Clock;
  /** The latest build; another one may come while the world lives. */
  readonly project: () => Project;
  readonly switches: () => Switches;
  /** Before and after every call of the platform: others are let in. */
  readonly meanwhile: () => void;
}

export class World {
  readonly simulator: LiveSimulator;
  readonly spreadsheet: SpreadsheetModel;
  readonly hand: SpreadsheetUser;
  readonly executions = new ExecutionLog();
  readonly toasts: Toast[] = [];
  readonly alerts: Alert[] = [];
  portal: Portal;
  /** Grows with every change of a cell, a look or a sheet. */
  revision = 0;
  private readonly activated = new Map<PersonName, PersonView['activated']>();
  private readonly shownIds = new WeakMap<ShownPage, number>();
  private readonly begunOn: string;
  /** The day as which the portal's data are. */
  private portalDay: string;
  private lastId = 0;
  private heldRules = '';
  private isOver = false;

  constructor(private readonly surroundings: WorldSurroundings) {
    const { clock, switches } = surroundings;
    const now = () => clock.now();
    this.spreadsheet = new SpreadsheetModel({ timeZone: 'Europe/Moscow', locale: 'ru_RU', now });
    this.hand = new SpreadsheetUser(this.spreadsheet);
    this.begunOn = this.portalDay = todayBy(clock);
    this.portal = demoPortal(switches(), clock, this.begunOn);
    this.simulator = this.makeSimulator();
  }

  /** What the page draws anew for: also conditional formats that time has made hold. */
  get shownRevision(): number {
    const held = heldRules(this.spreadsheet);
    if (held !== this.heldRules) this.revision += 1;
    this.heldRules = held;
    return this.revision;
  }

  get webhookUrl(): string {
    return `${WEBHOOK_ORIGIN}${this.portal.webhookPath}`;
  }

  get isRunning(): boolean {
    return this.executions.depth > 0;
  }

  /** Executions under way are to end as fast as they can. */
  get isEnding(): boolean {
    return this.isOver;
  }

  end(): void {
    this.isOver = true;
  }

  /** Another portal, or the same one as it is today. */
  renewPortal(): void {
    const { clock, switches } = this.surroundings;
    this.portalDay = todayBy(clock);
    this.portal = demoPortal(switches(), clock, this.begunOn);
  }

  setConsent(person: PersonName, isGiven: boolean): void {
    const { email } = PEOPLE[person];
    const { consents } = this.simulator;
    if (!isGiven) consents.withdraw(email, Object.values(SCOPES));
    else {
      consents.ask(email);
      consents.answer(email);
    }
  }

  /** What the person had on the screen is gone; what runs goes on. */
  closeFor(person: PersonName): void {
    const screen = this.simulator.screen(PEOPLE[person].email);
    screen.menus.clear();
    screen.sidebar = null;
    screen.dialog = null;
    for (const alert of this.alerts) if (alert.person === person) this.closeAlert(alert.id);
  }

  /** What was missed meanwhile is not made up for. */
  stopTriggers(areStopped: boolean): void {
    const now = this.surroundings.clock.now();
    for (const trigger of this.simulator.state.triggers.all()) {
      trigger.disabledBecause = areStopped ? 'stopped by Google' : null;
      trigger.nextAt = trigger.everyMilliseconds && now + trigger.everyMilliseconds;
    }
  }

  closeAlert(id: number): void {
    const place = this.alerts.findIndex((alert) => alert.id === id);
    const alert = this.alerts[place];
    if (alert) this.alerts[place] = { ...alert, isOpen: false };
  }

  activatedFor(person: PersonName): PersonView['activated'] {
    return this.activated.get(person) ?? { id: this.spreadsheet.sheets[0]?.id ?? 0, number: 0 };
  }

  /** The number of a page as it was shown: shown again, it has another one. */
  idOf(page: ShownPage): number {
    const known = this.shownIds.get(page) ?? this.nextId();
    this.shownIds.set(page, known);
    return known;
  }

  private makeSimulator(): LiveSimulator {
    const { clock, project, switches, meanwhile } = this.surroundings;
    const wire = wireTo(
      () => this.portalOfToday(),
      () => switches().fault,
      clock,
      (method, answer) => this.executions.asked(method, answer),
    );
    const options = {
      get project() {
        return project();
      },
      http: wire,
      clock,
      spreadsheet: this.spreadsheet,
      form: switches().form,
      cost: measuredCost,
      // A person who reads an alert has nothing to choose: the script goes on, the alert stays until it is closed.
      answer: ({ user, title, text }: { user: string; title: string; text: string }) => {
        this.alerts.push({ id: this.nextId(), person: personOf(user), title, text, isOpen: true });
        return { button: 'OK' } as const;
      },
      hooks: {
        before: (call: { kill(): void }) => {
          if (this.isOver) call.kill();
          meanwhile();
        },
        after: ({ member, user }: { member: string; user: string }) => {
          if (member === 'Spreadsheet.toast') this.toast(user);
          if (isWrite(member)) this.revision += 1;
          if (ACTIVATING.test(member) && this.executions.isAttended) this.activate(user);
        },
      },
    };
    return new LiveSimulator(options, this.executions);
  }

  /** The everyday company goes on selling, shipping and being paid. */
  private portalOfToday(): Portal {
    const { clock, switches } = this.surroundings;
    if (switches().invoices === 'demo' && todayBy(clock) !== this.portalDay) this.renewPortal();
    return this.portal;
  }

  private activate(user: string): void {
    const person = personOf(user);
    const { number } = this.activatedFor(person);
    this.activated.set(person, { id: this.spreadsheet.activeSheet.id, number: number + 1 });
  }

  private toast(user: string): void {
    const { title = '', message = '' } = this.spreadsheet.toasts.at(-1) ?? {};
    this.toasts.push({ id: this.nextId(), person: personOf(user), title, message });
  }

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }
}
