/** What executions tell each other through the document's properties. */
import { DocumentState } from '../../src/state/DocumentState';
import { documentKeys } from '../../src/settings/property-keys';
import { HISTORY_LENGTH, HISTORY_MESSAGE_LENGTH, NO_RUN, type RememberedRun } from '../../src/state/run';
import { FakePropertyStore } from '../support/FakePropertyStore';

const RUN: RememberedRun = {
  startedAt: '2026-05-20T09:00:00.000Z',
  finishedAt: '2026-05-20T09:00:05.000Z',
  by: '8b4f6f0e-7f43-4c9e-9a50-1d6c1c1a2b3c',
  how: 'schedule',
  state: 'cancelled',
  message: 'Готово.',
  invoices: 10_000,
  rows: 50_000,
  requests: 12_345,
  hits: 123_456,
  runningMilliseconds: 1_234_567,
};

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
      for (const key of Object.values(documentKeys)) properties.setProperty(key, text);
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
      const portal = { connection: 'c', bucket, ownerLists: 'taken', ownerListsUntil: 0 };
      properties.setProperty(documentKeys.portal, JSON.stringify(portal));
      expect(new DocumentState(properties).portal.get()).toBeNull();
    },
  );
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

describe('the history', () => {
  const filled = (message: string, runs: number): DocumentState => {
    const state = new DocumentState(new FakePropertyStore());
    for (let index = 0; index < runs; index++) state.addToHistory({ ...RUN, message, requests: index });
    return state;
  };

  it('has the last twenty runs, the newest first', () => {
    const history = filled('Готово.', 25).history();
    expect(history.map(({ requests }) => requests)).toEqual(
      Array.from({ length: HISTORY_LENGTH }, (_, index) => 24 - index),
    );
  });

  it('cuts a long message', () => {
    expect(filled('Я'.repeat(500), 1).history()[0]?.message).toBe('Я'.repeat(HISTORY_MESSAGE_LENGTH));
  });

  it.each(['Я', '漢', '😀', '"', '\u0007', '\ud800'])(
    'of twenty runs fits the property, whatever its messages are made of: %j',
    (letter) => {
      const history = filled(letter.repeat(500), 25).history();
      expect(history).toHaveLength(HISTORY_LENGTH);
      expect(history[0]).toMatchObject({ requests: 24, state: 'cancelled' });
    },
  );

  it('cuts messages no shorter than it must', () => {
    for (const { message } of filled('Я'.repeat(500), 20).history())
      expect(message.length).toBeGreaterThanOrEqual(80);
    for (const { message } of filled('Я'.repeat(100), 15).history()) expect(message).toHaveLength(100);
  });
});
