/** What one refresh leaves for the next: how full the bucket is, and whether the portal takes lists of owners. */
import type { PortalBuilder } from '../../../portal/data/a-portal';
import { countsOf } from './a-collection';
import { Installation, OWNER } from './an-installation';

const SIX_HOURS = 21_600_000;
const threeInvoices = (portal: PortalBuilder) => {
  for (let id = 1; id <= 3; id++) portal.withInvoice({ ID: id, rows: [{}] });
};

/** How often rows were asked for by one refresh, with nothing in the cache. */
function rowRequests(installation: Installation): number {
  const { state, refreshes } = installation.openedBy(OWNER);
  state.raiseEpoch();
  const from = installation.portal.requests.length;
  refreshes.start('menu', false);
  const asked = installation.portal.requests.slice(from).map(({ method }) => method);
  return countsOf(asked)['crm.item.productrow.list'] ?? 0;
}

describe('a portal that takes no lists of owners', () => {
  const refusing = (): Installation => {
    const installation = new Installation(threeInvoices, { portal: { generation: 'new' } });
    installation.connect();
    return installation;
  };

  it('is not tried again for six hours, then once more', () => {
    const installation = refusing();
    expect(rowRequests(installation)).toBe(1 + 3);
    expect(rowRequests(installation)).toBe(3);
    installation.clock.advance(SIX_HOURS - 1);
    expect(rowRequests(installation)).toBe(3);
    installation.clock.advance(1);
    expect(rowRequests(installation)).toBe(1 + 3);
  });

  it('that still takes none after six hours is remembered for six hours more', () => {
    const installation = refusing();
    rowRequests(installation);
    installation.clock.advance(SIX_HOURS);
    expect(rowRequests(installation)).toBe(1 + 3);
    expect(rowRequests(installation)).toBe(3);
  });

  it('is still known after a refresh of the brief sheet, which asks for no rows', () => {
    const installation = refusing();
    rowRequests(installation);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    expect(rowRequests(installation)).toBe(3);
  });

  it('is no longer known under another webhook', () => {
    const installation = refusing();
    rowRequests(installation);
    installation.portal.change({ secret: 'another0secret' });
    installation.connect();
    expect(rowRequests(installation)).toBe(1 + 3);
  });
});

describe('a portal that takes lists', () => {
  it('and stops to take them is asked one by one from the refused list on', () => {
    const installation = new Installation(threeInvoices);
    installation.connect();
    expect(rowRequests(installation)).toBe(1);
    installation.portal.change({ generation: 'new' });
    expect(rowRequests(installation)).toBe(1 + 3);
    expect(rowRequests(installation)).toBe(3);
  });
});

describe("the portal's bucket", () => {
  it('is as full for the next execution as the last one left it', () => {
    const installation = new Installation(threeInvoices);
    installation.connect();
    installation.openedBy(OWNER).refreshes.start('menu', false);
    const { bucket } = installation.document.portal.get() ?? {};
    expect(bucket).toEqual({
      level: installation.portal.requests.length,
      at: installation.clock.now(),
      pace: 1,
    });
  });

  it('is not run over by refresh after refresh', () => {
    const installation = new Installation(threeInvoices);
    installation.connect();
    for (let refresh = 0; refresh < 12; refresh++) rowRequests(installation);
    expect(installation.portal.requests.length).toBeGreaterThan(60);
    expect(installation.portal.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
