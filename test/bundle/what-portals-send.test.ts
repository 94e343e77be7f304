/** What people's portals put before, around and in the place of an answer. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { aPortal, PAYMENT_DATE } from '../../portal/data/a-portal';
import * as faults from '../../portal/faults';
import type { Fault } from '../../portal/faults';
import {
  answering,
  inRussian,
  OWNER,
  Project,
  type Hooks,
  type Manifest,
  type ProjectFiles,
  type SimulatorOptions,
  type WireFailure,
} from '../../simulator';
import { errorTexts } from '../../src/texts/error-texts';
import { holds } from '../support/leaks';
import { aWorld } from '../../world/a-world';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

function anOffice(options: WorldOptions = {}): World {
  const compose = (clock: World['clock']) =>
    aPortal(clock)
      .withCompany({ ID: 4, TITLE: 'Альфа' })
      .withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' })
      .withInvoice({ ID: 1, COMPANY_ID: 4, link: 1, [PAYMENT_DATE]: '2026-05-12', rows: [{}, {}] })
      .withInvoice({ ID: 2, COMPANY_ID: 4, rows: [{ PRODUCT_NAME: 'Стол' }] }).data;
  const world = aWorld(compose, options);
  world.clock.advance(60_000);
  connect(world, { paymentDateField: PAYMENT_DATE });
  return world;
}

/** A built project's files by name. */
const filesOf = (folder: string): ProjectFiles =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
const manifestOf = (folder: string): Manifest =>
  JSON.parse(filesOf(folder)['appsscript.json'] ?? '') as Manifest;

const pictureOf = (world: World): string[] => {
  refreshed(world);
  return Object.entries(picture(world)).flatMap(([name, cells]) => [name, ...cells]);
};

describe('A portal', () => {
  const plain = anOffice();
  const expected = pictureOf(plain);
  const requests = plain.portal.requests.length;

  it.each<[string, Fault, WorldOptions['simulator']]>([
    ['whose files begin with a byte order mark', faults.behindByteOrderMark, {}],
    ['the same where Google takes it off', faults.behindByteOrderMark, { byteOrderMark: 'removed' }],
    ['that prints a notice of PHP before its answers', faults.behindNotice, {}],
    ['behind a gateway that writes `error: null`', faults.besideNoError, {}],
  ])('%s gives the right report for as many requests', (_, fault, simulator) => {
    const world = anOffice({ portal: { faults: () => fault }, simulator: simulator ?? {} });
    expect(pictureOf(world)).toEqual(expected);
    expect(world.portal.requests).toHaveLength(requests);
  });

  it.each<[string, Fault, string, number]>([
    ['whose shield refuses in plain text', faults.shielded, errorTexts.blocked(403), 1],
    [
      'whose web server asks for a password',
      faults.htmlFault(401, 'Authorization Required'),
      errorTexts.blocked(401),
      1,
    ],
    ['whose gateway refuses in JSON of its own', faults.refusedByGateway, errorTexts.blocked(403), 1],
    [
      'whose public part is closed',
      faults.restFault(500, 'PORTAL_DELETED', 'x'),
      errorTexts.portalClosed(),
      1,
    ],
    ['that cannot tell who asks', faults.restFault(401, 'ERROR_OAUTH', 'x'), errorTexts.unauthorized(), 2],
  ])('%s is believed at once, and the sheets stay', (_, fault, message, asked) => {
    const world = anOffice();
    const before = pictureOf(world);
    const known = world.portal.requests.length;
    world.portal.change({ faults: () => fault });
    startOnce(world);
    expect(progressOf(world)).toMatchObject({ state: 'failed', message });
    // The two questions that the list is asked first go together.
    const first = world.portal.requests.slice(known).filter(({ method }) => method === 'crm.item.list');
    expect(first).toHaveLength(2 * asked);
    expect(Object.entries(picture(world)).flatMap(([name, cells]) => [name, ...cells])).toEqual(before);
  });
});

/**
 * Google's own failures, by what the wire does, the manifest lists or the person has granted; with how often is asked
 * where that is not a matter of patience.
 */
describe('What Google throws', () => {
  const unlisted = new Project({
    ...filesOf('dist'),
    'appsscript.json': JSON.stringify({
      ...manifestOf('dist'),
      urlFetchWhitelist: ['https://other.example/'],
    }),
  });
  const failing = (failure: WireFailure) => ({ http: answering(() => ({ failure })) });
  const FAILURES: readonly (readonly [string, Partial<SimulatorOptions>, string, number | null])[] = [
    ['a certificate that nobody vouches for', failing('tls'), errorTexts.tls(), 2],
    ['a host that is not there', failing('dns'), errorTexts.dns(), null],
    ['silence', failing('timeout'), errorTexts.timeout(), null],
    ['a closed port', failing('refused'), errorTexts.unreachable(), null],
    ['an address outside the manifest’s list', { project: unlisted }, errorTexts.notListed(), 1],
  ];

  describe.each([
    ['its own Error', false],
    ['another world', true],
  ])('as %s', (_, exceptionsAreForeign) => {
    it.each(FAILURES)(
      'for %s is told in the right words, without the address',
      (__, options, message, waves) => {
        for (const translate of [(text: string) => text, inRussian]) {
          const world = anOffice({ simulator: { ...options, exceptionsAreForeign, translate } });
          const { ledger } = startOnce(world);
          expect(progressOf(world)).toMatchObject({ state: 'failed', message });
          const sent = ledger.of('UrlFetchApp.fetchAll');
          expect(sent).toBe(waves ?? Math.max(sent, 2));
          const secret = world.webhookUrl.split('/')[5] ?? '';
          expect(world.simulator.disclosures.filter(({ text }) => holds(text, secret))).toEqual([]);
        }
      },
    );

    it('for want of consent asks for it', () => {
      const grantedScopes = (manifestOf('dist').oauthScopes ?? []).filter(
        (scope) => !scope.endsWith('external_request'),
      );
      let hasTakenItBack = false;
      const people = {
        get [OWNER]() {
          return hasTakenItBack ? { grantedScopes } : {};
        },
      };
      const world = anOffice({ simulator: { exceptionsAreForeign, people } });
      hasTakenItBack = true;
      const { error } = startOnce(world);
      expect(`${error?.message ?? ''} ${progressOf(world).message}`).toContain(
        'Google просит разрешить доступ',
      );
    });
  });
});

describe('A webhook as people paste it', () => {
  it.each([
    ['\u00a0https://портал.рф', 'https://xn--80awhdgm.xn--p1ai'],
    ['\r\nhttps://ПОРТАЛ.РФ', 'https://xn--80awhdgm.xn--p1ai'],
    ['\u200bhttps://my_portal.company.local', 'https://my_portal.company.local'],
  ])('%j is asked at %s, and its mask keeps it', (start, origin) => {
    const asked: string[] = [];
    const before: Hooks['before'] = ({ member, args }) => {
      if (member === 'UrlFetchApp.fetchAll')
        asked.push(...(args[0] as { url: string }[]).map(({ url }) => url));
    };
    const world = anOffice({ simulator: { hooks: { before } } });
    const page = world.simulator.page(OWNER);
    const { webhookPath } = world.portal;
    const mask = `${origin}/rest/1/********/`;
    const saved = { ok: true, settings: { webhookUrl: mask } };
    expect(page.call('saveSettings', { webhookUrl: `${start}${webhookPath} \n` })).toMatchObject(saved);
    expect(page.call('saveSettings', { webhookUrl: mask })).toMatchObject(saved);
    refreshed(world);
    expect(asked.filter((url) => !url.startsWith(origin + webhookPath))).toEqual([]);
    expect(page.call('testConnection', { webhookUrl: mask })).toMatchObject({ ok: true });
  });
});
