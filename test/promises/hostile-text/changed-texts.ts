/** Invoices that take over number, stage or buyer of another one, and what «Изменения» holds of it. */
import { COMPANY } from '../../../portal/data/records';
import type { PortalData } from '../../../portal/data/PortalData';
import type { World } from '../../../world/make-world';
import { CHANGES } from '../../../world/sheets';
import { asText, quoted } from '../../support/hostile/payloads';
import { fitting, type ExpectedTexts } from './bearers';
import { linesByInvoice } from './lines-by-invoice';

interface Changed {
  readonly id: number;
  readonly number: string;
  readonly event: string;
  readonly before: string;
  readonly after: string;
  readonly buyer: string;
}

const KINDS = 3;
/** Columns from B on. */
const [NUMBER, EVENT, BEFORE, AFTER, BUYER] = [0, 3, 4, 5, 6];
const WIDTH = 9;

/** One change for each invoice but those whose text stays the same by it. */
export function changeTexts(
  data: PortalData,
  expected: readonly ExpectedTexts[],
  bearings: readonly { readonly payload: string }[],
): readonly Changed[] {
  const stages = bearings.map((_, index) => data.invoices.get(index + 1)?.STAGE_ID ?? '');
  return bearings.flatMap((_, index) => {
    const other = (index + 1) % bearings.length;
    const payload = bearings[other]?.payload ?? '';
    const [is, text] = [expected[index], fitting(asText(payload))];
    if (is === undefined) return [];
    const id = index + 1;
    const about = { id, number: is.number, buyer: is.buyer };
    const kind = text.trim() === '' ? 0 : index % KINDS;
    if (kind === 0) {
      data.changeInvoice(id, { ACCOUNT_NUMBER: payload });
      return changed({ ...about, number: text, event: 'Изменён номер', before: is.number, after: text });
    }
    if (kind === 1) {
      data.changeInvoice(id, { STAGE_ID: stages[other] ?? '' });
      return changed({ ...about, event: 'Изменена стадия', before: is.stage, after: text });
    }
    const company = data.addCompany({ TITLE: payload });
    const requisite = { ENTITY_TYPE_ID: COMPANY, ENTITY_ID: company, RQ_COMPANY_NAME: payload };
    data.changeInvoice(id, { COMPANY_ID: company });
    data.linkRequisite(id, data.addRequisite(requisite));
    return changed({ ...about, buyer: text, event: 'Изменён контрагент', before: is.buyer, after: text });
  });
}

const changed = (change: Changed): readonly Changed[] => (change.before === change.after ? [] : [change]);

/** One line for each change that is not told with these very texts. */
export function missingChanges({ spreadsheet }: World, changes: readonly Changed[]): readonly string[] {
  const lines = linesByInvoice(spreadsheet, CHANGES, WIDTH);
  const { storedText } = spreadsheet.quirks;
  return changes.flatMap(({ id, ...told }) => {
    const number = told.number === '' ? `id ${id}` : storedText(told.number);
    if (number === '') return [];
    const [before, after, buyer] = [told.before, told.after, told.buyer].map(storedText);
    const found = lines.get(id) ?? [];
    const isTold = found.some(
      (line) =>
        line[NUMBER] === number &&
        line[EVENT] === told.event &&
        line[BEFORE] === before &&
        line[AFTER] === after &&
        line[BUYER] === buyer,
    );
    if (isTold) return [];
    const what = `${told.event}, ${quoted(told.before)} → ${quoted(told.after)}`;
    return [`${CHANGES} does not tell of invoice ${id}: ${what}, but ${quoted(JSON.stringify(found))}`];
  });
}
