/** Everything that a report has to say of its invoices: the result tells the first of it, «Состояние» all. */
import { connect, type World } from '../../world/make-world';
import { aPortal } from '../../portal/data/a-portal';
import { oddRecord, type Fault } from '../../portal/faults';
import { PlatformException, type PlatformCall } from '../../simulator';
import { aWorld } from '../../world/a-world';
import { TICK } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';

interface ShownRun {
  readonly state: string;
  readonly message: string;
}

const runsOf = ({ simulator }: World): readonly ShownRun[] =>
  (simulator.page().call('getStatus') as { runs: readonly ShownRun[] }).runs;
const remarksOf = ({ message }: ShownRun): readonly string[] => message.split('\n').slice(1);

const SIX = [1, 2, 3, 4, 5, 6];
const unread = (id: number): string =>
  `Счёт № ${id} (id ${id}): в CRM не читается «Сумма», отчёт составлен без этого значения.`;
const CUT = 'Счёт № 7 (id 7): слишком длинный текст сокращён в столбце «Наименование товара».';

const allOdd: Fault = (run, call) =>
  SIX.reduce<() => ReturnType<typeof run>>(
    (inner, id) => () => oddRecord(id, { opportunity: 'много' })(inner, call),
    run,
  )();

/** Seven invoices: the sums of six cannot be read, a text of the seventh is too long. */
function oddWorld(): World {
  const world = aWorld(
    (clock) =>
      [...SIX, 7].reduce(
        (portal, ID) =>
          portal.withInvoice({
            ID,
            BEGINDATE: '2026-05-10',
            rows: [{ PRODUCT_NAME: ID === 7 ? 'x'.repeat(50_001) : 'Стол' }],
          }),
        aPortal(clock),
      ).data,
  );
  connect(world);
  world.portal.change({ faults: ({ method }) => (method === 'crm.item.list' ? allOdd : null) });
  return world;
}

/** Meets every attempt to keep a list of remarks. */
function atTheList(world: World, act: (call: PlatformCall) => void): void {
  world.simulator.hooks = {
    before: (call) => {
      const [first] = call.args;
      const isList =
        call.member === 'Properties.setProperties' && JSON.stringify(first).includes('"remarks.both.0"');
      if (isList) act(call);
    },
  };
}

describe('«Состояние»', () => {
  it('tells all seven remarks of a report whose result has told the first five', () => {
    const world = oddWorld();
    refreshed(world);
    expect(progressOf(world).message.split('\n').slice(1)).toEqual([
      ...[1, 2, 3, 4].map(unread),
      CUT,
      'И ещё 2 замечания — в «Состоянии».',
    ]);
    expect(runsOf(world).map(remarksOf)).toEqual([[...SIX.map(unread), CUT]]);
  });

  it('keeps them at the report they are of, through failures and until the next one has its own', () => {
    const world = oddWorld();
    refreshed(world);
    world.clock.advance(60_000);
    world.portal.change({ revoked: true });
    world.simulator.run({ function: 'startRefresh', args: [{ briefOnly: false }], via: 'page' });
    expect(runsOf(world).map((run) => [run.state, remarksOf(run)])).toEqual([
      ['failed', []],
      ['done', [...SIX.map(unread), CUT]],
    ]);
    world.clock.advance(60_000);
    world.portal.change({ revoked: false, faults: () => null });
    refreshed(world);
    expect(runsOf(world).map((run) => [run.state, remarksOf(run)])).toEqual([
      ['done', [CUT]],
      ['failed', []],
      ['done', []],
    ]);
  });

  it('keeps those of both sheets where the brief one is refreshed alone, which has its own', () => {
    const world = oddWorld();
    refreshed(world);
    world.clock.advance(60_000);
    refreshed(world, true);
    expect(runsOf(world).map(remarksOf)).toEqual([SIX.map(unread), [...SIX.map(unread), CUT]]);
  });

  it('has none of a report whose list Google did not take, and the result does not promise them', () => {
    const world = oddWorld();
    atTheList(world, () => {
      throw new PlatformException('The service failed.');
    });
    refreshed(world);
    const [, ...told] = progressOf(world).message.split('\n');
    expect(told).toEqual([...[1, 2, 3, 4].map(unread), CUT, 'И ещё 2 замечания.']);
    expect(runsOf(world).map(remarksOf)).toEqual([[]]);
  });

  it('has those of the next refresh where Google ended one at its list', () => {
    const world = oddWorld();
    atTheList(world, (call) => {
      world.simulator.hooks = {};
      call.kill();
    });
    startOnce(world);
    world.simulator.passTime(TICK);
    world.simulator.passTime(TICK);
    const last = runsOf(world)[0];
    expect([last?.state, last && remarksOf(last)]).toEqual(['done', [...SIX.map(unread), CUT]]);
  });

  it('has room for the worst numbers of two thousand invoices, and says how many it leaves out', () => {
    const world = aWorld(
      (clock) =>
        Array.from({ length: 2_000 }, (_, index) => index + 1).reduce(
          (portal, ID) =>
            portal.withInvoice({
              ID,
              BEGINDATE: '2026-05-10',
              ACCOUNT_NUMBER: Array.from({ length: 25 }, (_, place) =>
                String.fromCodePoint(0x4e00 + ((ID * 7919 + place * 104_729) % 20_000)),
              ).join(''),
              IS_MANUAL_OPPORTUNITY: true,
              OPPORTUNITY: ID * 1.17,
              rows: [{ PRICE: 7 }],
            }),
          aPortal(clock),
        ).data,
    );
    connect(world);
    refreshed(world);
    const [first] = runsOf(world);
    const lines = first === undefined ? [] : remarksOf(first);
    const left = /^Не показано ещё ([\d\u00a0]+) замечани[йея]: /.exec(lines[lines.length - 1] ?? '')?.[1];
    expect(lines.length - 1 + Number(left?.replace(/\u00a0/g, ''))).toBe(2_000);
    expect(lines.length).toBeGreaterThan(100);
  });
});
