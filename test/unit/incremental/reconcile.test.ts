import { aLine } from '../bitrix24/a-line';
import { changeLegacyRow } from '../../../portal/data/legacy-rows';
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import { MemoryOwner } from './an-owner';

function aRefreshed() {
  const made: { data?: ReturnType<typeof aPortal>['data'] } = {};
  const line = aLine((portal: PortalBuilder) => {
    made.data = portal.data;
    return portal.withInvoice({ ID: 1, rows: [{}] });
  });
  const owner = new MemoryOwner(line);
  owner.refresh();
  if (made.data === undefined) throw new Error('no portal');
  return { data: made.data, owner };
}

const SETTLED = { CREATED_TIME: Date.UTC(2026, 4, 1), UPDATED_TIME: Date.UTC(2026, 4, 1) };

describe('the comparison of memory and portal', () => {
  it('takes over an invoice that no refresh has met yet, which is no difference', () => {
    const { data, owner } = aRefreshed();
    data.addInvoice({ ID: 2, ACCOUNT_NUMBER: 'Н-2', rows: [{}] });
    expect(owner.reconcile()).toBe(0);
    expect(JSON.stringify(owner.refresh().plans)).toContain('Н-2');
  });

  it('has gone round once buyers, the list and the rows have been compared, six requests at a time', () => {
    const { data, owner } = aRefreshed();
    for (let id = 2; id <= 120; id += 1) data.importInvoice({ ID: id, ...SETTLED, rows: [{ PRICE: 10 }] });
    owner.line.clock.advance(600_000);
    owner.refresh();
    const [row] = data.rowsOf(120);
    changeLegacyRow(data, 120, row?.ID ?? 0, { PRICE: 77 });
    const before = owner.line.asked.length;
    expect(owner.reconcile()).toBe(1);
    // Links, the list with the page behind its end, and rows: three pages each.
    expect(owner.line.asked.length - before).toBe(9);
    expect(JSON.stringify(owner.refresh().plans)).toContain('77');
  });
});
