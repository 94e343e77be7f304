import { Installation, OWNER } from './an-installation';

const TEN_MINUTES = 600_000;

it('A comparison asks for stages and the profile too, so that the next refresh finds them', () => {
  const installation = new Installation((portal) =>
    portal.withInvoice({ ID: 1, UPDATED_TIME: Date.UTC(2026, 4, 1), rows: [{}] }),
  );
  installation.connect();
  const asked = (act: () => unknown): readonly string[] => {
    const from = installation.portal.requests.length;
    act();
    return installation.portal.requests.slice(from).map(({ method }) => method);
  };
  const { refreshes, compare } = installation.openedBy(OWNER);
  refreshes.start('schedule', false);
  installation.clock.advance(TEN_MINUTES);
  const compared = asked(compare);
  expect(compared).toEqual(expect.arrayContaining(['crm.status.list', 'profile']));
  expect(new Set(asked(() => refreshes.start('schedule', false)))).toEqual(new Set(['crm.item.list']));
});
