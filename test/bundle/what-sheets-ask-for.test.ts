/** What «Долги» and «НДС» have the bundle ask for beside what the two sheets need: nothing, or a name. */
import { connect, type World } from '../../world/make-world';
import { byMethod, progressOf, refreshed } from '../../world/scenario';
import { BRIEF, DETAIL, lines } from '../../world/sheets';
import type { RequestRecord } from '../../portal/request-record';
import { anOffice } from './support/workbook';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const BOTH = { debtsSheet: 'period', vatSheet: true };

/** Whose own companies the three invoices are, 0 for nobody's. */
function office(generation: (typeof GENERATIONS)[number], settings: object, own: readonly number[]): World {
  const world = anOffice({ portal: { generation } });
  connect(world, { ...settings });
  for (const [index, MYCOMPANY_ID] of own.entries()) {
    const invoice = world.data.invoices.get(index + 1);
    if (invoice !== undefined) world.data.invoices.set(index + 1, { ...invoice, MYCOMPANY_ID });
  }
  return world;
}

/** The ids of companies that names were asked of. */
const companies = (asked: readonly RequestRecord[]): unknown[] =>
  asked
    .filter(({ params }) => Number(params['entityTypeId']) === 4)
    .flatMap(({ params }) => (params['filter'] as Record<string, unknown>)['@id']);

const ONE = [4, 4, 4];

describe.each(GENERATIONS)('on a portal of generation %s', (generation) => {
  const plain = office(generation, {}, ONE);
  const requests = byMethod(refreshed(plain));
  const again = byMethod(refreshed(plain));

  it.each([
    ['one own company', ONE],
    ['none', [0, 0, 0]],
  ])('they ask for nothing more where invoices are of %s', (_, own) => {
    const world = office(generation, BOTH, own);
    expect(byMethod(refreshed(world))).toEqual(requests);
    for (const name of [BRIEF, DETAIL]) expect(lines(world, name)).toEqual(lines(plain, name));
  });

  it('VAT asks for the names of several own companies, which are then known for a while', () => {
    const world = office(generation, BOTH, [4, 5, 0]);
    const first = refreshed(world);
    // The buyer is a company too, and is asked for by the same request.
    expect([byMethod(first), companies(first)]).toEqual([requests, [4, 5]]);
    const second = refreshed(world);
    expect([byMethod(second), companies(second)]).toEqual([again, []]);
  });

  it('nobody asks for these names without VAT', () => {
    const world = office(generation, { debtsSheet: 'period' }, [4, 5, 0]);
    const asked = refreshed(world);
    expect([byMethod(asked), companies(asked)]).toEqual([requests, [4]]);
  });

  it('switched on or off later they ask for no product rows again', () => {
    const world = office(generation, {}, [4, 5, 0]);
    refreshed(world);
    world.clock.sleep(600_000);
    refreshed(world);
    for (const settings of [BOTH, { debtsSheet: 'off' }, { debtsByInvoice: false }, { vatSheet: false }]) {
      connect(world, settings);
      expect(byMethod(refreshed(world))).not.toHaveProperty('crm.item.productrow.list');
    }
  });
});

test('the name of one’s own company that only «НДС» shows is told where the sheet keeps it with changes', () => {
  const world = office('new', BOTH, [4, 5, 4]);
  world.data.addCompany({ ID: 5, TITLE: 'Мы\u0000' });
  Object.assign(world.spreadsheet.quirks, { storedText: (text: string) => text.replaceAll('\u0000', '') });
  refreshed(world);
  const remarks = progressOf(world).message.split('\n');
  expect(remarks.filter((line) => line.includes('Google'))).toEqual([
    'Счёт № 2 (id 2): Google Таблицы сохранили текст с изменениями в столбце «Наша компания».',
  ]);
});
