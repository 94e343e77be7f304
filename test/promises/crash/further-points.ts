/** The same with «Долги», «НДС», «Сводка» and «Проверка данных»: two buyers, own companies and currencies, and what nobody has paid since last year. */
import { aPortal } from '../../../portal/data/a-portal';
import { aWorld } from '../../../world/a-world';
import { COLLEAGUE, connect, type World, type WorldOptions } from '../../../world/make-world';
import { startOnce } from '../../../world/scenario';
import { CHECKS, DEBTS, SUMMARY, VAT } from '../../../world/sheets';
import { valuesOf } from '../left-behind';
import { moveTables, outdatedIn, pausedIn, slowly, start, tick, type StartingPoint } from './arrange';

const ON = { vatSheet: true, summarySheet: true, checksSheet: true };
const ALL = { debtsSheet: 'all', ...ON };
const OF_PERIOD = { debtsSheet: 'period', debtsByInvoice: false, ...ON };
const OFF = { debtsSheet: 'off', vatSheet: false, summarySheet: false, checksSheet: false };
/** Its place among the values of the sheets. */
const DEBTS_AT = 2;

function world(settings: Record<string, unknown>, options: WorldOptions = {}): World {
  const made = aWorld(
    (clock) =>
      aPortal(clock)
        .withCompany({ ID: 4, TITLE: 'Альфа' })
        .withCompany({ ID: 5, TITLE: 'Бета' })
        .withCompany({ ID: 11, TITLE: 'Мы', IS_MY_COMPANY: true })
        .withRequisite({
          ENTITY_ID: 5,
          RQ_COMPANY_NAME: 'ООО «Бета»',
          RQ_INN: '7701234567',
          RQ_KPP: '770101001',
        })
        .withInvoice({
          ...{ ID: 1, COMPANY_ID: 4, MYCOMPANY_ID: 11, CLOSEDATE: '2026-04-10' },
          rows: [{ PRICE: 305 }, { PRICE: 100, TAX_RATE: 10 }],
        })
        .withInvoice({ ID: 2, COMPANY_ID: 5, CURRENCY_ID: 'USD', rows: [{ PRICE: 70, TAX_RATE: 0 }] })
        .withInvoice({ ID: 3, COMPANY_ID: 5, MYCOMPANY_ID: 11, CLOSEDATE: null, OPPORTUNITY: 100 })
        .withInvoice({ ID: 9, COMPANY_ID: 5, BEGINDATE: '2025-11-03', CLOSEDATE: '2025-12-01', rows: [{}] })
        .data,
    options,
  );
  connect(made, settings);
  return made;
}

/** What stands on each of the six sheets. */
function edit({ data }: World): void {
  data.changeInvoice(1, { ACCOUNT_NUMBER: 'Н-1', OPPORTUNITY: 500, CLOSEDATE: '2026-05-01' });
  data.addRow(1, { PRODUCT_NAME: 'Стул', PRICE: 7, TAX_RATE: null });
  data.changeInvoice(9, { OPPORTUNITY: 777 });
}
const grow = ({ data }: World): void => {
  for (const ID of [6, 7]) data.addInvoice({ ID, COMPANY_ID: ID, rows: [{ TAX_RATE: ID }, {}] });
};
const shrink = ({ data }: World): void => {
  for (const id of [1, 2]) data.deleteInvoice(id);
};

const changed = (): World => outdatedIn(world(ALL), edit);

function moved(): World {
  const made = changed();
  moveTables(made);
  return made;
}

/** The settings are others since the last report. */
const switched = (from: Record<string, unknown>, to: Record<string, unknown>) => (): World =>
  outdatedIn(world(from), (made) => {
    connect(made, to);
    edit(made);
  });

/** Switched off, refreshed without them, and switched on again. */
function switchedOnAgain(): World {
  const made = switched(ALL, OFF)();
  startOnce(made);
  connect(made, ALL);
  return made;
}

/** A refresh of all sheets died as soon as «Долги» had other values. */
function cutShort(): World {
  const made = changed();
  const before = valuesOf(made)[DEBTS_AT];
  made.simulator.hooks = {
    before: (call) => {
      if (valuesOf(made)[DEBTS_AT] !== before) call.kill();
    },
  };
  startOnce(made);
  made.simulator.hooks = {};
  return made;
}

function withRequest(): World {
  const made = changed();
  start(false, COLLEAGUE)(made);
  return made;
}

const POINTS: readonly StartingPoint[] = [
  { name: 'the first report of six sheets', arrange: () => world(ALL), act: start(), settings: ALL },
  {
    name: 'a first «Краткий» before six sheets',
    arrange: () => world(ALL),
    act: start(true),
    settings: ALL,
    isBriefOnly: true,
  },
  { name: 'six changed sheets', arrange: changed, act: start(), settings: ALL },
  {
    name: 'a «Краткий» before six changed sheets',
    arrange: changed,
    act: start(true),
    settings: ALL,
    isBriefOnly: true,
  },
  {
    name: 'a «Краткий» after sheets that were cut short',
    arrange: cutShort,
    act: start(true),
    settings: ALL,
  },
  { name: 'six growing sheets', arrange: () => outdatedIn(world(ALL), grow), act: start(), settings: ALL },
  {
    name: 'six shrinking sheets',
    arrange: () => outdatedIn(world(ALL), shrink),
    act: start(),
    settings: ALL,
  },
  {
    name: 'six sheets whose tables were moved and cut',
    arrange: moved,
    act: start(),
    settings: ALL,
    isMoved: true,
  },
  { name: 'sheets switched on just now', arrange: switched({}, ALL), act: start(), settings: ALL },
  {
    name: 'sheets of other invoices and lines than before',
    arrange: switched(ALL, OF_PERIOD),
    act: start(),
    settings: OF_PERIOD,
  },
  {
    name: 'sheets switched off',
    arrange: switched(ALL, OFF),
    act: start(),
    off: [DEBTS, VAT, SUMMARY, CHECKS],
  },
  { name: 'sheets switched on again', arrange: switchedOnAgain, act: start(), settings: ALL },
  {
    name: 'paused six sheets, gone on with by the tick',
    arrange: () => pausedIn(world(ALL, slowly)),
    act: tick,
    settings: ALL,
    isCarriedOn: true,
  },
  {
    name: 'six sheets, requested',
    arrange: withRequest,
    act: tick,
    settings: ALL,
    isCarriedOn: true,
    isAwaited: true,
  },
];

export const FURTHER_POINTS = POINTS.map((point): StartingPoint => ({ ...point, hasFurtherSheets: true }));
