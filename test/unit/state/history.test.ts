/** What is remembered of the last runs: how many, how much of what they said, and that nothing is half written. */
import { historyKey } from '../../../src/settings/property-keys';
import { DocumentState } from '../../../src/state/DocumentState';
import { HISTORY_LENGTH } from '../../../src/state/History';
import { finishedRun, NO_RUN, REMEMBERED_MESSAGE_LENGTH, type Run } from '../../../src/state/run';
import { FakePropertyStore } from '../../support/FakePropertyStore';
import { longestSentences } from '../texts/longest-sentences';

const OVER: Run = {
  ...NO_RUN,
  id: '1c3c2a52-5f9c-4f0e-8b66-0d9c2c1f7a11',
  state: 'failed',
  startedAt: '2026-05-20T09:00:00.000Z',
  finishedAt: '2026-05-20T09:00:05.000Z',
  by: '8b4f6f0e-7f43-4c9e-9a50-1d6c1c1a2b3c',
  how: 'schedule',
  requests: 12_345,
  cacheHits: 123_456,
  runningMilliseconds: 1_234_567,
};
const COUNTS = { invoices: 10_000, rows: 50_000 };

function remembering(messages: readonly string[]) {
  const properties = new FakePropertyStore();
  const state = new DocumentState(properties);
  messages.forEach((message, requests) => {
    const run = { ...OVER, message, requests };
    state.saveRun(run, finishedRun(run, COUNTS));
  });
  return { properties, state };
}

const told = (messages: readonly string[]): string[] =>
  remembering(messages)
    .state.history()
    .map(({ message }) => message);

describe('the history', () => {
  it('has the last twenty runs, the newest first', () => {
    const { state } = remembering(Array<string>(2 * HISTORY_LENGTH + 5).fill('Готово.'));
    expect(state.history().map(({ requests }) => requests)).toEqual(
      Array.from({ length: HISTORY_LENGTH }, (_, index) => 2 * HISTORY_LENGTH + 4 - index),
    );
  });

  it('gives a run back as it was, and nothing of how it is kept', () => {
    const run = { ...OVER, message: 'Готово.' };
    expect(remembering(['Готово.']).state.history()).toEqual([{ ...finishedRun(run, COUNTS), requests: 0 }]);
  });

  it('keeps the twenty longest sentences that there are, each to its end', () => {
    const longest = longestSentences().slice(0, HISTORY_LENGTH);
    expect(new Set(longest).size).toBe(HISTORY_LENGTH);
    expect(longest[0]?.length).toBeGreaterThan(300);
    expect(told(longest)).toEqual([...longest].reverse());
  });

  it('keeps of a message with several lines the first', () => {
    expect(told(['Готово: 1 счёт.\nСтроки счёта id 5 недоступны.'])).toEqual(['Готово: 1 счёт.']);
  });

  it('cuts what is longer than any sentence behind a word, and says so', () => {
    const [message = ''] = told(['слово '.repeat(200)]);
    expect(message).toMatch(/^(?:слово )*слово…$/);
    expect(message.length).toBeLessThanOrEqual(REMEMBERED_MESSAGE_LENGTH);
    expect(message.length).toBeGreaterThan(REMEMBERED_MESSAGE_LENGTH - 'слово …'.length);
  });

  it.each(['Я', '漢', '😀', '"', '\u0007', '\ud800'])(
    'fits its properties, whatever the messages are made of: %j',
    (letter) => {
      const messages = told(Array<string>(HISTORY_LENGTH).fill(letter.repeat(1_000)));
      expect(messages).toEqual(
        Array<string>(HISTORY_LENGTH).fill(
          `${letter.repeat(1_000).slice(0, REMEMBERED_MESSAGE_LENGTH - 1)}…`,
        ),
      );
    },
  );

  it.each(['', '{', 'null', '{"state":"done"}'])(
    'loses with a damaged property that run alone: %j',
    (text) => {
      const { properties, state } = remembering(['а.', 'б.', 'в.']);
      properties.setProperty(historyKey(1), text);
      expect(state.history().map(({ message }) => message)).toEqual(['в.', 'а.']);
    },
  );

  it('does not believe a property that was copied to another place', () => {
    const { properties, state } = remembering(['а.', 'б.']);
    properties.setProperty(historyKey(7), properties.getProperty(historyKey(0)) ?? '');
    expect(state.history()).toHaveLength(2);
  });
});

describe('a run that is over', () => {
  it('is saved, remembered and counted as the last success by one call of the platform', () => {
    const properties = new FakePropertyStore();
    const written: string[][] = [];
    properties.setProperties = (values) => {
      written.push(Object.keys(values).sort());
      return properties;
    };
    const run: Run = { ...OVER, state: 'done', message: 'Готово.' };
    new DocumentState(properties).saveRun(run, finishedRun(run));
    expect(written).toEqual([[historyKey(0), 'lastStart', 'lastSuccess', 'run']]);
  });

  it('of the brief sheet alone is no report: neither the last success nor the start that the schedule counts from', () => {
    const { state } = remembering(['Сбой.']);
    const startedAt = '2026-05-20T10:00:00.000Z';
    const run: Run = { ...OVER, state: 'done', briefOnly: true, startedAt };
    state.saveRun(run, finishedRun(run));
    expect([state.lastSuccess.get(), state.lastStart(), state.lastBrief.get()]).toEqual([
      ...[null, OVER.startedAt, OVER.finishedAt],
    ]);
  });

  it('that was cancelled is no start that the schedule counts from, one under way is', () => {
    const { state } = remembering(['Сбой.']);
    const startedAt = '2026-05-20T10:00:00.000Z';
    state.saveRun({ ...OVER, state: 'running', startedAt });
    expect(state.lastStart()).toBe(startedAt);
    const run: Run = { ...OVER, state: 'cancelled', startedAt };
    state.saveRun(run, finishedRun(run));
    expect(state.lastStart()).toBe(OVER.startedAt);
  });

  it('and was remembered by an earlier version is one of both sheets', () => {
    const { properties, state } = remembering(['Сбой.']);
    const { briefOnly, ...earlier } = finishedRun({ ...OVER, message: 'Сбой.' }, COUNTS);
    expect(briefOnly).toBe(false);
    properties.setProperty(historyKey(0), JSON.stringify({ number: 0, run: earlier }));
    expect(state.history()).toEqual([earlier]);
  });

  it('leaves the last success alone where it failed', () => {
    const { state } = remembering(['Сбой.']);
    expect([state.lastSuccess.get(), state.run().state]).toEqual([null, 'failed']);
  });
});
