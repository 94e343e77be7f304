/** What may be read of an error, and what of it people may be shown. */
import { messageOf } from '../../../src/domain/message-of';
import { SentenceError, sentenceOf } from '../../../src/domain/SentenceError';

describe('the text of what was thrown', () => {
  it.each([
    [new Error('boom'), 'boom'],
    [{ message: 'of another world' }, 'of another world'],
    [{ message: 7 }, ''],
    [{}, ''],
    ['boom', ''],
    [null, ''],
    [undefined, ''],
    [0, ''],
  ])('%p is %j', (thrown, text) => {
    expect(messageOf(thrown)).toBe(text);
  });
});

describe('the sentence for people', () => {
  it('is that of an error of ours', () => {
    const error = new SentenceError('Портал закрыт.');
    expect([sentenceOf(error, 'Сбой.'), error.name, error instanceof Error]).toEqual([
      'Портал закрыт.',
      'SentenceError',
      true,
    ]);
  });

  it.each([new Error('https://demo.bitrix24.ru/rest/1/s3cret/'), { message: 'x' }, 'text', null])(
    'is another one for whatever else was thrown: %p',
    (thrown) => {
      expect(sentenceOf(thrown, 'Сбой.')).toBe('Сбой.');
    },
  );
});
