/** The portal's clock is set back, and has caught up with the last refresh when the next one looks at it. */
import { COMPANY } from '../../../portal/data/records';
import { aLine, type Line } from '../bitrix24/a-line';
import { MemoryOwner } from './an-owner';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TTL_SECONDS = 300;
/** More than a page. */
const REQUISITES = 60;
const FIRST = 10;
const NEW_NAME = { RQ_COMPANY_NAME: 'ООО «Новое»' };

function aRefreshed(): { readonly line: Line; readonly owner: MemoryOwner } {
  const line = aLine((portal) => {
    portal.withCompany({ ID: 1 });
    for (let ID = FIRST; ID < FIRST + REQUISITES; ID += 1)
      portal.withRequisite({ ID, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1, RQ_COMPANY_NAME: 'ООО «Старое»' });
    const UPDATED_TIME = Date.UTC(2026, 4, 1);
    for (let ID = 1; ID <= 120; ID += 1)
      portal.withInvoice({ ID, COMPANY_ID: 1, link: FIRST + (ID % REQUISITES), UPDATED_TIME });
  });
  const owner = new MemoryOwner(line, { cacheTtlSeconds: TTL_SECONDS });
  owner.refresh();
  return { line, owner };
}

const shown = (owner: MemoryOwner): string => {
  const { plans, wholeFor } = owner.refresh();
  return JSON.stringify([wholeFor, plans.map(({ body }) => body)]);
};

/** What a refresh without a memory shows. */
const truth = (line: Line): string => {
  const { plans } = new MemoryOwner(line, { cacheTtlSeconds: TTL_SECONDS }).refresh();
  return JSON.stringify([null, plans.map(({ body }) => body)]);
};

describe('After the portal’s clock was set back', () => {
  it('buyers are checked when the TTL is over by the clock of the add-on', () => {
    const { line, owner } = aRefreshed();
    line.clock.advance(HOUR);
    line.data.changeRequisite(FIRST, NEW_NAME);
    line.data.commits.setClock(-HOUR / SECOND);
    line.clock.advance(MINUTE);
    expect(shown(owner)).toBe(truth(line));
  });

  it('a save is seen whose time lies before the last refresh', () => {
    const { line, owner } = aRefreshed();
    line.clock.advance(2 * HOUR);
    line.data.commits.setClock((-2.5 * HOUR) / SECOND);
    line.data.changeInvoice(1, { OPPORTUNITY: 102 });
    line.clock.advance(MINUTE);
    // A page of others that are listed before it.
    for (let id = 61; id <= 120; id += 1) line.data.changeInvoice(id, { OPPORTUNITY: 101 });
    line.clock.advance(HOUR);
    expect(shown(owner)).toBe(truth(line));
  });

  it('an edit of a requisite is seen though the clock was set back by less than a minute many times', () => {
    const { line, owner } = aRefreshed();
    for (let time = 0; time < 8; time += 1) {
      line.clock.advance(20 * SECOND);
      line.data.commits.setClock(-59);
      owner.refresh();
    }
    line.data.changeRequisite(FIRST, NEW_NAME);
    line.clock.advance(SECOND);
    for (let id = FIRST + 1; id < FIRST + REQUISITES; id += 1) line.data.changeRequisite(id, NEW_NAME);
    line.clock.advance(TTL_SECONDS * SECOND);
    expect(shown(owner)).toBe(truth(line));
  });
});
