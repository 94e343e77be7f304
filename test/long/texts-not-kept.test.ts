/** A platform that keeps some texts otherwise, in whatever form they come: a remark, and never the end of a refresh. */
import fc from 'fast-check';
import { connect, type World } from '../../world/make-world';
import { aPortal } from '../../portal/data/a-portal';
import { asText, WITH_HALVES } from '../support/hostile/payloads';
import { aWorld } from '../../world/a-world';
import { MINUTE } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { changesBy, BRIEF, DETAIL, lines, picture } from '../../world/sheets';
import { MOST_STORED_TEXTS, STORED_TEXTS } from '../support/stored-texts';
import { userOf } from '../bundle/support/workbook';

type Stored = (text: string) => string;

/** Number, buyer, product name; halves of surrogate pairs as the private characters that stand for them on the wire. */
type Texts = readonly [number: string, buyer: string, product: string];

function worldWith(invoices: readonly Texts[], storedText: Stored): World {
  const world = aWorld(
    (clock) =>
      invoices.reduce(
        (portal, [number, buyer, product], index) =>
          portal.withCompany({ ID: index + 11, TITLE: buyer }).withInvoice({
            ...{ ID: index + 1, ACCOUNT_NUMBER: number, COMPANY_ID: index + 11 },
            rows: [
              { ID: 2 * index + 101, PRODUCT_NAME: product, PRICE: 120, QUANTITY: 1 },
              { ID: 2 * index + 102, PRODUCT_NAME: 'Доставка', PRICE: 0, QUANTITY: 1 },
            ],
          }),
        aPortal(clock),
      ).data,
    { portal: { limits: 'off', operating: 'off', faults: WITH_HALVES } },
  );
  world.spreadsheet.quirks.storedText = storedText;
  connect(world);
  return world;
}

/** What says that a write was cut short. */
const markOf = ({ simulator }: World): string | undefined =>
  simulator.stored().find(({ store, key }) => store === 'document' && key === 'writing')?.value;

const remarks = (world: World): readonly string[] => progressOf(world).message.split('\n').slice(1);

/** The members that change cells in one more refresh, ten minutes later. */
function changesOfARefresh(world: World): readonly string[] {
  world.clock.advance(10 * MINUTE);
  return changesBy(startOnce(world).ledger);
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const onTheWire = (text: string): string => text.replace(/\ud83d/g, '\ue000').replace(/\ude00/g, '\ue001');

/** A text in which «�» stands for what may not stay. */
const substituted = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0\v]/g, '\ufffd')
    .replace(HALF, '\ufffd');

const words = (text: string): string => text.replace(/[^=\dа-яё]/gi, '');

const PIECES = [
  '\r\n',
  '\r',
  '\n',
  '\0',
  '\ue000',
  '\ue001',
  ' ',
  '\ufffd',
  '\u2028',
  '\u0085',
  '\v',
  '=1',
  '07',
  'Стол',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
const someInvoices = fc.array(
  fc.tuple(text, text, text).map(([number, buyer, product]): Texts => [number, `О${buyer}`, product]),
  { minLength: 1, maxLength: 5 },
);

/** What stands on both sheets of an invoice; the sheets must agree. */
function shownTexts(world: World, index: number): Texts {
  const [number, , buyer] = lines(world, BRIEF)[index] ?? [];
  const [first = [], second = []] = lines(world, DETAIL).slice(2 * index);
  expect([first.slice(0, 3), second.slice(0, 4)]).toEqual([
    [number, '', buyer],
    [number, '', buyer, 'Доставка'],
  ]);
  return [String(number), String(buyer), String(first[3])];
}

function remarkOn(index: number, texts: Texts, stored: Stored): RegExp | null {
  const titles = ['Номер', 'Контрагент', 'Наименование товара'].filter((_, column) => {
    const planned = asText(texts[column] ?? '');
    return stored(planned) !== planned;
  });
  if (titles.length === 0) return null;
  const where = `${titles.length === 1 ? 'столбце' : 'столбцах'} «${titles.join('», «')}»`;
  return new RegExp(
    `^Счёт (№ .+ \\(id ${index + 1}\\)|id ${index + 1}): Google Таблицы сохранили текст с изменениями в ${where}\\.$`,
  );
}

const CASES = Object.entries({ ...STORED_TEXTS, 'most of these': MOST_STORED_TEXTS });

describe.each(CASES)('Where Google keeps of a text %s', (name, stored) => {
  test('whatever the CRM sends, the sheets are whole, and refreshes that change nothing write nothing', () => {
    fc.assert(
      fc.property(someInvoices, (invoices) => {
        const world = worldWith(invoices, stored);
        refreshed(world);
        expect(markOf(world)).toBeUndefined();
        const shown = invoices.map((_, index) => shownTexts(world, index));
        invoices.flat().forEach((wired, at) => {
          const planned = asText(wired);
          const kept = shown.flat()[at] ?? '';
          if (stored(planned) === planned) expect(kept).toBe(planned);
          else expect([stored(planned), stored(substituted(planned))]).toContain(kept);
          if (!name.startsWith('nothing of')) expect(words(kept)).toBe(words(planned));
        });
        // All else is as in a report of these texts on a platform that keeps them.
        const plain = worldWith(
          shown.map((texts) => texts.map(onTheWire) as unknown as Texts),
          String,
        );
        refreshed(plain);
        expect(picture(world)).toEqual(picture(plain));
        const told = remarks(world);
        const expected = invoices.flatMap((texts, index) => remarkOn(index, texts, stored) ?? []);
        expect(told).toEqual(expected.map((remark) => expect.stringMatching(remark) as string));
        expect(changesOfARefresh(world)).toEqual([]);
        expect(remarks(world)).toEqual(told);
      }),
      { numRuns: 6 },
    );
  });
});

const OF_A_TABLE: Texts = ['7', 'ООО «Дуб»', 'Стол\r\nдубовый'];

test('a line end that is kept otherwise ends no refresh: the sheets are written, and the invoice is named', () => {
  const world = worldWith([OF_A_TABLE], MOST_STORED_TEXTS);
  refreshed(world);
  expect(lines(world, DETAIL)[0]).toEqual(['7', '', 'ООО «Дуб»', 'Стол\nдубовый', 1, 120, 120, 20]);
  expect(remarks(world)).toEqual([
    'Счёт № 7 (id 1): Google Таблицы сохранили текст с изменениями в столбце «Наименование товара».',
  ]);
});

test('a cell that keeps another text is mended where somebody spoils it, and then left alone', () => {
  const world = worldWith([OF_A_TABLE], STORED_TEXTS['one line only'] ?? String);
  refreshed(world);
  const before = picture(world);
  userOf(world).cell(DETAIL, 'E3').value = 'Стул дубовый';
  expect(changesOfARefresh(world)).toContain('Range.setValues');
  expect(picture(world)).toEqual(before);
  expect(changesOfARefresh(world)).toEqual([]);
});

test('one such text does not hide what changes in the CRM', () => {
  const world = worldWith([OF_A_TABLE, ['8', 'ООО «Ель»', 'Стул']], MOST_STORED_TEXTS);
  refreshed(world);
  world.data.changeRow(2, 103, { PRODUCT_NAME: 'Шкаф\0' });
  expect(changesOfARefresh(world)).toContain('Range.setValues');
  expect(lines(world, DETAIL).map((row) => row[3])).toEqual([
    'Стол\nдубовый',
    'Доставка',
    'Шкаф',
    'Доставка',
  ]);
  expect(remarks(world)).toHaveLength(2);
});
