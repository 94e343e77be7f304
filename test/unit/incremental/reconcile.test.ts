import { aLine } from '../bitrix24/a-line';
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

describe('the comparison of memory and portal', () => {
  it('takes over an invoice that no refresh has met yet, which is no difference', () => {
    const { data, owner } = aRefreshed();
    data.addInvoice({ ID: 2, ACCOUNT_NUMBER: 'Н-2', rows: [{}] });
    expect(owner.reconcile()).toBe(0);
    expect(JSON.stringify(owner.refresh().plans)).toContain('Н-2');
  });
});
