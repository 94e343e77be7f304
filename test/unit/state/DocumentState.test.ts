/** What executions tell each other through the document's properties. */
import { DocumentState } from '../../../src/state/DocumentState';
import { documentKeys, historyKey } from '../../../src/settings/property-keys';
import { finishedRun, NO_RUN, type Run } from '../../../src/state/run';
import type { StoredValue } from '../../../src/state/StoredValue';
import { FakePropertyStore } from '../../support/FakePropertyStore';

describe('a document without properties', () => {
  it('has no run, no history, no request, and the epoch 0', () => {
    const state = new DocumentState(new FakePropertyStore());
    expect([state.run(), state.history(), state.request.get(), state.epoch()]).toEqual([NO_RUN, [], null, 0]);
    expect([state.portal.get(), state.lastReport.get(), state.isHalfWritten()]).toEqual([null, null, false]);
  });
});

describe('a document with damaged properties', () => {
  it.each(['', '{', '[]', 'null', '{"state":"running"}', '[{"state":1}]'])(
    'is one without them: %j',
    (text) => {
      const properties = new FakePropertyStore();
      const keys = [...Object.values(documentKeys), historyKey(0), historyKey(19)];
      for (const key of keys) properties.setProperty(key, text);
      const state = new DocumentState(properties);
      expect([state.run(), state.history(), state.request.get(), state.epoch()]).toEqual([
        NO_RUN,
        [],
        null,
        0,
      ]);
      expect([state.portal.get(), state.lastReport.get()]).toEqual([null, null]);
    },
  );

  it.each([null, {}, { level: 'full', at: 0, pace: 1 }, { level: 0, at: 0 }])(
    'forgets a portal whose bucket is %j',
    (bucket) => {
      const properties = new FakePropertyStore();
      const portal = {
        connection: 'c',
        bucket,
        ownerLists: 'taken',
        ownerListsUntil: 0,
        arrays: 50,
        arraysUntil: 0,
      };
      properties.setProperty(documentKeys.portal, JSON.stringify(portal));
      expect(new DocumentState(properties).portal.get()).toBeNull();
    },
  );
});

describe('a time', () => {
  const times = ['lastSuccess', 'lastBrief', 'connectedAt'] as const;
  const moments = ['tickAt', 'writePace', 'putOff'] as const;

  it.each([...times, ...moments])('of %s is read as it was set, and as nothing before', (name) => {
    const state = new DocumentState(new FakePropertyStore());
    expect(state[name].get()).toBeNull();
    const value = times.some((time) => time === name) ? '2026-05-20T09:00:00.000Z' : 1_779_267_600_000;
    (state[name] as StoredValue<unknown>).set(value);
    expect(state[name].get()).toBe(value);
  });

  it.each([
    ...times.flatMap((name) => ['"yesterday"', '""', '2026', 'true'].map((text) => [name, text] as const)),
    ...moments.flatMap((name) =>
      ['"2026"', '"2026-05-20T09:00:00Z"', 'true', '{}'].map((text) => [name, text] as const),
    ),
  ])('of %s that somebody has edited by hand to %s is none', (name, text) => {
    const properties = new FakePropertyStore();
    properties.setProperty(documentKeys[name], text);
    expect(new DocumentState(properties)[name].get()).toBeNull();
  });

  it.each([
    '{}',
    '{"brief":""}',
    '{"detail":""}',
    '{"brief":"","detail":0}',
    '{"brief":"","detail":"","vat":0}',
  ])('at which the cells changed is none, and the report is forgotten with it: %s', (changedAt) => {
    const properties = new FakePropertyStore();
    const text = `{"settings":"{}","invoices":1,"changedAt":${changedAt}}`;
    properties.setProperty(documentKeys.lastReport, text);
    expect(new DocumentState(properties).lastReport.get()).toBeNull();
  });
});

describe('the start that the schedule counts from', () => {
  const startedAt = '2026-05-20T09:00:00.000Z';

  it.each(['failed', 'done'] as const)('is not lost with a run that %s without a time', (ending) => {
    const state = new DocumentState(new FakePropertyStore());
    const first: Run = { ...NO_RUN, state: 'done', startedAt, finishedAt: startedAt };
    state.saveRun(first, finishedRun(first));
    const timeless: Run = { ...NO_RUN, state: ending };
    state.saveRun(timeless, finishedRun(timeless));
    expect([state.lastStart(), state.lastSuccess.get()]).toEqual([startedAt, startedAt]);
  });
});

describe('sheets that were being written', () => {
  it('are known to be half old and half new until somebody says that they are whole', () => {
    const properties = new FakePropertyStore();
    properties.setProperty(documentKeys.writing, '');
    expect(new DocumentState(properties).isHalfWritten()).toBe(true);
    properties.deleteProperty(documentKeys.writing);
    expect(new DocumentState(properties).isHalfWritten()).toBe(false);
  });
});

describe('a wish to end a run', () => {
  it('is for that run only, and can be forgotten', () => {
    const state = new DocumentState(new FakePropertyStore());
    state.askToCancel('run-1');
    expect([state.isCancelAsked('run-1'), state.isCancelAsked('run-2'), state.isCancelAsked('')]).toEqual([
      true,
      false,
      false,
    ]);
    state.forgetCancel();
    expect(state.isCancelAsked('run-1')).toBe(false);
  });
});

describe('the epoch', () => {
  it('rises by one', () => {
    const state = new DocumentState(new FakePropertyStore());
    state.raiseEpoch();
    state.raiseEpoch();
    expect(state.epoch()).toBe(2);
  });
});
