/** What executions tell each other through the document's properties. */
import { DocumentState } from '../../src/state/DocumentState';
import { documentKeys, historyKey } from '../../src/settings/property-keys';
import { NO_RUN } from '../../src/state/run';
import { FakePropertyStore } from '../support/FakePropertyStore';

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
