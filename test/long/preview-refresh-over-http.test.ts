import { APreview } from '../standins/preview/a-preview';

interface Progress {
  readonly state: string;
  readonly phase: string | null;
  readonly message: string;
}

const preview = new APreview({ invoices: 3, speed: 100 });
const progress = async (): Promise<Progress> => (await preview.call('getProgress')) as Progress;

beforeAll(() => preview.start());
afterAll(() => preview.close());
beforeEach(() => preview.control({ newSpreadsheet: true, fault: 'none', speed: 100 }));

/** Starts a refresh that lasts, and gives its answer to come. */
async function startLongRefresh(): Promise<{ readonly answer: Promise<unknown> }> {
  await preview.connect();
  await preview.control({ fault: 'slow', speed: 50 });
  const answer = preview.call('startRefresh', { briefOnly: false });
  await preview.until(progress, ({ state }) => state === 'running');
  return { answer };
}

describe('A refresh in the preview', () => {
  it('makes both sheets of the demo portal’s invoices', async () => {
    await preview.connect();
    expect(await preview.call('startRefresh', { briefOnly: false })).toMatchObject({ accepted: 'started' });
    expect(await preview.cells('Краткий')).toMatchObject({ B2: 'Номер', B3: 'СЧ-000001', B5: 'СЧ-000003' });
    expect(await preview.cells('Полный')).toMatchObject({ E2: 'Наименование товара', B17: 'СЧ-000003' });
  });

  it('brings the brief sheet before whoever made it, and nothing before anybody else', async () => {
    await preview.connect();
    await preview.call('startRefresh', { briefOnly: false });
    const { people, sheets } = await preview.state();
    const made = sheets.find(({ id }) => id === people.owner.activated.id);
    expect(made?.name).toBe('Краткий');
    expect(people.colleague.activated.number).toBe(0);
  });

  it('tells how far it is while it runs', async () => {
    const { answer } = await startLongRefresh();
    expect(await progress()).toMatchObject({ state: 'running', phase: 'list' });
    const { executions } = await preview.state();
    expect(executions.find((run) => run.function === 'startRefresh')).toMatchObject({ finishedAt: null });
    await answer;
    expect(await progress()).toMatchObject({ state: 'done' });
  });

  it('can be cancelled while it runs and leaves no sheet behind', async () => {
    const { answer } = await startLongRefresh();
    expect(await preview.call('cancelRefresh')).toMatchObject({ accepted: true });
    await answer;
    expect(await progress()).toMatchObject({ state: 'cancelled' });
    expect((await preview.state()).sheets.map(({ name }) => name)).toEqual(['Лист1']);
  });

  it('keeps a second one out while it runs', async () => {
    const { answer } = await startLongRefresh();
    expect(await preview.call('startRefresh', { briefOnly: false })).toMatchObject({ accepted: 'busy' });
    await answer;
  });

  it('gives way to a new spreadsheet', async () => {
    const { answer } = await startLongRefresh();
    const { world } = await preview.state();
    await preview.control({ newSpreadsheet: true });
    await expect(answer).rejects.toThrow('Exceeded maximum execution time');
    const state = await preview.state();
    expect(state).toMatchObject({ world: world + 1, executions: [], triggers: [] });
    expect(await progress()).toMatchObject({ state: 'idle' });
  });

  it('shows every request in the log of executions', async () => {
    await preview.connect();
    await preview.call('startRefresh', { briefOnly: true });
    const { executions } = await preview.state();
    const run = executions.find(({ function: name }) => name === 'startRefresh');
    expect(run?.requests).toContainEqual({ method: 'crm.item.list', answer: '200' });
    expect(run).toMatchObject({ person: 'owner', via: 'page', outcome: 'returned', error: null });
  });

  it.each([
    ['denied', 'Портал'],
    ['revoked', 'Вебхук'],
    ['badGateway', 'портал'],
    ['reset', 'портал'],
  ] as const)('fails with a sentence where the portal has the fault %s', async (fault, word) => {
    await preview.connect();
    await preview.control({ fault, speed: 1_000 });
    await preview.call('startRefresh', { briefOnly: false });
    const { state, message } = await progress();
    expect([state, message.toLowerCase().includes(word.toLowerCase())]).toEqual(['failed', true]);
  });
});
