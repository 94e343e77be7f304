/** Who may start a refresh, and who has to wait. */
import { errorTexts } from '../../../src/texts/error-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import type { PortalBuilder } from '../../../portal/data/a-portal';
import { COLLEAGUE, Installation, OWNER } from './an-installation';

const twoInvoices = (portal: PortalBuilder) =>
  portal.withInvoice({ ID: 1, rows: [{ PRICE: 120 }, { PRICE: 60 }] }).withInvoice({ ID: 2, rows: [{}] });

const start = (installation: Installation, user = OWNER, briefOnly = false) =>
  installation.openedBy(user).refreshes.start('menu', briefOnly);

describe('a refresh', () => {
  it('without a connection is refused', () => {
    const installation = new Installation(twoInvoices);
    expect(start(installation)).toEqual({ accepted: 'refused', message: errorTexts.noConnection() });
    expect([installation.portal.requests, installation.document.history()]).toEqual([[], []]);
  });

  it('of the owner is carried out, and says what it brought', () => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    expect(start(installation)).toEqual({
      accepted: 'started',
      message:
        'Готово: 2 счёта на сумму 280,00\u00a0₽, не оплачено 280,00\u00a0₽. Строк с товарами: 3. Полное чтение: первый раз.',
    });
  });

  it('of the brief sheet alone says nothing of rows', () => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    const { message } = start(installation, OWNER, true);
    expect(message).toBe(
      'Готово: 2 счёта на сумму 280,00\u00a0₽, не оплачено 280,00\u00a0₽. Полное чтение: первый раз.',
    );
    expect(installation.portal.requests.map(({ method }) => method)).not.toContain(
      'crm.item.productrow.list',
    );
  });

  it('tells the name of the owner to everyone, once the portal has told it', () => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    start(installation);
    expect(installation.openedBy(COLLEAGUE).settings.people.owner()?.name).toBe('Анна Смирнова');
  });
});

describe('a colleague', () => {
  it.each([
    [false, '12:05'],
    [true, '13:00'],
  ])(
    'leaves a request and reads who carries it out, and by when (published: %s, %s)',
    (isPublished, time) => {
      const installation = new Installation(twoInvoices, { isPublished });
      installation.connect();
      start(installation);
      const asked = installation.portal.requests.length;
      expect(start(installation, COLLEAGUE, true)).toEqual({
        accepted: 'queued',
        message: refreshTexts.queued('Анна Смирнова', time),
      });
      expect(installation.portal.requests).toHaveLength(asked);
      expect(installation.document.request.get()).toEqual({
        briefOnly: true,
        at: '2026-05-20T09:00:00.000Z',
        by: installation.openedBy(COLLEAGUE).settings.people.personId(),
      });
    },
  );

  it.each([
    [[true, true, true], true],
    [[true, false, true], false],
    [[false, true, true], false],
    [[true, true, false], false],
  ])('and others who press again leave one request of all that they wish: %j', (wishes, briefOnly) => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    for (const [index, wish] of wishes.entries()) {
      expect(start(installation, index === 2 ? 'third@example.com' : COLLEAGUE, wish).accepted).toBe(
        'queued',
      );
      installation.clock.advance(60_000);
    }
    expect(installation.document.request.get()).toEqual({
      briefOnly,
      at: '2026-05-20T09:00:00.000Z',
      by: installation.openedBy(COLLEAGUE).settings.people.personId(),
    });
  });

  it('reads of an owner whose name is not known yet as of another user', () => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    expect(start(installation, COLLEAGUE).message).toBe(refreshTexts.queued('другой пользователь', '12:05'));
  });
});

describe('a second refresh beside the first', () => {
  it('is turned away, told who refreshes since when and how far', () => {
    const installation = new Installation(twoInvoices, { latency: 4000 });
    installation.connect();
    start(installation);
    const answers: unknown[] = [];
    installation.onWave = () => {
      if (installation.document.run().total === 2 && answers.length === 0) answers.push(start(installation));
    };
    installation.clock.advance(360_000);
    start(installation);
    expect(answers).toEqual([
      { accepted: 'busy', message: refreshTexts.busy('Анна Смирнова', '12:06', 0, 2) },
    ]);
  });

  it('leaves the lock to the first, and the first gives it back at its end', () => {
    const installation = new Installation(twoInvoices);
    installation.connect();
    const accepted: string[] = [];
    installation.onWave = () => accepted.push(start(installation).accepted);
    expect(start(installation).accepted).toBe('started');
    expect(new Set(accepted)).toEqual(new Set(['busy']));
    installation.onWave = () => undefined;
    expect(start(installation).accepted).toBe('started');
  });
});
