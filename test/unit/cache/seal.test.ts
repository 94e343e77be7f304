/** What is sealed comes out as it went in, and not at all where anything of it was touched. */
import fc from 'fast-check';
import { RECORD_FORMAT, sealed, unsealed, type Seal } from '../../../src/cache/seal';
import { nodeCodec } from '../../support/nodeCodec';

const LABEL = { owner: { run: 'run', scope: 'scope' }, at: 7 };
const CONTENT = JSON.stringify([1, 'Отчёт', null]);
const { head, body } = sealed(LABEL, CONTENT, nodeCodec);

const open = (changedHead: object, changedBody = body): unknown =>
  unsealed(changedHead as Seal, changedBody, nodeCodec);

describe('what is sealed', () => {
  it('has its label in plain text, the format and a checksum beside it', () => {
    expect(head).toEqual({
      ...LABEL,
      format: RECORD_FORMAT,
      sum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.stringify(head)).not.toContain('Отчёт');
  });

  it('comes out as it went in, also where its head was stored in another order', () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'at'), json), json, (label, content) => {
        const made = sealed(label, JSON.stringify(content), nodeCodec);
        const stored = JSON.parse(JSON.stringify(made.head)) as Seal;
        const turned = Object.fromEntries(Object.entries(stored).reverse()) as unknown as Seal;
        const expected: unknown = JSON.parse(JSON.stringify(content));
        expect(unsealed(stored, made.body, nodeCodec)).toEqual(expected);
        expect(unsealed(turned, made.body, nodeCodec)).toEqual(expected);
      }),
    );
  });

  it.each<[string, object]>([
    ['by an earlier version', { format: RECORD_FORMAT - 1 }],
    ['by a later version', { format: RECORD_FORMAT + 1 }],
    ['by no version', { format: undefined }],
    ['with another label', { at: 8 }],
    ['with another label within', { owner: { run: 'run', scope: 'other' } }],
    ['with a label more', { more: 1 }],
    ['without its sum', { sum: undefined }],
    ['with another sum', { sum: 'f'.repeat(64) }],
  ])('is not opened where it was sealed %s', (_, change) => {
    expect(open(head)).toEqual(JSON.parse(CONTENT));
    expect(() => open({ ...head, ...change })).toThrow();
  });

  it('is not opened where its body is another, even a whole one', () => {
    const other = nodeCodec.compress('[]');
    expect(() => open(head, other)).toThrow('Not sealed by this version');
    expect(() => open(head, body.slice(0, -4))).toThrow('Not sealed by this version');
  });
});
