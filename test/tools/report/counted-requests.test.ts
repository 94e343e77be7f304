/** What `--stats` says was sent: every request under the method that was meant, wherever a redirect has led it. */
import { CountingHttp } from '../../../cli/report/CountingHttp';
import { portalTransport } from '../../../world/make-world';
import { redirectTo, type FaultRule } from '../../../portal/faults';
import { Portal } from '../../../portal/Portal';
import { aPortal } from '../../../portal/data/a-portal';
import { VirtualClock } from '../../../simulator';
import type { Method } from '../../../src/bitrix24/methods';
import { aLine } from '../../unit/bitrix24/a-line';

const METHODS: readonly Method[] = ['profile', 'scope', 'server.time'];

function counted(faults: FaultRule): CountingHttp {
  const clock = new VirtualClock(0);
  const portal = new Portal({ data: aPortal(clock).data, clock, faults });
  const http = new CountingHttp(portalTransport(portal, 0));
  aLine(undefined, { http })
    .client()
    .sendAll(METHODS.map((method) => ({ method, params: {} })));
  return http;
}

describe('a request', () => {
  it('counts under its method', () => {
    expect(counted(() => null).byMethod).toEqual({ profile: 1, scope: 1, 'server.time': 1 });
  });

  it.each<[string, (method: string) => string]>([
    ['to the same method elsewhere', (method) => `/rest/1/others3cret/${method}.json?x=1`],
    ['to one page for all', () => '/auth/?backurl=%2Frest%2F'],
    ['to an address that ends in a secret', () => '/rest/1/demo0secret0of0a0portal/'],
    ['to a path without an end', () => '/'],
  ])('that is posted again after a redirect %s counts twice under it', (_, location) => {
    const http = counted(({ method }) =>
      METHODS.includes(method as Method) ? redirectTo(location(method)) : null,
    );
    expect(http.byMethod).toEqual({ profile: 2, scope: 2, 'server.time': 2 });
    expect(http.total).toBe(6);
  });
});
