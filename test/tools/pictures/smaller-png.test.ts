import { deflateSync, inflateSync } from 'node:zlib';
import { smallerPng } from '../../../cli/pictures/smaller-png';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Two pixels wide, of these lines: a filter and six bytes each. */
function aPng(lines: readonly (readonly number[])[]): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(lines.length, 4);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    aChunk('IHDR', header),
    aChunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    aChunk('IEND', Buffer.alloc(0)),
  ]);
}

function aChunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)]);
}

function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
  }
  return chunks;
}

/** Each pixel as `rrggbb`, line by line. */
function shown(png: Buffer): string[][] {
  const chunks = chunksOf(png);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const data = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: data.length / 3 }, (_, y) =>
    [1, 2].map((x) => {
      const place = data[y * 3 + x] ?? 0;
      return palette.toString('hex', place * 3, place * 3 + 3);
    }),
  );
}

describe('A picture with a palette', () => {
  it('shows the same pixels, whichever filter the browser chose for a line', () => {
    const png = aPng([
      [0, 10, 20, 30, 10, 20, 30],
      [1, 10, 20, 30, 1, 1, 1],
      [2, 0, 0, 0, 1, 1, 1],
      [3, 5, 10, 15, 0, 0, 0],
      [4, 1, 1, 1, 250, 0, 0],
    ]);
    expect(shown(smallerPng(png))).toEqual([
      ['0a141e', '0a141e'],
      ['0a141e', '0b151f'],
      ['0a141e', '0c1620'],
      ['0a141e', '0b151f'],
      ['0b151f', '05151f'],
    ]);
  });

  it('has the nearest of 256 colours where there are more', () => {
    const grey = (value: number): number[] => Array.from({ length: 3 }, () => value);
    const lines = Array.from({ length: 256 }, (_, value) => [0, ...grey(value), ...grey(value)]);
    const pixels = shown(smallerPng(aPng([...lines, [0, 100, 101, 100, 7, 7, 7]])));
    expect([pixels[0], pixels.at(-1)]).toEqual([
      ['000000', '000000'],
      ['646464', '070707'],
    ]);
  });

  it('closes with the checksum of its end that every PNG has', () => {
    expect(
      smallerPng(aPng([[0, 0, 0, 0, 0, 0, 0]]))
        .subarray(-4)
        .toString('hex'),
    ).toBe('ae426082');
  });

  it('is made of red, green and blue only', () => {
    const png = aPng([[0, 0, 0, 0, 0, 0, 0]]);
    png[SIGNATURE.length + 8 + 9] = 6;
    expect(() => smallerPng(png)).toThrow('red, green and blue');
  });
});
