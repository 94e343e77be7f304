/** What pages are told of a portal whose names are hostile: the very texts, as plain JSON, and whole sentences. */
import { connect, type World } from '../../../world/make-world';
import { aPortal, DEFAULT_CATEGORY } from '../../../portal/data/a-portal';
import type { UserFieldName } from '../../../portal/data/records';
import { OWNER } from '../../../simulator';
import { aWorld } from '../../../world/a-world';
import { progressOf, startOnce } from '../../../world/scenario';
import { BRIEF } from '../../../world/sheets';
import { asText, quoted, WITH_HALVES } from '../../support/hostile/payloads';

interface ConnectionAnswer {
  readonly user: { readonly name: string };
  readonly fields: readonly { readonly name: string; readonly title: string }[];
  readonly stages: readonly { readonly name: string; readonly pipeline: string }[];
}

/** Pipelines of these tries, one for each payload. */
const FIRST_CATEGORY = DEFAULT_CATEGORY + 1;
/** A sentence is one plain line: nothing in it ends the line, hides or turns the rest. */
const UNFIT_FOR_A_SENTENCE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What still fits an alert. */
const LONGEST_SENTENCE = 300;

const fieldOf = (index: number): UserFieldName => `UF_CRM_HOSTILE_${index}`;

/** One portal with a field, a stage and a pipeline named like each payload; one line for each broken promise. */
export function tryNames(payloads: readonly string[]): string[] {
  const world = aWorld(
    (clock) => {
      const { data } = aPortal(clock);
      payloads.forEach((payload, index) => {
        data.addUserField({ name: fieldOf(index), type: 'date', title: payload, multiple: false });
        data.addCategory(FIRST_CATEGORY + index, payload);
        data.addStage(FIRST_CATEGORY + index, 'X', { NAME: payload });
      });
      return data;
    },
    { portal: { limits: 'off', operating: 'off', faults: WITH_HALVES } },
  );
  connect(world);
  const { fields, stages } = testedConnection(world);
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  return payloads.flatMap((payload, index) => {
    const text = asText(payload);
    const found = {
      'field title': titles.get(fieldOf(index)),
      'stage and pipeline name': stages.find(({ name, pipeline }) => name === text && pipeline === text)
        ?.name,
    };
    return Object.entries(found)
      .filter(([, shown]) => shown !== text)
      .map(([what, shown]) => `${quoted(text)}: ${what} came as ${quoted(String(shown))}`);
  });
}

/** The payload as the owner's name, an invoice's number and the title of a field that a message is about. */
export function tryMessages(payload: string): string[] {
  const [date, dates] = [fieldOf(1), fieldOf(2)];
  const world = aWorld(
    (clock) =>
      aPortal(clock)
        .withUserField({ name: date, type: 'date', title: payload, multiple: false })
        .withUserField({ name: dates, type: 'date', title: payload, multiple: true })
        .withCompany({ ID: 1, TITLE: 'x'.repeat(60_000) })
        .withInvoice({ ACCOUNT_NUMBER: payload, COMPANY_ID: 1, [date]: '2026-05-20' }).data,
    {
      portal: {
        ...{ limits: 'off', operating: 'off', faults: WITH_HALVES },
        user: { name: payload, lastName: '' },
      },
    },
  );
  const text = asText(payload);
  const failures: string[] = [];
  connect(world, { periodField: date });
  const { name } = testedConnection(world).user;
  if (name !== text) failures.push(`the profile came as ${quoted(name)}`);
  const done = outcome(world, 'done', failures);
  const note = world.spreadsheet.sheetNamed(BRIEF)?.peek(2, 2)?.note ?? '';
  // A field without a title goes by its name.
  if (!note.includes(`«${text || date}»`)) failures.push(`the note says ${quoted(note)}`);
  connect(world, { periodField: dates });
  const failed = outcome(world, 'failed', failures);
  const busy = queuedMessage(world);
  for (const line of [done, failed, busy].flatMap((message) => message.split('\n'))) {
    if (UNFIT_FOR_A_SENTENCE.test(line) || line.length > LONGEST_SENTENCE || !line.endsWith('.'))
      failures.push(`not a plain line: ${quoted(line)}`);
  }
  return failures.map((failure) => `${quoted(text)}: ${failure}`);
}

const testedConnection = ({ simulator }: World): ConnectionAnswer =>
  simulator.page(OWNER).call('testConnection', {}) as ConnectionAnswer;

function outcome(world: World, expected: string, failures: string[]): string {
  startOnce(world, true);
  const { state, message } = progressOf(world);
  if (state !== expected) failures.push(`the refresh is ${state}: ${quoted(message)}`);
  return message;
}

const queuedMessage = ({ simulator }: World): string => {
  const answer = simulator.page('colleague@example.com').call('startRefresh', { briefOnly: true });
  return (answer as { message: string }).message;
};
