/** Whatever a portal puts the webhook's secret into, no sentence ever says it. */
import fc from 'fast-check';
import { METHODS } from '../../../src/bitrix24/methods';
import { redirectTo, restFault, type Fault } from '../../../portal/faults';
import { secret } from '../../support/webhook-arbitraries';
import { aLine } from './a-line';

/** How an echo might be spelled. */
const spelling = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.toLowerCase(),
  (word) => word.replace(/(?<=.)(?=.)/g, '_'),
  (word) => `${word.slice(0, 5)}-${word.slice(5)}`,
);

/** Where a sentence shows something of an answer. */
const place = fc.constantFrom<(echo: string, around: string) => Fault>(
  (echo) => restFault(400, echo, 'x'),
  (echo, around) => restFault(400, `${around}_${echo}`.toUpperCase(), 'x'),
  (echo, around) => restFault(500, echo, around),
  (echo) => redirectTo(`https://${echo}/`),
  (echo, around) => redirectTo(`https://${around}.${echo}.ru/rest/`),
  (echo, around) => redirectTo(`https://${echo}@${around}.ru/`),
  (echo, around) => redirectTo(`//${around}${echo}.ru:8443`),
);

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

describe('a portal that echoes the secret', () => {
  it('is quoted without it, wherever and however it spells it', () => {
    const around = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const method = fc.constantFrom(...METHODS);
    fc.assert(
      fc.property(secret, spelling, place, around, method, (word, spell, put, beside, asked) => {
        const line = aLine(undefined, {
          portal: { secret: word, faults: () => put(spell(word), beside) },
        });
        const [reply] = line.client().sendAll([{ method: asked, params: {} }]);
        if (reply?.kind !== 'failure') throw new Error('The portal should have refused');
        const { message, details, stack = '' } = reply.error;
        expect(bare(message + JSON.stringify(details) + stack)).not.toContain(bare(word));
      }),
    );
  });

  it('is quoted where it says something else', () => {
    const line = aLine(undefined, { portal: { faults: () => redirectTo('https://new.bitrix24.ru/') } });
    const [reply] = line.client().sendAll([{ method: 'profile', params: {} }]);
    expect(reply).toMatchObject({ kind: 'failure', error: { details: { host: 'new.bitrix24.ru' } } });
  });
});
