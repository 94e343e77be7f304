/** An invoice that is imported or restored bears an old time, yet its rows and its link follow its record. */
import { COMPANY } from '../../../portal/data/records';
import { aLine, type Line } from '../bitrix24/a-line';
import { countsOf } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Longer than all that is tried here. */
const TTL_SECONDS = 6 * 3_600;
const LONG_AGO = Date.UTC(2026, 3, 1);

function aRefreshed(): { readonly line: Line; readonly owner: MemoryOwner } {
  const line = aLine((portal) => {
    portal
      .withCompany({ ID: 1 })
      .withRequisite({ ID: 10, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1 })
      .withRequisite({ ID: 11, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1, RQ_COMPANY_NAME: 'ООО «Второе»' });
    for (let ID = 1; ID <= 3; ID += 1)
      portal.withInvoice({ ID, COMPANY_ID: 1, link: 10, rows: [{}], UPDATED_TIME: LONG_AGO });
  });
  const owner = new MemoryOwner(line, { cacheTtlSeconds: TTL_SECONDS });
  owner.refresh();
  line.clock.advance(10 * MINUTE);
  return { line, owner };
}

/** Its rows and its link can be seen so many seconds later. */
function importInvoice({ data }: Line, secondsBehind: number): void {
  data.commits.recordFirst(secondsBehind, () =>
    data.importInvoice({
      COMPANY_ID: 1,
      link: 11,
      rows: [{}, {}],
      CREATED_TIME: LONG_AGO,
      UPDATED_TIME: LONG_AGO,
    }),
  );
}

const shown = (owner: MemoryOwner): string => JSON.stringify(owner.refresh().plans.map(({ body }) => body));

const truth = (line: Line): string => shown(new MemoryOwner(line, { cacheTtlSeconds: TTL_SECONDS }));

const ask = ({ asked }: { readonly asked: readonly string[] }) => countsOf(asked);
const LIST_ONLY = { 'crm.item.list': 2 };
const ROWS_AND_LINK = { ...LIST_ONLY, 'crm.item.productrow.list': 1, 'crm.requisite.link.list': 1 };

describe('An invoice with an old time, met before its rows', () => {
  it('is shown with them by the next refresh', () => {
    const { line, owner } = aRefreshed();
    importInvoice(line, 20);
    owner.refresh();
    line.clock.advance(30 * SECOND);
    expect(shown(owner)).toBe(truth(line));
  });

  it('is so by that of another report too', () => {
    const { line, owner } = aRefreshed();
    importInvoice(line, 20);
    owner.refresh();
    line.clock.advance(10 * SECOND);
    owner.scope = 'another report';
    owner.refresh();
    line.clock.advance(10 * SECOND);
    expect(shown(owner)).toBe(truth(line));
    owner.scope = 'a third report';
    expect(shown(owner)).toBe(truth(line));
  });

  it('is so where all has been read anew meanwhile', () => {
    const { line, owner } = aRefreshed();
    importInvoice(line, 20);
    line.data.commits.setClock(-3_600);
    expect(owner.refresh().wholeFor).toBe('clock');
    line.clock.advance(30 * SECOND);
    expect(shown(owner)).toBe(truth(line));
  });

  it('is so where the comparison met it first', () => {
    const { line, owner } = aRefreshed();
    importInvoice(line, 20);
    owner.compareOnce();
    owner.refresh();
    line.clock.advance(30 * SECOND);
    expect(shown(owner)).toBe(truth(line));
  });

  it('costs its rows and its link at each refresh until it has been listed for 300 s, and nothing from then on', () => {
    const { line, owner } = aRefreshed();
    importInvoice(line, 0);
    const after = (seconds: number) => {
      line.clock.advance(seconds * SECOND);
      return ask(owner.refresh());
    };
    expect(after(0)).toEqual({ ...ROWS_AND_LINK, 'crm.requisite.list': 1 });
    expect([after(100), after(199)]).toEqual([ROWS_AND_LINK, ROWS_AND_LINK]);
    expect([after(1), after(0), after(300)]).toEqual([ROWS_AND_LINK, LIST_ONLY, LIST_ONLY]);
  });

  it('is none in a first report, whose repetition costs no more than it did', () => {
    const { line } = aRefreshed();
    const owner = new MemoryOwner(line, { cacheTtlSeconds: TTL_SECONDS });
    owner.refresh();
    expect(ask(owner.refresh())).toEqual(LIST_ONLY);
  });
});
