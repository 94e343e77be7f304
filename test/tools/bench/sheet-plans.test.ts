import { LIST, REPORT_FIELDS } from '../../../cli/bench/processing';
import { parseExchange, recordAnswers } from '../../../cli/bench/record-answers';
import { sheetPlans } from '../../../cli/bench/sheet-plans';

test('what is timed makes the whole report: every invoice with its buyer and every product row', () => {
  const answers = recordAnswers({ invoices: 120, rows: 360, requisites: 7 }, LIST);
  const [brief, detail] = sheetPlans(answers.map(parseExchange), LIST, REPORT_FIELDS);
  expect(brief?.body).toHaveLength(120);
  expect(detail?.body).toHaveLength(360);
  expect(new Set(brief?.body.map(({ values }) => values[1])).size).toBe(7);
  expect(detail?.body.every(({ values }) => values.every((value) => value !== null))).toBe(true);
});
