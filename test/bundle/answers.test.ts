/** What pages are answered, key by key, and what hostile arguments do: nothing. */
import { COLLEAGUE, connect } from '../../world/make-world';
import { OWNER } from '../../simulator';
import { MINUTE, page, worldOfThree } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { shapeOf, type Shape } from './support/shape';

describe('Answers', () => {
  const PROGRESS: Shape = {
    ...{ state: 'string', phase: 'string?', done: 'number', total: 'number', message: 'string' },
    ...{ startedAt: 'string?', finishedAt: 'string?', requests: 'number', cacheHits: 'number' },
  };
  const RUN: Shape = {
    ...{ startedAt: 'string?', finishedAt: 'string?', by: 'string', how: 'string', state: 'string' },
    ...{ message: 'string', invoices: 'number', rows: 'number', requests: 'number', hits: 'number' },
  };
  const STATUS: Shape = {
    ...{
      version: 'string',
      owner: 'string?',
      isOwner: 'boolean',
      lastSuccess: 'string?',
      lastAttempt: 'string?',
    },
    ...{ nextRun: 'string?', waiting: { briefOnly: 'boolean', at: 'string', by: 'string' } },
    ...{ generation: 'string', runs: [RUN] },
    reconcile: { at: 'string', rounds: 'number', differences: 'number' },
  };
  const CONNECTION: Record<string, Shape> = {
    ...{
      ok: 'boolean',
      problem: 'string?',
      portal: 'string',
      user: { id: 'string', name: 'string', admin: 'boolean' },
    },
    ...{ scopes: ['string'], invoicesVisible: 'number', offset: 'string' },
    fields: [
      { name: 'string', title: 'string', type: 'string', samples: ['string'], proposedFor: 'string?' },
    ],
    stages: [{ id: 'string', name: 'string', semantics: 'string', pipeline: 'string' }],
    warnings: ['string'],
  };

  it('of getProgress have exactly the keys and types agreed on, at first and at last', () => {
    const world = worldOfThree();
    expect(shapeOf(page(world).call('getProgress'), PROGRESS)).toEqual([]);
    connect(world);
    refreshed(world);
    expect(shapeOf(page(world).call('getProgress'), PROGRESS)).toEqual([]);
  });

  it('of getStatus have exactly the keys and types agreed on, for owner and colleague', () => {
    const world = worldOfThree();
    expect(shapeOf(page(world).call('getStatus'), STATUS)).toEqual([]);
    connect(world, { scheduleHours: 4 });
    refreshed(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: true });
    for (const user of [OWNER, COLLEAGUE]) {
      const status = page(world, user).call('getStatus');
      expect(shapeOf(status, STATUS)).toEqual([]);
      expect(status).toMatchObject({
        ...{ isOwner: user === OWNER, owner: 'Анна Смирнова', lastSuccess: '2026-05-20T09:00:00.000Z' },
        nextRun: '2026-05-20T13:00:00.000Z',
      });
    }
  });

  it('of getStatus tell owner and colleague alike how the comparison goes, and nothing before the first', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    const told = () =>
      [OWNER, COLLEAGUE].map((user) => {
        const status = page(world, user).call('getStatus');
        expect(shapeOf(status, STATUS)).toEqual([]);
        return (status as { reconcile: unknown }).reconcile;
      });
    expect(told()).toEqual([null, null]);
    const before = world.clock.now();
    world.simulator.passTime(30 * MINUTE);
    const [own, others] = told();
    expect(own).toMatchObject({ differences: 0 });
    expect(others).toEqual(own);
    expect(Date.parse((own as { at: string }).at)).toBeGreaterThan(before);
  });

  it('of getStatus hold the last twenty runs, newest first', () => {
    const world = worldOfThree();
    for (let run = 0; run < 21; run += 1) {
      connect(world);
      world.portal.change({ revoked: run === 20 });
      startOnce(world, true);
    }
    const { runs } = page(world).call('getStatus') as { runs: { state: string }[] };
    expect(runs.map(({ state }) => state)).toEqual(['failed', ...Array<string>(19).fill('done')]);
  });

  it('of testConnection have exactly the keys and types agreed on, also where the portal refuses', () => {
    const world = worldOfThree();
    const { webhookUrl } = world;
    const answer = page(world).call('testConnection', { webhookUrl });
    expect(shapeOf(answer, CONNECTION)).toEqual([]);
    expect(world.portal.requests.length).toBeLessThanOrEqual(8);
    world.portal.change({ revoked: true });
    const refused = page(world).call('testConnection', { webhookUrl });
    expect(shapeOf(refused, { ...CONNECTION, user: 'null' })).toEqual([]);
    expect(refused).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Портал не принял вебхук') as string,
    });
  });
});

describe('Hostile arguments', () => {
  const HOSTILE: readonly unknown[] = [
    ...[null, -1, 'https://evil.example/rest/1/x/', [{}], {}, { length: 3 }, { toString: 1 }],
    ...[{ briefOnly: 'true' }, { webhookUrl: 'https://demo.bitrix24.ru/rest/1/********/' }],
    ...[{ webhookUrl: { toString: 'x' } }, { period: { preset: 'custom' } }],
    ...[JSON.parse('{"__proto__":{"x":1},"constructor":1}') as unknown, 'я'.repeat(5_000)],
  ];
  const TAKE_NOTHING = ['loadSettings', 'getProgress', 'cancelRefresh', 'getStatus', 'clearCache'];
  const cases = [
    ...['saveSettings', 'testConnection', 'startRefresh'].map((name) => [name, HOSTILE] as const),
    ...TAKE_NOTHING.map((name) => [name, HOSTILE.slice(-3)] as const),
  ];

  it.each(cases)('make %s answer or say one Russian sentence, and reach no other host', (name, values) => {
    for (const hostile of values) {
      const world = worldOfThree();
      const { error } = world.simulator.run({ function: name, args: [hostile], via: 'page' });
      if (error !== null) expect(error.message).toMatch(/^[А-ЯЁ][^\n]*\.$/);
      expect(world.portal.requests).toEqual([]);
    }
  });

  it.each([[], 'да', 7, null, { briefOnly: 1 }, { briefOnly: true, force: true }])(
    'make startRefresh start nothing: %j',
    (argument) => {
      const world = worldOfThree();
      connect(world);
      expect(() => page(world).call('startRefresh', argument)).toThrow(
        'Страница прислала неверный запрос. Закройте её и откройте снова.',
      );
      expect(world.portal.requests).toEqual([]);
    },
  );

  it('are ignored by handlers', () => {
    const world = worldOfThree();
    connect(world);
    for (const name of ['refreshReport', 'refreshBriefSheet', 'scheduledRefresh', 'onOpen', 'onInstall']) {
      const { outcome } = world.simulator.run({
        function: name,
        args: [{ briefOnly: 'x', triggerUid: [] }],
        via: 'editor',
      });
      expect(outcome).toBe('returned');
    }
  });
});
