/** A browser before a running preview for one test file; after each test nothing harmful may have happened. */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../../cli/browser/open-browser';
import type { PersonTab } from '../../../cli/browser/PersonTab';
import { Stage } from '../../../cli/browser/Stage';
import type { Control, PersonName } from '../../../preview/protocol';

/** Fast enough to wait for, slow enough to be watched. */
const SPEED = 50;

export class AStage {
  private browser: Browser | null = null;
  private opened: Stage | null = null;

  /** Registers itself with jest: every test gets a new spreadsheet and these switches. */
  constructor(private readonly switches: Control = {}) {
    beforeAll(async () => {
      this.browser = await openBrowser();
      this.opened = await Stage.open(this.browser, { restsWhenIdle: true, speed: SPEED, invoices: 3 });
    });
    beforeEach(async () => {
      await this.stage.closeTabs();
      const usual: Control = { speed: SPEED, fault: 'none', generation: 'mid', invoices: 3, form: 'bound' };
      await this.stage.control({ ...usual, newSpreadsheet: true, ...this.switches });
    });
    afterEach(() => expect(this.stage.harm).toEqual([]));
    afterAll(async () => {
      await this.opened?.close();
      await this.browser?.close();
    });
  }

  get stage(): Stage {
    if (this.opened === null) throw new Error('the stage has not been opened');
    return this.opened;
  }

  tab(person: PersonName = 'owner'): Promise<PersonTab> {
    return this.stage.tab(person);
  }

  /** Executions of the trigger that refreshed the report; other ticks may have compared it with the portal. */
  async unattendedRefreshes() {
    const { executions } = await this.stage.state();
    return executions.filter(
      (run) =>
        run.function === 'scheduledRefresh' &&
        run.log.some(({ message }) => message.startsWith('{"refresh"')),
    );
  }
}
