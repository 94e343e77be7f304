/** Addresses that look like a webhook: refused without a request, or taken in one form that every reader understands alike. */
import { connect, type World } from '../../../world/make-world';
import { answering, OWNER, type WireRequest } from '../../../simulator';
import { worldOfThree } from '../../../world/people';
import { holds } from '../../support/leaks';
import { ownersKey, SECRET } from './try-exceptions';

const S = 'looka1ike0secret';
const MASK = '********';

/** Refused; the mask of another portal, user or scheme among them. */
const REFUSED = [
  ...[`http://localhost@evil.example/rest/1/${S}/`, `https://demo.bitrix24.ru@evil.example/rest/1/${S}/`],
  ...[`https://user:pass@demo.bitrix24.ru/rest/1/${S}/`, `https://@demo.bitrix24.ru/rest/1/${S}/`],
  ...[`https://evil.example/rest/1/${MASK}/`, `https://demo.bitrix24.ru/rest/2/${MASK}/`],
  ...[`http://demo.bitrix24.ru/rest/1/${MASK}/`, `https://demo.bitrix24.ru:8443/rest/1/${MASK}/`],
  ...[`https://demo.bitrix24.ru/rest/1/${MASK}`, `https://DEMO.bitrix24.ru/rest/1/${MASK}/`],
  ...[` https://demo.bitrix24.ru/rest/1/${MASK}/`, `https://demo.bitrix24.ru./rest/1/${MASK}/`],
  ...[`https://demo.bitrix24.ru/rest/1/*******/`, `https://demo.bitrix24.ru/rest/1/*********/`],
  ...[`https://demo.bitrix24.ru/rest/api/1/${S}/`, `https://demo.bitrix24.ru/rest/1/${S}/../2/x/`],
  ...[`https://demo.bitrix24.ru/rest/1/../${S}/`, `https://demo.bitrix24.ru/x/../rest/1/${S}/`],
  ...[`https://demo.bitrix24.ru//rest/1/${S}/`, `https://demo.bitrix24.ru/rest//1/${S}/`],
  ...[`https://demo.bitrix24.ru/rest%2f1%2f${S}%2f`, `https://demo.bitrix24.ru/rest/1/${S}%2f..%2f/`],
  ...[
    `https://demo.bitrix24.ru%2f.evil.example/rest/1/${S}/`,
    `https://demo.bitrix24.ru%00.evil.example/rest/1/${S}/`,
  ],
  ...[`https://demo.bitrix24.ru\\.evil.example/rest/1/${S}/`, `https:\\\\demo.bitrix24.ru\\rest\\1\\${S}\\`],
  ...[`https://evil.example\\@demo.bitrix24.ru/rest/1/${S}/`, `https:demo.bitrix24.ru/rest/1/${S}/`],
  ...[
    `https:///demo.bitrix24.ru/rest/1/${S}/`,
    `//demo.bitrix24.ru/rest/1/${S}/`,
    `demo.bitrix24.ru/rest/1/${S}/`,
  ],
  ...[`HTTPS://demo.bitrix24.ru/rest/1/${S}/`, `ftp://demo.bitrix24.ru/rest/1/${S}/`],
  ...[`javascript://demo.bitrix24.ru/rest/1/${S}/`, `data:text/html,/rest/1/${S}/`, `file:///rest/1/${S}/`],
  ...[`http://demo.bitrix24.ru/rest/1/${S}/`, `http://127.0.0.1.evil.example/rest/1/${S}/`],
  ...[
    `http://localhost.evil.example/rest/1/${S}/`,
    `http://127.0.0.2/rest/1/${S}/`,
    `http://0.0.0.0/rest/1/${S}/`,
  ],
  ...[`http://2130706433/rest/1/${S}/`, `http://0x7f.1/rest/1/${S}/`, `http://017700000001/rest/1/${S}/`],
  ...[
    `https://[::ffff:7f00:1]/rest/1/${S}/`,
    `http://[0:0:0:0:0:0:0:1]/rest/1/${S}/`,
    `https://[::1%25eth0]/rest/1/${S}/`,
  ],
  ...[
    `https://[evil.example]/rest/1/${S}/`,
    `https://::1/rest/1/${S}/`,
    `https://demo.bitrix24.ru./rest/1/${S}/`,
  ],
  ...[
    `https://demo..bitrix24.ru/rest/1/${S}/`,
    `https://-demo.bitrix24.ru/rest/1/${S}/`,
    `https:///rest/1/${S}/`,
  ],
  ...[
    // Latin letters among Cyrillic ones.
    `https://дeмa.рф/rest/1/${S}/`,
    `https://demo.bіtrix24.ru/rest/1/${S}/`,
    `https://demo。bitrix24。ru/rest/1/${S}/`,
  ],
  ...[`https://demo.bitrix24.ru:0/rest/1/${S}/`, `https://demo.bitrix24.ru:65536/rest/1/${S}/`],
  ...[`https://demo.bitrix24.ru:/rest/1/${S}/`, `https://demo.bitrix24.ru:443:80/rest/1/${S}/`],
  ...[`https://demo.bitrix24.ru:٤٤٣/rest/1/${S}/`, `https://demo.bitrix24.ru: 443/rest/1/${S}/`],
  ...[
    `https://demo.bitrix24.ru/rest/1/${S}/?x=1`,
    `https://demo.bitrix24.ru/rest/1/${S}/#x`,
    `https://evil.example?demo.bitrix24.ru/rest/1/${S}/`,
  ],
  ...[
    `https://demo.bitrix24.ru/rest/-1/${S}/`,
    `https://demo.bitrix24.ru/rest/1e3/${S}/`,
    `https://demo.bitrix24.ru/rest/1/${S};x/`,
  ],
  ...[
    `https://demo.bitrix24.ru/rest/1/${S}/batch/x/`,
    `https://demo.bitrix24.ru/REST/1/${S}/`,
    `https://demo.bitrix24.ru/rest/1/${S}.json.php?`,
  ],
  ...[
    `https://demo.\tbitrix24.ru/rest/1/${S}/`,
    `https://demo.bitrix24.ru/rest/1/${S}/\nx`,
    `x\nhttps://demo.bitrix24.ru/rest/1/${S}/`,
  ],
  ...[
    `https://demo.bitrix24.ru/rest/1/${S}/\u0000`,
    `https://demo.bitrix24.ru/rest/1/\ufeff${S}/`,
    `https://demo.bitrix24.ru\u200b/rest/1/${S}/`,
  ],
  ...[`https://demo.bitrix24.ru/rest/1/${'a'.repeat(3_000)}/`, 'https://', '/', ' ', '********'],
];

/** Taken, and the one form of it that is used. */
const TAKEN: readonly (readonly [typed: string, base: string])[] = [
  [`https://other.example/rest/1/${S}/`, `https://other.example/rest/1/${S}/`],
  [`https://other.example/rest/1/${S}`, `https://other.example/rest/1/${S}/`],
  [`https://other.example/rest/1/${S}/profile.json`, `https://other.example/rest/1/${S}/`],
  [`https://OTHER.example:443/rest/1/${S}/crm.item.list/`, `https://other.example/rest/1/${S}/`],
  [`https://other.example:8443/rest/1/${S}/`, `https://other.example:8443/rest/1/${S}/`],
  [`https://xn--80ak6aa92e.com/rest/1/${S}/`, `https://xn--80ak6aa92e.com/rest/1/${S}/`],
  [`https://192.168.0.1/rest/1/${S}/`, `https://192.168.0.1/rest/1/${S}/`],
  [`http://127.0.0.1:8024/rest/1/${S}/`, `http://127.0.0.1:8024/rest/1/${S}/`],
  [`http://localhost:80/rest/1/${S}/`, `http://localhost/rest/1/${S}/`],
  [`http://[::1]:8024/rest/1/${S}/`, `http://[::1]:8024/rest/1/${S}/`],
];

export const ADDRESSES: readonly string[] = [...REFUSED, ...TAKEN.map(([typed]) => typed)];

interface Connected {
  readonly world: World;
  /** Where requests went. */
  readonly asked: string[];
}

function connectedWorld(): Connected {
  const asked: string[] = [];
  const http = answering(({ url }: WireRequest) => {
    asked.push(url);
    return { failure: 'dns' };
  });
  const world = worldOfThree({ portal: { secret: SECRET }, simulator: { http } });
  connect(world);
  return { world, asked };
}

/** One line for each address that is not treated as it should be. */
export function tryAddresses(): string[] {
  const { world, asked } = connectedWorld();
  const before = JSON.stringify(world.simulator.stored());
  const refused = REFUSED.flatMap((typed) => {
    const failures = answersOf(world, typed).filter((answer) => answer !== 'refused');
    if (asked.splice(0).length > 0) failures.push('something was asked');
    if (JSON.stringify(world.simulator.stored()) !== before) failures.push('something was stored');
    return failures.map((failure) => `${JSON.stringify(typed)}: ${failure}`);
  });
  return [...refused, ...TAKEN.flatMap(([typed, base]) => taken(typed, base))];
}

function taken(typed: string, base: string): string[] {
  const { world, asked } = connectedWorld();
  const failures = answersOf(world, typed).filter((answer) => answer !== 'taken');
  const kept = world.simulator.stored().find(({ store, key }) => `${store} ${key}` === ownersKey(world));
  if (kept?.value !== base) failures.push(`stored as ${String(kept?.value)}`);
  // The same reader that browsers and servers have must find the same host in what was typed.
  const { host, protocol } = new URL(typed);
  for (const url of asked) {
    const sent = new URL(url);
    if (sent.host !== host || sent.protocol !== protocol || !url.startsWith(base))
      failures.push(`asked ${url}`);
    if (holds(url, SECRET)) failures.push('the other webhook was sent to it');
  }
  if (asked.length === 0) failures.push('nothing was asked');
  return failures.map((failure) => `${typed}: ${failure}`);
}

/** What both page functions made of it. */
function answersOf({ simulator }: World, webhookUrl: string): string[] {
  const page = simulator.page(OWNER);
  const { problem, portal } = page.call('testConnection', { webhookUrl }) as {
    problem: string | null;
    portal: string;
  };
  const saved = page.call('saveSettings', { webhookUrl }) as { ok: boolean; errors?: Record<string, string> };
  return [
    portal === '' && problem !== null ? 'refused' : 'taken',
    !saved.ok && saved.errors?.['webhookUrl'] !== undefined ? 'refused' : 'taken',
  ];
}
