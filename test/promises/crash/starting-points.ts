/** Executions about to happen, each in a world made ready for it: a portal of three invoices. */
import { COLLEAGUE, connect, type World, type WorldOptions } from '../../../world/make-world';
import { page, worldOfThree } from '../../../world/people';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { BRIEF } from '../../../world/sheets';
import {
  call,
  moveTables,
  outdatedIn,
  pausedIn,
  save,
  slowly,
  start,
  tick,
  type StartingPoint,
} from './arrange';
import { FURTHER_POINTS } from './further-points';

function connected(options: WorldOptions = {}, settings: Record<string, unknown> = {}): World {
  const world = worldOfThree(options);
  connect(world, settings);
  return world;
}

/** A report was written; since then the CRM was edited. */
const outdated = (edit: (world: World) => unknown, settings: Record<string, unknown> = {}): World =>
  outdatedIn(connected({}, settings), edit);

const changed = (): World =>
  outdated(({ data }) => {
    data.changeInvoice(1, { ACCOUNT_NUMBER: 'Н-1', OPPORTUNITY: 500 });
    data.changeInvoice(2, { ACCOUNT_NUMBER: 'Н-2' });
    data.addRow(1, { PRODUCT_NAME: 'Стул', PRICE: 7 });
  });

/** The buyer has another name, of which no list of invoices tells. */
const renamed = (): World => outdated(({ data }) => data.changeCompany(4, { TITLE: 'Бета' }));

/** With columns of one's choice, and of the people's own, in which they wrote. */
const WITH_COLUMNS = { briefColumns: ['stage', 'debt'], detailColumns: ['unit', 'status'], noteColumns: 2 };
const WRITTEN = ['обещал до 15-го', 'ждёт акт', 'звонила'];

const MORE_COLUMNS = { briefColumns: ['stage', 'debt', 'kpp'] };

/**
 * Each of the three invoices has something written beside it. One has gone since and one has come, so that lines move.
 * @param more what else is shown from now on
 */
function withNotes(more: Record<string, unknown> = {}): World {
  const world = outdated(({ data }) => {
    data.deleteInvoice(1);
    data.changeInvoice(2, { OPPORTUNITY: 500 });
    data.addInvoice({ ID: 4, rows: [{}, {}] });
  }, WITH_COLUMNS);
  const user = new SpreadsheetUser(world.spreadsheet);
  user.insertCheckboxes(BRIEF, 'N3:N1000');
  WRITTEN.forEach((text, index) => user.enter(BRIEF, `M${index + 3}`, text));
  user.note(BRIEF, 'M4', 'до пятницы');
  user.fill(BRIEF, 'M5', '#ffff00');
  user.font(BRIEF, 'M4', { color: '#cc0000', isBold: true });
  user.enter(BRIEF, 'N4', true);
  if (Object.keys(more).length > 0) page(world).call('saveSettings', more);
  return world;
}

/** Rows and columns before and inside the table came and went since its last report. */
function moved(): World {
  const world = changed();
  moveTables(world);
  return world;
}

/** The platform takes the writes into cells and applies them later; a killed execution loses them. */
function changedWithPendingWrites(): World {
  const world = changed();
  world.spreadsheet.quirks.defersErrors = true;
  return world;
}

/** A refresh that is paused, with its draft. */
const paused = (): World => pausedIn(connected(slowly));

/** The same, and a colleague waits for the next one. */
function pausedWithRequest(): World {
  const world = paused();
  start(false, COLLEAGUE)(world);
  return world;
}

function withRequest(): World {
  const world = changed();
  start(false, COLLEAGUE)(world);
  return world;
}

const withWebhook = ({ webhookUrl }: World) => ({ webhookUrl, excludeFailed: false });
const withoutWebhook = () => ({ webhookUrl: '' });

const REFRESHES: readonly StartingPoint[] = [
  { name: 'the first report', arrange: connected, act: start() },
  { name: 'the first report, brief only', arrange: connected, act: start(true), isBriefOnly: true },
  { name: 'a changed report', arrange: changed, act: start() },
  { name: 'a changed report, brief only', arrange: changed, act: start(true), isBriefOnly: true },
  { name: 'a changed report, its writes pending', arrange: changedWithPendingWrites, act: start() },
  {
    name: 'a growing report',
    arrange: () =>
      outdated(({ data }) => {
        for (const ID of [4, 5]) data.addInvoice({ ID, rows: [{}, {}] });
      }),
    act: start(),
  },
  {
    name: 'a shrinking report',
    arrange: () => outdated(({ data }) => [1, 3].forEach((id) => data.deleteInvoice(id))),
    act: start(),
  },
  { name: 'a report whose table was moved and cut', arrange: moved, act: start() },
  {
    name: 'a report with further columns and notes',
    arrange: withNotes,
    act: start(),
    settings: WITH_COLUMNS,
    written: WRITTEN,
  },
  {
    name: 'a report whose notes move with their columns',
    arrange: () => withNotes(MORE_COLUMNS),
    act: start(),
    settings: { ...WITH_COLUMNS, ...MORE_COLUMNS },
    written: WRITTEN,
  },
  { name: 'an unchanged report', arrange: () => outdated(() => undefined), act: start() },
];

const CARRIED_ON: readonly StartingPoint[] = [
  { name: 'a refresh that pauses', arrange: () => connected(slowly), act: start() },
  { name: 'a paused refresh, gone on with by its page', arrange: paused, act: start(), isCarriedOn: true },
  { name: 'a paused refresh, gone on with by the tick', arrange: paused, act: tick, isCarriedOn: true },
  {
    name: 'a request, carried out by the tick',
    arrange: withRequest,
    act: tick,
    isCarriedOn: true,
    isAwaited: true,
  },
  {
    name: 'a scheduled refresh',
    arrange: () => outdated(({ data }) => data.addInvoice({ ID: 4, rows: [{}] }), { scheduleHours: 1 }),
    act: tick,
    isCarriedOn: true,
  },
];

const OTHERS: readonly StartingPoint[] = [
  { name: 'the first connection', arrange: worldOfThree, act: save(withWebhook), again: save(withWebhook) },
  {
    name: 'a colleague taking the connection over',
    arrange: withRequest,
    act: save(withWebhook, COLLEAGUE),
    again: save(withWebhook, COLLEAGUE),
    isAwaited: true,
    owner: COLLEAGUE,
  },
  {
    name: 'a disconnection',
    arrange: pausedWithRequest,
    act: save(withoutWebhook),
    again: save(withoutWebhook),
    owner: null,
  },
  {
    name: 'a disconnection after a report',
    arrange: changed,
    act: save(withoutWebhook),
    again: save(withoutWebhook),
    owner: null,
  },
  { name: 'a comparison that finds another name', arrange: renamed, act: tick },
  { name: 'a clearing of the cache', arrange: changed, act: call('clearCache'), again: call('clearCache') },
  { name: 'a cancelling of a paused refresh', arrange: paused, act: call('cancelRefresh', COLLEAGUE) },
];

export const STARTING_POINTS: readonly StartingPoint[] = [
  ...REFRESHES,
  ...CARRIED_ON,
  ...OTHERS,
  ...FURTHER_POINTS,
];
