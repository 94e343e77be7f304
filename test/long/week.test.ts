/** A week of the schedule on the virtual clock: what is due happens, once, and at little cost. */
import { connect } from '../../world/make-world';
import { measuredCost, OWNER, type Execution } from '../../simulator';
import { BOUND, FORMS, PUBLISHED, type Form } from '../../world/forms';
import { page, worldOfThree } from '../../world/people';
import { BRIEF, changesBy, column } from '../../world/sheets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Google, Apps Script quotas: a consumer's daily running time of triggers. */
const TRIGGER_DAY = 90 * 60_000;

/** It says on the sheets when that was. */
const hasRefreshed = ({ ledger }: Execution): boolean => ledger.of('Range.setNote') > 0;

/** Lets the days go by and gives the ticks, with every platform call at the price that was measured. */
function spend(days: number, { aWorld }: Form, settings: Record<string, unknown>, minute = 0.5) {
  const world = aWorld({ latency: 400, simulator: { cost: measuredCost, random: () => minute } });
  connect(world, settings);
  const ticks = world.simulator.passTime(days * DAY);
  return { world, ticks, refreshes: ticks.filter(hasRefreshed) };
}

function intervals(executions: readonly Execution[]): number[] {
  const starts = executions.map(({ startedAt }) => startedAt);
  return starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
}

// Every tick is an execution of the whole bundle; schedule-week.test.ts has a week of every interval.
describe.each([
  [PUBLISHED, 2, 1, 0.3],
  [BOUND, 1, 1, 0.7],
] as const)('The schedule', (form, days, scheduleHours, minute) => {
  it(`of the ${form.form} form refreshes every ${scheduleHours} h for ${days} days`, () => {
    const { world, ticks, refreshes } = spend(days, form, { scheduleHours }, minute);
    expect(ticks).toHaveLength((days * DAY) / form.tick);
    expect(refreshes).toHaveLength((days * 24) / scheduleHours);
    for (const interval of intervals(refreshes)) expect(Math.round(interval / HOUR)).toBe(scheduleHours);
    expect(ticks.filter(({ outcome }) => outcome !== 'returned')).toEqual([]);
    // A twentieth for the refreshes; the rest is what the ticks between them compare.
    expect(world.simulator.state.quotas.used(OWNER, 'triggerRuntime')).toBeLessThan(0.12 * TRIGGER_DAY);
    const { runs } = page(world).call('getStatus') as { runs: { how: string; state: string }[] };
    expect(new Set(runs.map(({ how, state }) => `${how} ${state}`))).toEqual(new Set(['schedule done']));
  });
});

describe.each(FORMS)('A tick of the $form form that has nothing to do', (form) => {
  it('costs a few properties, no sheet, no request, no lock, where no report was made yet', () => {
    const { ticks } = spend(form.tick / HOUR / 12, form, { scheduleHours: 0 });
    expect(ticks.at(-1)?.ledger.toRecord()).toEqual({
      'SpreadsheetApp.getActiveSpreadsheet': 1,
      'Spreadsheet.getId': 1,
      'PropertiesService.getDocumentProperties': 1,
      'PropertiesService.getUserProperties': 1,
      'Properties.getProperties': 2,
      'Properties.getProperty': 1,
      'Properties.setProperty': 2,
    });
  });

  it('compares the memory with the portal by a few requests, and writes neither sheet', () => {
    const { ticks } = spend(form.tick / HOUR / 12, form, { scheduleHours: 24 });
    const others = ticks.filter((tick) => !hasRefreshed(tick));
    expect(others).toHaveLength(ticks.length - 1);
    for (const tick of others) {
      expect([tick.outcome, changesBy(tick.ledger)]).toEqual(['returned', []]);
      // So few invoices are compared by one wave.
      expect(tick.ledger.of('UrlFetchApp.fetchAll')).toBe(1);
      expect(tick.finishedAt - tick.startedAt).toBeLessThan(form.form === 'bound' ? 1_500 : 1_700);
    }
  });
});

describe('What was edited in the CRM', () => {
  it.each(FORMS)('shows after the next scheduled refresh of the $form form', (form) => {
    const { world } = spend(form.tick / DAY, form, { scheduleHours: 2 });
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3']);
    world.data.addInvoice({ ID: 9 });
    world.data.changeInvoice(2, { BEGINDATE: '2026-01-01' });
    world.simulator.passTime(2 * HOUR + form.tick);
    expect(column(world, BRIEF, 'B')).toEqual(['1', '3', '9']);
  });
});

describe('The clocks that change', () => {
  it.each(FORMS)('make the $form form neither skip nor repeat a refresh', ({ aWorld, tick }) => {
    const world = aWorld({ simulator: { cost: measuredCost }, spreadsheet: { timeZone: 'Europe/Berlin' } });
    world.clock.advance(Date.parse('2026-10-24T20:00:00Z') - world.clock.now());
    connect(world, { scheduleHours: 4 });
    const refreshes = world.simulator.passTime(12 * HOUR + tick).filter(hasRefreshed);
    expect(refreshes).toHaveLength(4);
    for (const interval of intervals(refreshes)) expect(Math.round(interval / HOUR)).toBe(4);
  });

  it('leave the period to the spreadsheet’s zone, whatever the script’s is', () => {
    const inZone = (timeZone: string) => {
      const world = worldOfThree({ spreadsheet: { timeZone } });
      world.clock.advance(Date.parse('2026-06-30T20:00:00Z') - world.clock.now());
      world.data.addInvoice({ ID: 9, BEGINDATE: '2026-07-01' });
      connect(world, { scheduleHours: 1, period: { preset: 'month', from: null, to: null } });
      world.simulator.passTime(HOUR);
      return column(world, BRIEF, 'B');
    };
    expect([inZone('Asia/Vladivostok'), inZone('America/New_York').includes('9')]).toEqual([['9'], false]);
  });
});
