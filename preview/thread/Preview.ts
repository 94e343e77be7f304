/** Everything behind the preview's page: the present world, the switches, and what people do. */
import { type Clock, PageFailure, Project } from '../../simulator';
import type {
  Ask,
  CallAnswer,
  Control,
  Form,
  PersonName,
  PreviewState,
  Projects,
  Switches,
  ThreadOptions,
} from '../protocol';
import { breakPortal } from './demo-portal';
import { LiveClock } from './LiveClock';
import { isPerson, PEOPLE, SCOPES } from './people';
import { readControl } from './read-control';
import { Refusal } from './Refusal';
import { sheetView } from './sheet-view';
import { fullState, stateView } from './state-view';
import { untilNextMonth } from './until-next-month';
import { World } from './World';

export class Preview {
  private readonly clock: Clock;
  private projects: Readonly<Record<Form, Project>>;
  private switches: Switches;
  private world: World;
  private number = 1;

  /** `meanwhile` is called again and again while a script runs. */
  constructor(
    { projects, switches, now }: ThreadOptions,
    private readonly meanwhile: () => void,
  ) {
    this.projects = projectsOf(projects);
    this.switches = switches;
    this.clock = new LiveClock(now, () => this.switches.speed, {
      isRunning: () => this.world.isRunning,
      isHurried: () => this.world.isEnding,
      meanwhile,
    });
    this.world = this.newWorld();
  }

  get state(): PreviewState {
    return stateView(this.shown);
  }

  get isRunning(): boolean {
    return this.world.isRunning;
  }

  get speed(): number {
    return this.switches.speed;
  }

  /** Whether it has to wait until nothing runs. */
  mustWait(ask: Ask): boolean {
    return this.isRunning && ask.kind === 'control' && (isNewWorld(ask.change) || isJump(ask.change));
  }

  /** What runs is to make way for a new spreadsheet, if it is one that waits. */
  makeWayFor(ask: Ask): void {
    if (ask.kind === 'control' && isNewWorld(ask.change)) this.world.end();
  }

  /** Lets virtual milliseconds go by and fires what falls due. */
  passTime(milliseconds: number): void {
    this.world.simulator.passTime(milliseconds);
  }

  /** Throws a Refusal, or what is wrong with the simulator. */
  answer(ask: Ask): unknown {
    if ('person' in ask && !isPerson(ask.person)) throw new Refusal('No such person');
    switch (ask.kind) {
      case 'control':
        return this.control(readControl(ask.change));
      case 'call':
        return this.call(ask.person, ask.name, ask.args);
      case 'state':
        return fullState(this.shown);
      case 'sheet': {
        const { spreadsheet } = this.world;
        const sheet = spreadsheet.sheets.find(({ id }) => id === ask.id);
        if (!sheet) throw new Refusal('No such sheet');
        return sheetView(spreadsheet, sheet);
      }
      case 'page':
        return this.page(ask.person, ask.place);
      case 'projects':
        this.projects = projectsOf(ask.projects);
        return null;
    }
  }

  private get shown() {
    return { world: this.world, number: this.number, switches: this.switches };
  }

  private page(person: PersonName, place: 'sidebar' | 'dialog') {
    const shown = this.world.simulator.screen(PEOPLE[person].email)[place];
    if (!shown) throw new Refusal('Nothing is shown');
    return { content: shown.content, functions: this.projects[this.switches.form].entryPoints() };
  }

  private call(person: PersonName, name: string, args: readonly unknown[]): CallAnswer {
    try {
      return { value: this.world.simulator.page(PEOPLE[person].email).call(name, ...args) };
    } catch (error) {
      if (!(error instanceof PageFailure)) throw error;
      return { failure: { name: error.name, message: error.message } };
    }
  }

  private control(change: Control): null {
    this.throwSwitches(change);
    if (change.stopTriggers !== undefined) this.world.stopTriggers(change.stopTriggers);
    this.jump(change);
    if (change.revokeConsent) this.world.setConsent(change.revokeConsent, false);
    if (change.grantConsent) this.world.setConsent(change.grantConsent, true);
    this.consent(change, change.user ?? 'owner');
    this.act(change, change.user ?? 'owner');
    this.edit(change, change.user ?? 'owner');
    return null;
  }

  private jump({ passTime }: Control): void {
    if (passTime === 'nextMonth') this.passTime(untilNextMonth(this.clock.now()));
    else if (passTime !== undefined) this.passTime(passTime);
  }

  private throwSwitches({ form, generation, invoices, speed, fault, newSpreadsheet }: Control): void {
    const before = this.switches;
    const chosen = Object.entries({ form, generation, invoices, speed, fault }).filter(
      ([, value]) => value !== undefined,
    );
    this.switches = { ...before, ...Object.fromEntries(chosen) };
    const now = this.switches;
    if (newSpreadsheet || now.form !== before.form) {
      this.number += 1;
      this.world = this.newWorld();
    } else if (now.generation !== before.generation || now.invoices !== before.invoices) {
      this.world.renewPortal();
    } else breakPortal(this.world.portal, now.fault);
  }

  private consent({ withdrawScope, answerConsent, follow }: Control, user: PersonName): void {
    const { consents } = this.world.simulator;
    const { email } = PEOPLE[user];
    if (withdrawScope) consents.withdraw(email, [SCOPES[withdrawScope]]);
    if (follow !== undefined) consents.follow(email, follow);
    if (answerConsent !== undefined) consents.answer(email, answerConsent ? null : []);
  }

  private act({ open, reopen, click, close, closeAlert }: Control, user: PersonName): void {
    const { simulator } = this.world;
    const { email, mayEdit } = PEOPLE[user];
    // Somebody who may only look runs no script of the document (Google, "Simple triggers").
    if (reopen) this.world.closeFor(user);
    if ((open || reopen) && mayEdit) simulator.open(email);
    if (click) {
      if (!mayEdit) throw new Refusal('This person may only look');
      simulator.click(email, ...click);
    }
    if (close) simulator.screen(email)[close] = null;
    if (closeAlert !== undefined) this.world.closeAlert(closeAlert);
  }

  private edit(change: Control, user: PersonName): void {
    const { edit, insertCheckbox, insertNote, fill, addSheet, renameSheet, hideSheet, deleteSheet } = change;
    const ofCells = edit ?? insertCheckbox ?? insertNote ?? fill;
    if (!(ofCells || addSheet || renameSheet || hideSheet || deleteSheet)) return;
    if (!PEOPLE[user].mayEdit) throw new Refusal('This person may only look');
    const { hand } = this.world;
    if (edit) hand.enter(edit.sheet, edit.cell, edit.text);
    if (insertCheckbox) hand.insertCheckboxes(insertCheckbox.sheet, insertCheckbox.cell);
    if (insertNote) hand.note(insertNote.sheet, insertNote.cell, insertNote.text);
    if (fill) hand.fill(fill.sheet, fill.cell, fill.color);
    if (addSheet) hand.addSheet(addSheet);
    if (renameSheet) hand.rename(renameSheet.sheet, renameSheet.to);
    if (hideSheet) hand.hide(hideSheet);
    if (deleteSheet) hand.delete(deleteSheet);
    this.world.revision += 1;
  }

  private newWorld(): World {
    return new World({
      clock: this.clock,
      project: () => this.projects[this.switches.form],
      switches: () => this.switches,
      meanwhile: this.meanwhile,
    });
  }
}

const projectsOf = ({ bound, addOn }: Projects): Readonly<Record<Form, Project>> => ({
  bound: new Project(bound),
  addOn: new Project(addOn),
});

const isNewWorld = (change: unknown): boolean => has(change, 'newSpreadsheet') || has(change, 'form');
const isJump = (change: unknown): boolean => has(change, 'passTime');

const has = (change: unknown, key: string): boolean =>
  typeof change === 'object' && change !== null && key in change;
