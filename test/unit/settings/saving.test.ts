/** How settings get into their properties, whatever the platform does meanwhile, and what is left where it refuses. */
import { FakePropertyStore } from '../../support/FakePropertyStore';
import { handIn, SharedSpreadsheet, type Person } from '../../support/settings-people';

const FIRST = 'https://demo.bitrix24.ru/rest/1/firsts3cret/';
const SECOND = 'https://demo.bitrix24.ru/rest/1/seconds3cret/';

/** Notes what is written and lets the next calls that set several properties fail. */
class NotedStore extends FakePropertyStore {
  failing = 0;

  constructor(
    private readonly name: string,
    readonly log: string[],
  ) {
    super();
  }

  override setProperty(key: string, value: unknown): this {
    this.log.push(`${this.name} ${key}`);
    return super.setProperty(key, value);
  }

  override setProperties(values: Readonly<Record<string, unknown>>): this {
    this.log.push(`${this.name} ${Object.keys(values).join(' and ')}`);
    this.failing -= 1;
    if (this.failing >= 0) throw new Error('Service unavailable: Properties');
    for (const [key, value] of Object.entries(values)) super.setProperty(key, value);
    return this;
  }

  override deleteProperty(key: string): this {
    this.log.push(`${this.name} without ${key}`);
    return super.deleteProperty(key);
  }
}

class NotedSpreadsheet extends SharedSpreadsheet {
  readonly log: string[] = [];
  override readonly document = new NotedStore('document:', this.log);

  person(name: string): Person {
    return this.openedBy(name, new NotedStore(`${name}:`, this.log));
  }
}

/** Anna, who has saved that; from then on everything is noted. */
function connected(webhookUrl: string | null) {
  const spreadsheet = new NotedSpreadsheet();
  const anna = spreadsheet.person('anna');
  if (webhookUrl !== null) handIn(anna, { webhookUrl });
  spreadsheet.log.length = 0;
  const all = () => ({ document: spreadsheet.document.getProperties(), anna: anna.user.getProperties() });
  return { spreadsheet, anna, all, log: spreadsheet.log, document: spreadsheet.document };
}

describe('saving', () => {
  it('writes the webhook before it is in use, and the document by one call', () => {
    const { anna, log } = connected(null);
    handIn(anna, { webhookUrl: FIRST });
    expect(log).toEqual(['anna: SHEET:identity', 'anna: SHEET:webhook', 'document: settings and owner']);
  });

  it.each([
    ['another setting', { scheduleHours: 6 }],
    ['an empty text, where there is no webhook', { webhookUrl: '' }],
  ])('of %s touches nothing that is a person’s', (_, input) => {
    const { anna, log } = connected(null);
    handIn(anna, input);
    expect(log).toEqual(['document: settings']);
  });

  it('of the same webhook again makes nobody the owner anew', () => {
    const { anna, log } = connected(FIRST);
    handIn(anna, { webhookUrl: FIRST });
    expect(log).toEqual(['anna: SHEET:webhook', 'document: settings']);
  });

  it('of a removal ends the connection first, and then forgets the webhook', () => {
    const { anna, all, log } = connected(FIRST);
    anna.user.setProperty('SHEET:checked', 'kept by an earlier version');
    log.length = 0;
    handIn(anna, { webhookUrl: '' });
    expect(log).toEqual([
      'document: settings and owner',
      'anna: without SHEET:webhook',
      'anna: without SHEET:checked',
    ]);
    expect([all().anna, all().document['owner']]).toEqual([{ 'SHEET:identity': 'anna-id' }, 'null']);
  });

  it('is tried a second time where the platform fails for a moment', () => {
    const { anna, document, log } = connected(null);
    document.failing = 1;
    handIn(anna, { scheduleHours: 6 });
    expect(anna.store.settings().scheduleHours).toBe(6);
    expect(log).toEqual(['document: settings', 'document: settings']);
  });
});

describe('saving that the platform refuses', () => {
  it.each([
    ['a first webhook', null, { webhookUrl: FIRST, scheduleHours: 6 }],
    ['another webhook', FIRST, { webhookUrl: SECOND, scheduleHours: 6 }],
    ['a removal', FIRST, { webhookUrl: '' }],
    ['another setting', FIRST, { scheduleHours: 6 }],
  ])('of %s says so and leaves all as it was', (_, before, input) => {
    const { anna, document, all } = connected(before);
    const [earlier, webhook] = [all(), anna.store.webhook()?.base];
    document.failing = 2;
    expect(() => {
      handIn(anna, input);
    }).toThrow('Service unavailable: Properties');
    const identity = before === null ? { 'SHEET:identity': 'anna-id' } : {};
    expect(all()).toEqual({ ...earlier, anna: { ...earlier.anna, ...identity } });
    expect(anna.store.webhook()?.base).toBe(webhook);
  });

  it.each([{ scheduleHours: 6 }, { webhookUrl: '' }])(
    'does not write the webhook anew where it was not to change: %j',
    (input) => {
      const { anna, document, log } = connected(FIRST);
      document.failing = 2;
      expect(() => {
        handIn(anna, input);
      }).toThrow();
      expect(log.filter((line) => line.startsWith('anna'))).toEqual([]);
    },
  );
});

describe('an identity', () => {
  it('that somebody has emptied by hand is made anew', () => {
    const { anna } = connected(FIRST);
    anna.user.setProperty('SHEET:identity', '');
    expect([anna.store.people.isOwner(), anna.store.people.personId(), anna.store.people.isOwner()]).toEqual([
      false,
      'anna-id',
      true,
    ]);
  });
});

describe('the owner', () => {
  /** Names Anna as the portal does. */
  function name({ store }: Person, as: string): void {
    const webhook = store.webhook();
    if (webhook === null) throw new Error('no webhook');
    store.people.nameOwner(as, webhook);
  }

  it('is not another person to himself before the portal has named him, and is named afterwards', () => {
    const { spreadsheet, anna } = connected(FIRST);
    const boris = spreadsheet.person('boris');
    boris.store.people.personId();
    const nameless = () =>
      [anna, boris].map(({ store }) => ['anna-id', 'boris-id'].map((id) => store.people.isNameless(id)));
    expect(nameless()).toEqual([
      [true, false],
      [false, false],
    ]);
    name(anna, 'Анна');
    expect(nameless().flat()).toEqual([false, false, false, false]);
  });

  it('is nobody in a new spreadsheet, whoever asks by whatever name', () => {
    const { anna } = connected(null);
    const { store } = anna;
    expect([
      store.people.isNameless(''),
      store.people.isNameless('anna-id'),
      store.people.shownName(''),
    ]).toEqual([false, false, 'другой пользователь']);
  });

  it('is written once for each name', () => {
    const { anna, log } = connected(FIRST);
    for (const as of ['', 'Анна', 'Анна', 'Анна Иванова']) name(anna, as);
    expect(log).toEqual(['document: owner', 'document: owner']);
    expect(anna.store.people.owner()).toEqual({ id: 'anna-id', name: 'Анна Иванова' });
  });

  it.each(['Анна\nИванова', 'Анна firsts3cret', 'firsts3cret', ' '.repeat(3)])(
    'has no name where the portal gives one that no sentence should quote: %j',
    (as) => {
      const { anna } = connected(FIRST);
      name(anna, 'Анна');
      name(anna, as);
      expect(anna.store.people.owner()).toEqual({ id: 'anna-id', name: '' });
    },
  );

  it('has no name where what is stored of it is no text', () => {
    const { anna, document } = connected(FIRST);
    document.setProperty('owner', '{"id":"anna-id","name":7}');
    expect([anna.store.people.owner(), anna.store.people.isNameless('anna-id')]).toEqual([
      { id: 'anna-id', name: '' },
      true,
    ]);
  });
});
