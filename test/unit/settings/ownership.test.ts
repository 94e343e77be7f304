/** Whose webhook is in use: how a person becomes the owner, ceases to be it, and what others read of him. */
import { handIn, SharedSpreadsheet } from '../../support/settings-people';
import { webhookAt } from '../../support/webhook-at';

const ANNAS = 'https://demo.bitrix24.ru/rest/1/annas3cret/';
const BORISS = 'https://demo.bitrix24.ru/rest/2/boriss3cret/';

describe('an identity', () => {
  it('is made once and stays', () => {
    const spreadsheet = new SharedSpreadsheet();
    const first = spreadsheet.openedBy('first');
    const second = spreadsheet.openedBy('second', first.user);

    expect(first.store.people.personId()).toBe('first-id');
    expect(second.store.people.personId()).toBe('first-id');
  });
});

describe('ownership', () => {
  it('comes with saving a webhook', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];

    handIn(anna, { webhookUrl: ANNAS });

    expect(anna.store.people.owner()).toEqual({ id: 'anna-id', name: '' });
    expect(anna.store.people.isOwner()).toBe(true);
    expect(boris.store.people.isOwner()).toBe(false);
  });

  it('does not come with saving anything else', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });

    handIn(boris, { ...boris.store.view(), scheduleHours: 2 });

    expect(anna.store.people.isOwner()).toBe(true);
    expect(anna.store.webhook()?.base).toBe(ANNAS);
    expect(boris.user.getProperties()).toEqual({});
  });

  it('passes to the next person who saves a webhook', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });

    handIn(boris, { webhookUrl: BORISS });

    expect(boris.store.people.isOwner()).toBe(true);
    expect(boris.store.webhook()?.base).toBe(BORISS);
    expect(anna.store.people.isOwner()).toBe(false);
    expect(anna.store.webhook()).toBeNull();
    expect(anna.store.view().webhookUrl).toBe('');
  });

  it('leaves a webhook behind, which the former owner can have forgotten', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });
    handIn(boris, { webhookUrl: BORISS });
    expect(anna.user.getProperty('SHEET:webhook')).toBe(ANNAS);

    anna.store.forgetOwnWebhook();

    expect(anna.user.getProperty('SHEET:webhook')).toBeNull();
    expect(boris.store.webhook()?.base).toBe(BORISS);
  });

  it('is not lost by a forgetting that comes to the wrong person', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: ANNAS });

    anna.store.forgetOwnWebhook();

    expect(anna.store.webhook()?.base).toBe(ANNAS);
  });

  it('ends when the owner removes his webhook, and the settings stay', () => {
    const spreadsheet = new SharedSpreadsheet();
    const anna = spreadsheet.openedBy('anna');
    handIn(anna, { webhookUrl: ANNAS, scheduleHours: 4 });

    handIn(anna, { webhookUrl: '' });

    expect(anna.store.people.owner()).toBeNull();
    expect(anna.user.getProperty('SHEET:webhook')).toBeNull();
    expect(anna.store.settings().scheduleHours).toBe(4);
  });

  it('does not end when a colleague hands in the empty text he was given', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });

    handIn(boris, { webhookUrl: '' });

    expect(anna.store.webhook()?.base).toBe(ANNAS);
  });

  it('does not end when a removal is saved by someone who is not the owner', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });

    boris.store.save(boris.store.settings(), { kind: 'removed' });

    expect(anna.store.webhook()?.base).toBe(ANNAS);
  });
});

describe("the owner's shown name", () => {
  it('is «другой пользователь» until the portal was asked', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: ANNAS });
    expect(anna.store.people.shownName('anna-id')).toBe('другой пользователь');
  });

  it('is what the portal calls him; anyone else is «другой пользователь»', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    handIn(anna, { webhookUrl: ANNAS });

    anna.store.people.nameOwner('Анна Иванова', webhookAt(ANNAS));

    expect(boris.store.people.shownName('anna-id')).toBe('Анна Иванова');
    expect(anna.store.people.shownName('boris-id')).toBe('другой пользователь');
    expect(anna.store.people.isOwner()).toBe(true);
  });

  it('cannot be given by anyone else', () => {
    const spreadsheet = new SharedSpreadsheet();
    const [anna, boris] = [spreadsheet.openedBy('anna'), spreadsheet.openedBy('boris')];
    boris.store.people.nameOwner('Борис', webhookAt(BORISS));
    expect(boris.store.people.owner()).toBeNull();
    handIn(anna, { webhookUrl: ANNAS });

    boris.store.people.nameOwner('Борис', webhookAt(BORISS));

    expect(anna.store.people.owner()).toEqual({ id: 'anna-id', name: '' });
  });

  it('is not what the portal called the user of a webhook that has been replaced meanwhile', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: BORISS });

    anna.store.people.nameOwner('Анна Иванова', webhookAt(ANNAS));

    expect(anna.store.people.owner()?.name).toBe('');
  });

  it('is forgotten with a new webhook and kept with the same one', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: ANNAS });
    anna.store.people.nameOwner('Анна Иванова', webhookAt(ANNAS));

    handIn(anna, { webhookUrl: ANNAS });
    expect(anna.store.people.owner()?.name).toBe('Анна Иванова');

    handIn(anna, { webhookUrl: BORISS });
    expect(anna.store.people.owner()?.name).toBe('');
  });

  it('fits its property whatever the portal calls him', () => {
    const anna = new SharedSpreadsheet().openedBy('anna');
    handIn(anna, { webhookUrl: ANNAS });

    anna.store.people.nameOwner('Я'.repeat(100_000), webhookAt(ANNAS));

    expect(anna.store.people.owner()?.name).toBe('Я'.repeat(200));
  });
});
