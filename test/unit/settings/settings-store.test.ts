/** Where settings lie, and what is read back of them. */
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { handIn, SharedSpreadsheet, UNTOUCHED_VIEW } from '../../support/settings-people';

const WEBHOOK = 'https://demo.bitrix24.ru/rest/17/s3cret/';
const MASK = 'https://demo.bitrix24.ru/rest/17/********/';

describe('settings', () => {
  it('are the defaults in a new spreadsheet, and reading them writes nothing', () => {
    const spreadsheet = new SharedSpreadsheet();
    const anna = spreadsheet.openedBy('anna');

    expect(anna.store.view()).toEqual(UNTOUCHED_VIEW);
    expect(anna.store.people.isOwner()).toBe(false);
    expect(anna.store.people.owner()).toBeNull();
    expect(spreadsheet.document.getProperties()).toEqual({});
    expect(anna.user.getProperties()).toEqual({});
  });

  it('belong to the document: what one person saves, another reads', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];

    handIn(anna, { scheduleHours: 6, period: { preset: 'custom', from: '2024-01-01', to: '2024-01-31' } });
    handIn(boris, { excludeFailed: false });

    expect(anna.store.view()).toEqual({
      ...UNTOUCHED_VIEW,
      scheduleHours: 6,
      period: { preset: 'custom', from: '2024-01-01', to: '2024-01-31' },
      excludeFailed: false,
    });
  });

  it('show the webhook masked, and to its owner only', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];

    handIn(anna, { webhookUrl: WEBHOOK });

    expect(anna.store.view().webhookUrl).toBe(MASK);
    expect(boris.store.view().webhookUrl).toBe('');
    expect(anna.store.webhook()?.base).toBe(WEBHOOK);
    expect(boris.store.webhook()).toBeNull();
  });

  it("keep the webhook's secret out of the document's properties", () => {
    const spreadsheet = new SharedSpreadsheet();
    handIn(spreadsheet.openedBy('anna'), { webhookUrl: WEBHOOK, scheduleHours: 1 });

    expect(JSON.stringify(spreadsheet.document.getProperties())).not.toContain('s3cret');
  });

  it("keep a person's own things under keys that begin with the spreadsheet's id", () => {
    const anna = new SharedSpreadsheet('1a2B').openedBy('anna');
    handIn(anna, { webhookUrl: WEBHOOK });

    expect(anna.user.getProperties()).toEqual({ '1a2B:webhook': WEBHOOK, '1a2B:identity': 'anna-id' });
  });

  it('read the webhook that an earlier version has stored, as the plain text of its address', () => {
    const spreadsheet = new SharedSpreadsheet();
    spreadsheet.document.setProperty('owner', '{"id":"anna-id","name":"Анна"}');
    const anna = spreadsheet.openedBy('anna');
    anna.user.setProperties({ 'SHEET:webhook': WEBHOOK, 'SHEET:identity': 'anna-id' });

    expect(anna.store.webhook()?.base).toBe(WEBHOOK);
    handIn(anna, { ...anna.store.view() });
    expect(anna.user.getProperty('SHEET:webhook')).toBe(WEBHOOK);
  });

  it('of two spreadsheets of one person do not mix', () => {
    const [first, second] = [new SharedSpreadsheet('FIRST'), new SharedSpreadsheet('SECOND')];
    const annaInFirst = first.openedBy('anna');
    const annaInSecond = second.openedBy('anna', annaInFirst.user);

    handIn(annaInFirst, { webhookUrl: WEBHOOK });

    expect(annaInSecond.store.view()).toEqual(UNTOUCHED_VIEW);
    handIn(annaInSecond, { webhookUrl: 'https://a.b/rest/1/0ther/' });
    expect(annaInFirst.store.webhook()?.base).toBe(WEBHOOK);
  });

  it('survive the round trip of a view through the page', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: WEBHOOK, cacheTtlSeconds: 0 });
    const before = anna.store.view();

    handIn(anna, { ...before });

    expect(anna.store.view()).toEqual(before);
    expect(anna.store.webhook()?.base).toBe(WEBHOOK);
  });
});

describe('damaged properties', () => {
  it.each(['', '{', 'null', '[]', '"text"', '{"period":null}', '{"scheduleHours":"6","foo":1}'])(
    'with %j for settings read as the defaults',
    (text) => {
      const spreadsheet = new SharedSpreadsheet();
      spreadsheet.document.setProperty('settings', text);
      expect(spreadsheet.openedBy('anna').store.settings()).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('lose no setting that is still valid', () => {
    const spreadsheet = new SharedSpreadsheet();
    spreadsheet.document.setProperty('settings', '{"scheduleHours":6,"periodField":"nonsense"}');
    expect(spreadsheet.openedBy('anna').store.settings()).toEqual({ ...DEFAULT_SETTINGS, scheduleHours: 6 });
  });

  it.each(['', '{', 'null', '[]', '{}', '{"id":1}', '{"id":""}', '{"id":null,"name":"A"}'])(
    'with %j for the owner read as no connection',
    (text) => {
      const spreadsheet = new SharedSpreadsheet();
      const anna = spreadsheet.openedBy('anna');
      handIn(anna, { webhookUrl: WEBHOOK });
      spreadsheet.document.setProperty('owner', text);

      expect(anna.store.people.owner()).toBeNull();
      expect(anna.store.people.isOwner()).toBe(false);
      expect(anna.store.webhook()).toBeNull();
    },
  );

  it('with another address in place of the webhook read as no webhook', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: WEBHOOK });
    anna.user.setProperty('SHEET:webhook', 'https://demo.bitrix24.ru@evil.ru/rest/17/s3cret/');

    expect(anna.store.webhook()).toBeNull();
    expect(anna.store.view().webhookUrl).toBe('');
  });
});
