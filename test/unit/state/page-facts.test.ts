/** What the script puts into a page, whose texts are the CRM's. */
import fc from 'fast-check';
import type { FieldName } from '../../../src/domain/ids';
import { embedded } from '../../../src/state/page-facts';
import { servedPage } from '../../../simulator/services/served-page';

const factsOf = (title: string) => ({
  tab: 'status' as const,
  isRefreshing: false,
  zone: 'Europe/Moscow',
  fields: [{ name: 'UF_A' as FieldName, title, type: 'date' as const }],
  changes: [],
  refusal: null,
  notesOutside: 0,
  taken: { debts: title },
});

/** What stands within the element, as a page reads it. */
const content = (html: string): string =>
  /^<script type="application\/json">([^]*)<\/script>$/.exec(html)?.[1] ?? '';

describe('What a page knows at its opening', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '/* a */ // b "c" \\',
    '&lt;/script&gt;',
    'a\u2028b\u2029c',
    ']]>',
  ])('is read as it was put in, and cannot end its element: %j', (title) => {
    const html = embedded(factsOf(title));
    expect(content(html)).not.toMatch(/[<>&/*\u2028\u2029]/);
    expect(JSON.parse(content(html))).toEqual(factsOf(title));
  });

  it('is served as it is, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const html = embedded(factsOf(title));
        expect(JSON.parse(content(servedPage(html)))).toEqual(factsOf(title));
      }),
    );
  });
});
