/** What everybody at a spreadsheet knows of the portal's fields, with a webhook of his own or without. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { MINUTE, page, worldOfThree } from '../../world/people';
import { refreshed } from '../../world/scenario';
import { documentKeys } from '../../src/settings/property-keys';
import type { PageFacts } from '../../src/state/page-facts';
import {
  ACCEPTED_AT,
  CONTRACT_NUMBER,
  DELIVERY_DATES,
  PAYMENT_DATE,
  SHIPMENT_DATE,
} from '../../portal/data/a-portal';
import { OWNER, PlatformException } from '../../simulator';
import { userOf } from './support/workbook';

/** What stands in the settings page that this person opens. */
function factsOf(world: World, user = COLLEAGUE): PageFacts {
  expect(world.simulator.run({ function: 'showSettings', user, via: 'menu' }).error).toBeNull();
  const content = world.simulator.screen(user).sidebar?.content ?? '';
  const json = /<script type="application\/json">(.*?)<\/script>$/.exec(content)?.[1] ?? '';
  return JSON.parse(json) as PageFacts;
}

const titlesOf = (world: World, user?: string): string[] =>
  factsOf(world, user).fields.map(({ title }) => title);

const DATES = ['Дата отгрузки', 'Дата оплаты', 'Принят бухгалтерией'];
const OTHERS = ['Даты поставок', 'Номер договора'];
const TITLES = [...DATES, ...OTHERS];

describe('The titles of fields', () => {
  it('are known to a colleague once the owner has tested his connection, and to the owner before it', () => {
    const world = worldOfThree();
    page(world).call('testConnection', { webhookUrl: world.webhookUrl });
    expect(titlesOf(world)).toEqual([]);
    connect(world);
    page(world).call('testConnection', {});
    expect(factsOf(world).zone).toBe('Europe/Moscow');
    expect(factsOf(world).fields).toEqual([
      { name: SHIPMENT_DATE, title: DATES[0], type: 'date' },
      { name: PAYMENT_DATE, title: DATES[1], type: 'date' },
      { name: ACCEPTED_AT, title: DATES[2], type: 'datetime' },
      { name: DELIVERY_DATES, title: OTHERS[0], type: 'date[]' },
      { name: CONTRACT_NUMBER, title: OTHERS[1], type: 'string' },
    ]);
    expect(titlesOf(world, OWNER)).toEqual(TITLES);
  });

  it('are known after a refresh that asked for them, and follow the portal', () => {
    const world = worldOfThree();
    connect(world, { paymentDateField: PAYMENT_DATE, cacheTtlSeconds: 0 });
    refreshed(world);
    expect(titlesOf(world)).toEqual(TITLES);
    world.data.addUserField({ name: 'UF_CRM_SIGNED', type: 'date', title: 'Подписан', multiple: false });
    refreshed(world);
    expect(titlesOf(world)).toEqual([...DATES, 'Подписан', ...OTHERS]);
  });

  it('let a colleague choose a field, though he has no webhook', () => {
    const world = worldOfThree();
    connect(world, { paymentDateField: PAYMENT_DATE });
    refreshed(world);
    const [, , accepted] = factsOf(world).fields;
    const answer = page(world, COLLEAGUE).call('saveSettings', { shipmentDateField: accepted?.name });
    expect(answer).toMatchObject({ ok: true, settings: { shipmentDateField: ACCEPTED_AT } });
    refreshed(world);
  });

  it('stay with another webhook of the same portal, and go with another portal or with the connection', () => {
    const world = worldOfThree();
    const known = () => {
      connect(world, { paymentDateField: PAYMENT_DATE });
      page(world).call('testConnection', {});
      return titlesOf(world);
    };
    expect(known()).toEqual(TITLES);
    const save = (webhookUrl: string) => page(world, COLLEAGUE).call('saveSettings', { webhookUrl });
    save('https://demo.bitrix24.ru/rest/9/another9s3cret/');
    expect(titlesOf(world)).toEqual(TITLES);
    save('https://other.bitrix24.ru/rest/9/another9s3cret/');
    expect(titlesOf(world)).toEqual([]);
    expect(known()).toEqual(TITLES);
    page(world).call('saveSettings', { webhookUrl: '' });
    expect([titlesOf(world), world.simulator.stored().map(({ key }) => key)]).toEqual([
      [],
      expect.not.arrayContaining([documentKeys.dateFields]),
    ]);
  });

  it('that tell the secret of the webhook are kept nowhere', () => {
    const world = worldOfThree();
    const secret = /\/rest\/\d+\/(\w+)\//.exec(world.webhookUrl)?.[1] ?? '';
    world.data.addUserField({ name: 'UF_CRM_TOLD', type: 'date', title: `Код ${secret}`, multiple: false });
    connect(world);
    page(world).call('testConnection', {});
    expect(titlesOf(world)).toEqual(TITLES);
  });

  it('that want to be markup stay texts', () => {
    const world = worldOfThree();
    const title = '</script><script>alert(1)//</script><!-- /* */';
    world.data.addUserField({ name: 'UF_CRM_MARKUP', type: 'date', title, multiple: false });
    connect(world);
    page(world).call('testConnection', {});
    expect(titlesOf(world)).toEqual([...DATES, title, ...OTHERS]);
  });

  it('that cannot be put into the page leave it as it is', () => {
    const world = worldOfThree();
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member === 'HtmlOutput.append') throw new PlatformException('Service failed');
      },
    };
    world.simulator.run({ function: 'showSettings', user: COLLEAGUE, via: 'menu' });
    expect(world.simulator.screen(COLLEAGUE).sidebar?.content).toMatch(/^<!doctype html>/);
  });
});

describe('Who changed the settings', () => {
  const told = (world: World, user: string) =>
    factsOf(world, user).changes.map(({ at, by, names }) => `${at.slice(11, 16)} ${by}: ${names.join(' ')}`);

  it('is told to everybody, with what, when, and no more of the person than may be known', () => {
    const world = worldOfThree();
    connect(world, { paymentDateField: PAYMENT_DATE });
    refreshed(world);
    world.clock.advance(MINUTE);
    const change = { period: { preset: 'month', from: null, to: null }, scheduleHours: 4 };
    page(world, COLLEAGUE).call('saveSettings', change);
    page(world, COLLEAGUE).call('saveSettings', change);
    expect(told(world, OWNER)).toEqual([
      '09:01 другой пользователь: period scheduleHours',
      '09:00 вы: webhookUrl paymentDateField',
    ]);
    expect(told(world, COLLEAGUE)).toEqual([
      '09:01 вы: period scheduleHours',
      '09:00 Анна Смирнова: webhookUrl paymentDateField',
    ]);
    expect(told(world, 'third@example.com')[0]).toBe('09:01 другой пользователь: period scheduleHours');
  });

  it('is no reason to refuse saving where it cannot be noted', () => {
    const world = worldOfThree();
    connect(world);
    world.simulator.hooks = {
      before: ({ member, args }) => {
        if (member === 'Properties.setProperty' && args[0] === documentKeys.changes)
          throw new PlatformException('Service failed');
      },
    };
    expect(page(world, COLLEAGUE).call('saveSettings', { scheduleHours: 4 })).toMatchObject({ ok: true });
    expect(told(world, COLLEAGUE)).toEqual(['09:00 другой пользователь: webhookUrl']);
  });
});

describe('That a connection is broken', () => {
  it('is told to a colleague at once, in the words in which his request would be refused', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    world.portal.change({ revoked: true });
    for (let failure = 0; failure < 3; failure += 1) {
      expect(factsOf(world).refusal).toBeNull();
      page(world).call('startRefresh', {});
    }
    const refusal =
      'Подключение не работает с 20.05.2026. Сообщите владельцу (Анна Смирнова) или подключите свой вебхук.';
    expect([factsOf(world).refusal, factsOf(world, OWNER).refusal]).toEqual([refusal, null]);
    expect(page(world, COLLEAGUE).call('startRefresh', {})).toEqual({
      accepted: 'refused',
      message: refusal,
    });
  });
});

describe('A sheet of somebody else’s under a name of the report', () => {
  it('is known by its name, in whatever case, until it is renamed', () => {
    const world = worldOfThree();
    const user = userOf(world);
    expect(factsOf(world, OWNER).taken).toEqual({});
    user.addSheet('ДОЛГИ');
    user.addSheet('НДС (создаётся)');
    user.enter('НДС (создаётся)', 'A1', 'моё');
    expect(factsOf(world, OWNER).taken).toEqual({ debts: 'ДОЛГИ', vat: 'НДС (создаётся)' });
    user.rename('ДОЛГИ', 'Мои долги');
    expect(factsOf(world).taken).toEqual({ vat: 'НДС (создаётся)' });
  });

  it('is not worth a page: it opens without this knowledge where the sheets cannot be seen', () => {
    const world = worldOfThree();
    userOf(world).addSheet('Долги');
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member === 'Spreadsheet.getSheets') throw new PlatformException('Service failed');
      },
    };
    expect(factsOf(world, OWNER)).toMatchObject({ taken: {}, zone: 'Europe/Moscow' });
  });
});
