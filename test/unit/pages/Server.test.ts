import vm from 'node:vm';
import { ScriptError } from '../../../simulator';
import type { Failure } from '../../../src/pages/failure';
import { CallFailure, Server, type CallListener, type Runner } from '../../../src/pages/Server';
import type { ServerFunctions } from '../../../src/pages/server-functions';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { consentTexts } from '../../../src/texts/consent-texts';
import { errorTexts } from '../../../src/texts/error-texts';
import { frameTexts } from '../../../src/texts/frame-texts';
import { savingTexts } from '../../../src/texts/failure-texts';
import type * as main from '../../../src/main';
import { aProgress } from './records';

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** A `google.script.run` that answers each function at once; every handler gives a new runner, as Google's does. */
function runnerOf(answer: (name: string, args: readonly unknown[]) => Outcome): Runner {
  const made = (ok: (value: unknown) => void, bad: (error: unknown) => void): Runner =>
    new Proxy({} as Runner, {
      get: (_, name: string) => {
        if (name === 'withSuccessHandler') return (handler: typeof ok) => made(handler, bad);
        if (name === 'withFailureHandler') return (handler: typeof bad) => made(ok, handler);
        return (...args: unknown[]) => {
          const outcome = answer(name, args);
          if ('error' in outcome) bad(outcome.error);
          else ok(outcome.value);
        };
      },
    });
  const unset = (): never => {
    throw new Error('a handler is missing');
  };
  return made(unset, unset);
}

const deaf: CallListener = { failed: () => undefined, answered: () => undefined };

const failing = (error: unknown, listener = deaf): Promise<unknown> =>
  new Server(
    runnerOf(() => ({ error })),
    listener,
  ).call('getProgress');

describe('a call to the server', () => {
  it('gives the function’s answer to its arguments', async () => {
    const server = new Server(
      runnerOf((name, args) => ({ value: [name, args] })),
      deaf,
    );
    await expect(server.call('startRefresh', { briefOnly: true })).resolves.toEqual([
      'startRefresh',
      [{ briefOnly: true }],
    ]);
    await expect(server.call('getStatus')).resolves.toEqual(['getStatus', []]);
  });

  it.each([
    ...[refreshTexts.unforeseen(), refreshTexts.badRequest(), refreshTexts.noSpreadsheet()],
    ...[savingTexts.beingSaved, savingTexts.saveFailed],
  ])('that the server refuses fails with its sentence: %s', async (sentence) => {
    await expect(failing(new Error(sentence))).rejects.toEqual(new CallFailure(sentence));
    await expect(failing(new Error(`Error: ${sentence}`))).rejects.toEqual(new CallFailure(sentence));
  });

  it('is told the same whoever made its error: Google’s script lives in the frame around the page', async () => {
    const elsewhere = (text: string): unknown => vm.runInNewContext(`new Error(${JSON.stringify(text)})`);
    const failures = [
      [refreshTexts.unforeseen(), refreshTexts.unforeseen()],
      [refreshTexts.noSpreadsheet(), refreshTexts.noSpreadsheet()],
      [`Error: ${refreshTexts.badRequest()}`, refreshTexts.badRequest()],
      ['Authorization is required to perform that action.', consentTexts.seeAbove],
      ['Для выполнения этого действия необходима авторизация.', consentTexts.seeAbove],
      ['NetworkError: Connection failure due to HTTP 0', frameTexts.callFailed],
    ] as const;
    for (const [text, told] of failures) {
      for (const error of [new Error(text), elsewhere(text), new ScriptError(text), { message: text }])
        await expect(failing(error)).rejects.toEqual(new CallFailure(told));
    }
  });

  it.each([
    new Error('NetworkError: Connection failure due to HTTP 0'),
    new Error('Превышено максимальное время выполнения.'),
    new Error(''),
    'HTTP 0',
    null,
    { message: 404 },
  ])('that the platform fails (%s) fails with the page’s own sentence', async (error) => {
    await expect(failing(error)).rejects.toThrow('Google не ответил.');
  });

  it.each([
    new Error(
      'Authorization is required to perform that action. Please run the script again to authorize it.',
    ),
    new Error('Exception: Specified permissions are not sufficient to call UrlFetchApp.fetchAll.'),
    new Error('Для выполнения этого действия необходима авторизация.'),
  ])('that Google does not allow (%s) fails with what to do about it', async (error) => {
    await expect(failing(error)).rejects.toThrow('Google не разрешил это действие.');
  });

  it.each([
    [consentTexts.missingAt('https://script.google.com/a/b?c=d'), 'https://script.google.com/a/b?c=d'],
    [`Error: ${consentTexts.missingAt('https://accounts.google.com/o')}`, 'https://accounts.google.com/o'],
    [consentTexts.missingAt('https://google.com.example.org/x'), null],
    [consentTexts.missingAt('javascript:alert(1)'), null],
    [consentTexts.missingAt('https://script.google.com/a b'), null],
    [errorTexts.permission(), null],
    ['Authorization is required to perform that action.', null],
  ])('for want of consent (%s) tells the page where it is given: %s', async (text, address) => {
    const heard: unknown[] = [];
    const listener: CallListener = {
      failed: (name: string, failure: Failure) => heard.push([name, failure]),
      answered: (name: string) => heard.push(name),
    };
    await expect(failing({ message: text }, listener)).rejects.toEqual(
      new CallFailure(consentTexts.seeAbove),
    );
    expect(heard).toEqual([['getProgress', { sentence: consentTexts.seeAbove, consent: { address } }]]);
  });

  it('that never leaves the page fails too', async () => {
    const server = new Server(
      runnerOf(() => {
        throw new Error('illegal value');
      }),
      deaf,
    );
    await expect(server.call('getStatus')).rejects.toBeInstanceOf(CallFailure);
  });
});

describe('the functions that pages call', () => {
  /** Does not compile for a function that the script does not have or that answers something else. */
  const serverOf = (script: Partial<Pick<typeof main, keyof ServerFunctions>>): Server =>
    new Server(
      runnerOf((name, [argument]) => {
        const called = Object.entries(script).find(([known]) => known === name)?.[1];
        return { value: called?.(argument) };
      }),
      deaf,
    );

  it('are those of the script', async () => {
    const server = serverOf({
      getProgress: () => aProgress({ done: 5 }),
      startRefresh: (options) => ({ accepted: 'queued', message: JSON.stringify(options) }),
    });
    const progress: ReturnType<typeof main.getProgress> = await server.call('getProgress');
    const answer: ReturnType<typeof main.startRefresh> = await server.call('startRefresh', {
      briefOnly: true,
    });
    expect(progress.done).toBe(5);
    expect(answer).toEqual({ accepted: 'queued', message: '{"briefOnly":true}' });
  });
});
