/** What lies in the memory can be read by whoever may open the spreadsheet: no more than the sheets show. */
import { aPortal } from '../../portal/data/a-portal';
import { OWNER } from '../../simulator';
import { aWorld } from '../../world/a-world';
import { connect } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { progressOf, refreshed } from '../../world/scenario';
import { BRIEF, column, DETAIL } from '../../world/sheets';
import { holds } from '../support/leaks';
import { memoryText } from './support/memory';

const NUMBERS = { ACCOUNT_NUMBER: 'Ф-77', OPPORTUNITY: 987_654.32 };

function aMemory() {
  const world = aWorld(
    (clock) =>
      aPortal(clock)
        .withCompany({ ID: 4, TITLE: 'Имя для своих' })
        .withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' })
        .withContact({ ID: 8, LAST_NAME: 'Белова', NAME: 'Анна' })
        .withInvoice({
          ID: 1,
          COMPANY_ID: 4,
          link: 1,
          TITLE: 'Тайная тема',
          rows: [{ PRODUCT_NAME: 'Стол' }],
        })
        .withInvoice({ ID: 2, CONTACT_ID: 8, rows: [{ PRODUCT_NAME: 'Стул' }] })
        .withInvoice({ ID: 3, STAGE_ID: 'DT31_7:D', ...NUMBERS, rows: [{ PRODUCT_NAME: 'Шкаф' }] })
        .withInvoice({ ID: 5, BEGINDATE: '2025-01-01', rows: [{ PRODUCT_NAME: 'Диван' }] }).data,
  );
  connect(world);
  world.clock.advance(10 * MINUTE);
  refreshed(world);
  return { world, text: memoryText(world, 1) };
}

test('what the sheets show of buyers and products is in it, so that it need not be asked again', () => {
  const { world, text } = aMemory();
  const shown = [...column(world, BRIEF, 'D'), ...column(world, DETAIL, 'E')];
  expect(shown).toEqual(['ООО «Альфа»', 'Белова Анна', 'Стол', 'Стул']);
  for (const part of ['ООО «Альфа»', '7701000001', 'Белова', 'Стол', 'Стул']) expect(text).toContain(part);
});

test('webhook, portal and people who work with the report are not', () => {
  const { world, text } = aMemory();
  const secret = world.webhookUrl.split('/')[5] ?? '';
  const { host } = new URL(world.webhookUrl);
  expect(secret).not.toBe('');
  expect([secret, host, '/rest/', OWNER].filter((part) => holds(text, part))).toEqual([]);
  expect(progressOf(world).state).toBe('done');
});

test('what no sheet shows of an invoice or a client is not, nor what a sheet shows of other invoices', () => {
  const { text } = aMemory();
  const others = ['Тайная тема', 'Имя для своих', 'Ф-77', '987654', 'Шкаф', 'Диван'];
  expect(others.filter((part) => text.includes(part))).toEqual([]);
});
