/** The whole list of remarks in document properties: bounded, of one run, and never half of one and half of another. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { Codec } from '../../../src/platform/platform';
import { remarksKey } from '../../../src/settings/property-keys';
import { KeptRemarks } from '../../../src/state/KeptRemarks';
import { FakePropertyStore } from '../../support/FakePropertyStore';
import { nodeCodec } from '../../support/nodeCodec';

const AT = '2026-05-20T09:00:00.000Z';
const LATER = '2026-05-20T10:00:00.000Z';
/** Google, Apps Script quotas: 9 KB a value. */
const MOST_BYTES = 9 * 1024;

function remembering(sheets: 'both' | 'brief' = 'both', properties = new FakePropertyStore()) {
  return { properties, kept: new KeptRemarks(properties, nodeCodec, sheets) };
}

const upTo =
  (lines: readonly string[]) =>
  (most: number): string => {
    const rest = lines.length - most;
    return [...lines.slice(0, most), ...(rest > 0 ? [`+${rest}`] : [])].join('\n');
  };
/** Nothing in it repeats, so it cannot be compressed. */
const noise = (seed: number): string =>
  createHash('sha512').update(String(seed)).digest('base64').slice(0, 50);

describe('The list of remarks', () => {
  it('is read as it was kept, whatever its lines hold', () => {
    const line = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const { kept } = remembering();
        kept.keep(AT, upTo(lines));
        expect(kept.read()).toEqual({ startedAt: AT, text: lines.join('\n') });
      }),
    );
  });

  it.each([0, 1, 999, 1_000, 1_001, 20_000])(
    'fits its properties and counts what it leaves out: %d',
    (size) => {
      for (const text of [noise, (id: number) => `Строки счёта № С-${id} (id ${id}) недоступны.`]) {
        const { properties, kept } = remembering();
        const lines = Array.from({ length: size }, (_, id) => text(id));
        kept.keep(AT, upTo(lines));
        for (const value of Object.values(properties.getProperties()))
          expect(Buffer.byteLength(value)).toBeLessThan(MOST_BYTES);
        const shown = kept.read()?.text.split('\n') ?? [];
        const left = Number(/^\+(\d+)$/.exec(shown[shown.length - 1] ?? '')?.[1] ?? 0);
        expect(shown.slice(0, left > 0 ? -1 : undefined)).toEqual(lines.slice(0, size - left));
        if (size <= 200) expect(left).toBe(0);
      }
    },
  );

  it('of a long report does not outlive a short one, nor one that has nothing to say', () => {
    const { kept } = remembering();
    kept.keep(AT, upTo(Array.from({ length: 500 }, (_, id) => noise(id))));
    kept.keep(LATER, upTo(['one']));
    expect(kept.read()).toEqual({ startedAt: LATER, text: 'one' });
    kept.keep(LATER, upTo([]));
    expect(kept.read()).toBeNull();
  });

  it('writes nothing where there is nothing to say and nothing was said', () => {
    const { properties, kept } = remembering();
    kept.keep(AT, upTo([]));
    expect(properties.getProperties()).toEqual({});
  });

  it('of the brief sheet alone leaves that of both sheets', () => {
    const { properties, kept } = remembering();
    kept.keep(AT, upTo(['both']));
    const brief = remembering('brief', properties).kept;
    brief.keep(LATER, upTo(['brief']));
    expect([kept.read()?.text, brief.read()?.text]).toEqual(['both', 'brief']);
  });

  it.each(['', '{', '"no gzip"', '7', JSON.stringify(nodeCodec.compress('{"startedAt":1}'))])(
    'that somebody has edited by hand is none: %j',
    (value) => {
      const { properties, kept } = remembering();
      properties.setProperty(remarksKey('both', 0), value);
      expect(kept.read()).toBeNull();
    },
  );

  it('takes all the room there is, and halves what is one sign too much', () => {
    const asIs: Codec = { compress: (text) => text, expand: (packed) => packed };
    const kept = new KeptRemarks(new FakePropertyStore(), asIs, 'both');
    const room = 32_000 - JSON.stringify({ startedAt: AT, text: '' }).length;
    kept.keep(AT, () => 'x'.repeat(room));
    expect(kept.read()?.text).toHaveLength(room);
    const asked: number[] = [];
    kept.keep(AT, (most) => {
      asked.push(most);
      return 'x'.repeat(most > 250 ? room + 1 : room);
    });
    expect([kept.read()?.text.length, asked]).toEqual([room, [1_000, 500, 250]]);
  });

  it('that does not fit even with one remark is none, and is not asked for with fewer', () => {
    const { kept } = remembering();
    const text = Array.from({ length: 2_000 }, (_, seed) => noise(seed)).join('');
    const asked: number[] = [];
    kept.keep(AT, (most) => {
      asked.push(most);
      return text;
    });
    expect(asked).toEqual([1_000, 500, 250, 125, 62, 31, 15, 7, 3, 1]);
    expect(kept.read()).toBeNull();
  });

  it('is not spoilt by what is no text in a property that it does not need', () => {
    const { properties, kept } = remembering();
    kept.keep(AT, upTo(['one']));
    properties.setProperty(remarksKey('both', 3), '7');
    expect(kept.read()).toEqual({ startedAt: AT, text: 'one' });
  });
});
