/** Executions about to happen, each in a world made ready for it: a portal of three invoices. */
import { COLLEAGUE, connect, type World, type WorldOptions } from '../../../world/make-world';
import { OWNER } from '../../../simulator';
import { MINUTE, page, TICK, worldOfThree } from '../../../world/people';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { refreshed, startOnce } from '../../../world/scenario';
import { BRIEF, DETAIL } from '../../../world/sheets';

export interface StartingPoint {
  readonly name: string;
  readonly arrange: () => World;
  /** Exactly one execution. Throws a PageFailure where its page would be told of one. */
  readonly act: (world: World) => unknown;
  /** What its person does on hearing that it failed, before refreshing the report; nothing more unless given. */
  readonly again?: (world: World) => unknown;
  /** What a report in a fresh spreadsheet has to be set to so as to be like this one; nothing unless given. */
  readonly settings?: Record<string, unknown>;
  /** What people have written beside it, which no fresh spreadsheet has. */
  readonly written?: readonly string[];
  /** Whether the owner's ticks alone bring the sheets to the new report, unless the refresh is told as failed. */
  readonly isCarriedOn?: boolean;
  /** Whether a colleague waits, who must get a report or hear of a failure as long as there is a connection. */
  readonly isAwaited?: boolean;
  /** Whose connection it is once all is over, null for nobody's; the owner's unless given. */
  readonly owner?: string | null;
}

/** A wave takes so long that the third of a refresh belongs to its second execution. */
const SLOW_WAVE_MILLISECONDS = 140_000;
const slowly: WorldOptions = {
  simulator: {
    cost: (member) => (member === 'UrlFetchApp.fetchAll' ? SLOW_WAVE_MILLISECONDS : 0),
  },
};

const start =
  (briefOnly = false, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call('startRefresh', { briefOnly });
const save =
  (settings: (world: World) => Record<string, unknown>, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call('saveSettings', settings(world));
const call =
  (name: string, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call(name);
const tick = ({ simulator }: World): unknown => simulator.passTime(TICK);

function connected(options: WorldOptions = {}, settings: Record<string, unknown> = {}): World {
  const world = worldOfThree(options);
  connect(world, settings);
  return world;
}

/** The time has gone by without ticks, which would have found nothing to do. */
function skipTicks({ clock, simulator }: World): void {
  for (const trigger of simulator.state.triggers.all()) trigger.nextAt = clock.now() + TICK;
}

/** A report was written; since then the CRM was edited. */
function outdated(edit: (world: World) => unknown, settings: Record<string, unknown> = {}): World {
  const world = connected({}, settings);
  refreshed(world);
  world.clock.advance(60 * MINUTE);
  skipTicks(world);
  edit(world);
  return world;
}

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
  const user = new SpreadsheetUser(world.spreadsheet);
  for (const name of [BRIEF, DETAIL]) {
    user.insertRows(name, 0, 2);
    user.insertColumns(name, 0, 1);
    user.insertRows(name, 5, 1);
    user.deleteRows(name, 7, 1);
  }
  return world;
}

/** The platform takes the writes into cells and applies them later; a killed execution loses them. */
function changedWithPendingWrites(): World {
  const world = changed();
  world.spreadsheet.quirks.defersErrors = true;
  return world;
}

/** A refresh that is paused, with its draft. */
function paused(): World {
  const world = connected(slowly);
  startOnce(world);
  skipTicks(world);
  return world;
}

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
  { name: 'the first report, brief only', arrange: connected, act: start(true) },
  { name: 'a changed report', arrange: changed, act: start() },
  { name: 'a changed report, brief only', arrange: changed, act: start(true) },
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

export const STARTING_POINTS: readonly StartingPoint[] = [...REFRESHES, ...CARRIED_ON, ...OTHERS];
