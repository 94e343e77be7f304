/** The test of a connection on a portal that refuses: every refusal is a result, and costs eight requests at most. */
import { connectionTexts } from '../../../src/texts/setup-texts';
import { errorTexts } from '../../../src/texts/error-texts';
import {
  badGateway,
  hang,
  htmlInsteadOfJson,
  onlyIntranetUser,
  operationTimeLimit,
  redirectTo,
  reset,
  restFault,
  shielded,
  tooManyRequests,
  truncatedJson,
  changedAnswer,
  type Fault,
} from '../../../portal/faults';
import { DEMO_SECRET, type PortalChanges } from '../../../portal/options';
import { Installation, OWNER } from '../refresh/an-installation';

const MOST_REQUESTS = 8;
const TIMEOUT_MILLISECONDS = 60_000;

function tested(changes: PortalChanges) {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1 }));
  const { webhookUrl } = installation;
  installation.portal.change(changes);
  const startedAt = installation.clock.now();
  const report = installation.openedBy(OWNER).connectionCheck.run({ webhookUrl });
  expect(installation.portal.requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
  // Nobody waits but for a portal that does not answer.
  const silences = installation.portal.requests.filter(({ status }) => status === 'hang').length;
  expect(installation.clock.now()).toBe(startedAt + silences * TIMEOUT_MILLISECONDS);
  expect(JSON.stringify(report)).not.toContain(DEMO_SECRET);
  return report;
}

const always = (fault: Fault): PortalChanges => ({ faults: () => fault });
const only = (method: string, fault: Fault): PortalChanges => ({
  faults: (request) => (request.method === method ? fault : null),
});

describe('a connection that is refused', () => {
  it.each<readonly [string, PortalChanges, string]>([
    ['the webhook is revoked', { revoked: true }, errorTexts.credentials()],
    ['the secret is another', { secret: 'another0secret' }, errorTexts.credentials()],
    ['the portal is closed', { state: 'closed' }, errorTexts.portalClosed()],
    ['the portal is blocked', { state: 'overloaded' }, errorTexts.overload()],
    ['the plan has no REST API', { state: 'unpaid' }, errorTexts.subscription()],
    ['the portal wants HTTPS', { state: 'https' }, errorTexts.httpsRequired()],
    ['the portal has moved', { movedTo: 'https://new.bitrix24.ru' }, errorTexts.redirect('new.bitrix24.ru')],
    ['the user is no employee', always(onlyIntranetUser), errorTexts.intranetOnly()],
    ['there are too many requests', always(tooManyRequests), errorTexts.rateLimit()],
    ['the working time is used up', always(operationTimeLimit), errorTexts.operatingLimit()],
    ['the server fails', always(badGateway), errorTexts.serverError(502)],
    ['nothing answers', always(hang), errorTexts.timeout()],
    ['the connection breaks', always(reset), errorTexts.unreachable()],
    ['a shield answers', always(shielded), errorTexts.blocked(403)],
    ['a page answers', always(htmlInsteadOfJson), errorTexts.notJson()],
    ['the answer is cut short', always(truncatedJson), errorTexts.brokenJson()],
    ['the user is inactive', { user: { active: false } }, errorTexts.userInactive()],
  ])('says so, and which portal it was: %s', (_, changes, problem) => {
    expect(tested(changes)).toMatchObject({
      ok: false,
      problem,
      portal: 'demo.bitrix24.ru',
      user: null,
      fields: [],
    });
  });
});

describe('a portal that redirects within its host', () => {
  it.each(['.json', '/', '.json?lang=ru'])('to the method with %j behind it is asked there', (behind) => {
    const moved = redirectTo(`/rest/1/${DEMO_SECRET}/profile${behind}`);
    const { ok, offset, invoicesVisible } = tested({ faults: ({ index }) => (index === 0 ? moved : null) });
    expect([ok, offset, invoicesVisible]).toEqual([true, '+03:00', 1]);
  });

  it.each([
    ['/auth/', errorTexts.portalDeleted()],
    [`/rest/1/${DEMO_SECRET}/scope`, errorTexts.badAnswer('profile')],
  ])('to %s, which is no address of methods, ends at once', (location, problem) => {
    const faults: PortalChanges['faults'] = ({ index }) => (index === 0 ? redirectTo(location) : null);
    expect(tested({ faults })).toMatchObject({ ok: false, problem, user: null, scopes: [] });
  });

  it('to an address that answers, but from which no other can be told, ends at once too', () => {
    const body = '{"result":{"ID":"1","NAME":"Анна","LAST_NAME":"","ADMIN":true}}';
    const answer: Fault = () => ({ kind: 'answer', status: 200, headers: {}, body });
    const faults: PortalChanges['faults'] = ({ index }) => (index === 0 ? redirectTo('/who') : answer);
    expect(tested({ faults })).toMatchObject({ problem: errorTexts.redirectLoop(), user: null, scopes: [] });
  });
});

describe('a portal that redirects some of its methods', () => {
  const toJson: Fault = (run, request) =>
    redirectTo(`/rest/1/${DEMO_SECRET}/${request.method}.json`)(run, request);
  const METHODS = [
    ...['profile', 'scope', 'server.time', 'crm.item.fields', 'crm.category.list'],
    ...['crm.status.list', 'crm.requisite.list', 'crm.item.list'],
  ];

  it.each([
    ['all of them', /./],
    ['those of the CRM', /^crm/],
    ['those that ask whose webhook it is', /^(profile|scope|server)/],
    ['scope and time', /^s/],
    ['the first of the CRM', /fields/],
  ])('is tested within eight requests: %s', (_, moved) => {
    const report = tested({
      faults: ({ method, endsInJson }) => (moved.test(method) && !endsInJson ? toJson : null),
    });
    expect(report).toMatchObject({ ok: true, problem: null, invoicesVisible: 1, offset: '+03:00' });
    expect(report.stages.length).toBeGreaterThan(0);
    expect(report.fields.length).toBeGreaterThan(0);
  });

  it('costs no more whichever they are and wherever they lead', () => {
    for (let chosen = 0; chosen < 2 ** METHODS.length; chosen += 1) {
      const isMoved = (method: string): boolean => ((chosen >> METHODS.indexOf(method)) & 1) === 1;
      const locations = [toJson, redirectTo('/auth/'), redirectTo('/')];
      const fault = locations[chosen % locations.length] ?? null;
      const { ok, problem } = tested({
        faults: ({ method, endsInJson }) =>
          METHODS.includes(method) && isMoved(method) && !endsInJson ? fault : null,
      });
      expect(ok).toBe(problem === null);
    }
  });
});

describe('a connection that is refused half-way', () => {
  it('without the right to the CRM says whose it is', () => {
    expect(tested({ scopes: ['task'] })).toMatchObject({
      ok: false,
      problem: connectionTexts.noCrmScope(),
      user: { name: 'Анна Смирнова' },
      scopes: ['task'],
      offset: '+03:00',
    });
  });

  it.each([
    ['crm.item.fields', errorTexts.accessDenied('fields')],
    ['crm.category.list', errorTexts.accessDenied('invoices')],
    ['crm.status.list', errorTexts.accessDenied('stages')],
    ['crm.requisite.list', errorTexts.accessDenied('requisites')],
    ['crm.item.list', errorTexts.accessDenied('invoices')],
  ])('by %s says what may not be read', (method, problem) => {
    const report = tested(only(method, restFault(400, 'ACCESS_DENIED', 'x')));
    expect(report).toMatchObject({ ok: false, problem, user: { admin: true }, scopes: ['crm'] });
  });

  it('without any right to requisites, which the portal says without a code', () => {
    const report = tested({ user: { admin: false, companies: 'none', contacts: 'none' } });
    expect(report).toMatchObject({ ok: false, problem: errorTexts.accessDenied('requisites') });
  });

  it.each([
    'profile',
    'scope',
    'server.time',
    'crm.item.fields',
    'crm.category.list',
    'crm.status.list',
    'crm.item.list',
  ])('by an answer of %s that makes no sense says one sentence', (method) => {
    const nonsense = changedAnswer((body) => ({ ...(body as object), result: 'nonsense' }));
    const { ok, problem } = tested(only(method, nonsense));
    expect([ok, problem]).toEqual([false, expect.stringMatching(/^[А-ЯЁ].*\.$/)]);
  });
});
