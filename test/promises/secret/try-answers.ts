/** The portal says the secret in codes, descriptions, pages, addresses and names: no message and no log repeats it. */
import { connect, type World } from '../../../world/make-world';
import { htmlFault, redirectTo, restFault, type Fault } from '../../../portal/faults';
import { OWNER } from '../../../simulator';
import { worldOfThree } from '../../../world/people';
import { holds } from '../../support/leaks';
import { tellingTexts } from './telling-texts';
import { connectedWorld, SECRET } from './try-exceptions';

const statuses = [200, 400, 401, 403, 404, 429, 500, 503];
const UPPER = SECRET.toUpperCase();

/** A portal's refusal made of a telling text. */
function faultOf(text: string, address: string, number: number): Fault {
  const status = statuses[number % statuses.length] ?? 400;
  const faults: readonly Fault[] = [
    restFault(status, UPPER, text),
    restFault(status, `ERROR_${UPPER}`, text),
    restFault(status, UPPER.slice(0, 10), ''),
    restFault(status, text, text),
    restFault(status, '', `Access denied. ${text}`),
    restFault(status, 'ERROR_ARGUMENT', text),
    htmlFault(status, text),
    redirectTo(`https://${SECRET}.evil.example/rest/`),
    redirectTo(address.replace('demo.', 'evil.')),
    redirectTo(`https://demo.bitrix24.ru@${SECRET}/`),
    redirectTo(text.replace(/[\r\n]/g, '')),
  ];
  return faults[number % faults.length] as Fault;
}

/** More would use up a day's quota of properties. */
const TRIES_PER_WORLD = 150;

interface Messages {
  readonly message: string;
  readonly problem?: string | null;
}

/** One line for each message or log line that repeats the secret. */
export function tryAnswers(seed: number, count: number): string[] {
  let world = connectedWorld();
  const failures = tellingTexts(world.webhookUrl, seed, count).flatMap((text, index) => {
    if (index % TRIES_PER_WORLD === 0) world = connectedWorld();
    const fault = faultOf(text, world.webhookUrl, seed + index);
    world.portal.change({ faults: () => fault });
    const told = said(world, index % 3);
    world.clock.sleep(1_000);
    return told.filter((line) => holds(line, SECRET)).map((line) => `${JSON.stringify(text)}: ${line}`);
  });
  return [...failures, ...tryNames()];
}

/** Everything but the values that a page gets to show as such. */
function said(world: World, kind: number): string[] {
  const { simulator } = world;
  simulator.disclosures.length = 0;
  const page = simulator.page(OWNER);
  const lines: string[] = [];
  if (kind === 0) {
    const { problem } = page.call('testConnection', {}) as Messages;
    lines.push(problem ?? '');
  }
  if (kind === 1) lines.push((page.call('startRefresh', {}) as Messages).message);
  if (kind === 2) simulator.run({ function: 'refreshReport', via: 'menu' });
  lines.push((page.call('getProgress') as Messages).message);
  const { owner, runs } = page.call('getStatus') as { owner: string | null; runs: readonly Messages[] };
  lines.push(owner ?? '', ...runs.map(({ message }) => message));
  const spoken = simulator.disclosures.filter(({ channel }) => channel !== 'page');
  return [...lines, ...spoken.map(({ channel, text }) => `${channel}: ${text}`)];
}

/** The secret as the name of the webhook's user, the number of an invoice and the title of a field. */
function tryNames(): string[] {
  return [SECRET, UPPER, `Анна ${SECRET.slice(2, 14)}`].flatMap((name) => {
    const world = worldOfThree({ portal: { secret: SECRET, user: { name, lastName: '' } } });
    const field = 'UF_CRM_NAMED';
    world.data.addUserField({ name: field, type: 'date', title: name, multiple: true });
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: name });
    world.data.changeCompany(4, { TITLE: 'x'.repeat(60_000) });
    connect(world);
    const done = said(world, 2);
    connect(world, { periodField: field });
    const failed = said(world, 1);
    return [...done, ...failed]
      .filter((line) => holds(line, SECRET))
      .map((line) => `${JSON.stringify(name)} as a name: ${line.slice(0, 200)}`);
  });
}
