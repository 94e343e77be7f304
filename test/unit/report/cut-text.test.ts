import { cutText } from '../../../src/report/planned-rows';

describe('a text for a cell', () => {
  it.each(['', 'Болт', 'x'.repeat(50_000)])('of up to 50,000 units stays as it is', (text) => {
    expect(cutText(text)).toBe(text);
  });

  it('of more is cut to 49,999 units and «…»', () => {
    expect(cutText('x'.repeat(50_001))).toBe(`${'x'.repeat(49_999)}…`);
  });

  it('is measured in UTF-16 units and exactly as long as a cell can be', () => {
    expect(cutText('😀'.repeat(25_000))).toHaveLength(50_000);
    expect(cutText('😀'.repeat(25_001))).toHaveLength(50_000);
    expect(cutText('😀'.repeat(25_001)).endsWith('…')).toBe(true);
  });
});
