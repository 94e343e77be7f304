/** All sheets but «Изменения» of a report of the current quarter as the contract describes them. */
import type { PortalData } from '../../portal/data/PortalData';
import { expectedChecks } from './expected-checks';
import { expectedDebts } from './expected-debts';
import { expectedInvoices } from './expected-invoices';
import { BRIEF, daysOf, DETAIL, expectedBrief, expectedDetail, expectedFace } from './expected-sheets';
import { expectedSummary } from './expected-summary';
import { expectedVat } from './expected-vat';
import type { SheetPicture } from './picture';

const SUMMARY = 'Сводка';
const DEBTS = 'Долги';
const VAT = 'НДС';
const CHECKS = 'Проверка данных';
const HOST = 'demo.bitrix24.ru';
const ZONE = '+03:00';
const FIELDS = { periodField: 'BEGINDATE', shipmentDateField: '', paymentDateField: '' };
const DUE = { dueDateField: 'CLOSEDATE', dueDays: 0, paidSumField: '' };
const MONTHS = 3;
const OFFSET = Date.parse(`1970-01-01T00:00:00${ZONE}`);

/** As they are saved; what is left out has its default. */
export interface ExpectedSettings {
  readonly debtsSheet?: string;
  readonly debtsByInvoice?: boolean;
}

/** By title; each is told of the sheet that was found, whose line over the table has a time. */
export function expectedSheets(
  data: PortalData,
  settings: ExpectedSettings,
  now: number,
): Readonly<Partial<Record<string, (found: SheetPicture) => SheetPicture>>> {
  const today = dayAt(now - OFFSET);
  const period = quarterOf(today);
  const wanted = { ...FIELDS, ...period, excludeFailed: true, zone: ZONE };
  const owed = { all: settings.debtsSheet === 'all', byInvoice: settings.debtsByInvoice !== false };
  const debtsOn = (settings.debtsSheet ?? 'off') !== 'off';
  const invoices = expectedInvoices(data, wanted);
  const days = daysOf(period);
  const face = (found: SheetPicture): string => expectedFace(found, days, 'Дата счёта');
  return {
    [BRIEF]: (found) => expectedBrief(invoices, HOST, face(found)),
    [DETAIL]: (found) => expectedDetail(invoices, face(found)),
    [SUMMARY]: (found) => expectedSummary(data, { ...wanted, ...DUE, ...owed, debtsOn, today }, face(found)),
    [DEBTS]: (found) => expectedDebts(data, { ...wanted, ...DUE, ...owed, today }, HOST, face(found)),
    [VAT]: (found) => expectedVat(data, wanted, face(found)),
    [CHECKS]: (found) =>
      expectedChecks(
        data,
        { ...wanted, ...DUE, today, dueDateTitle: 'Срок оплаты', skipped: [] },
        HOST,
        face(found),
      ),
  };
}

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

function quarterOf(day: string): { readonly from: string; readonly to: string } {
  const date = new Date(`${day}T00:00:00Z`);
  const first = Math.floor(date.getUTCMonth() / MONTHS) * MONTHS;
  const at = (month: number, ofMonth: number): string =>
    dayAt(Date.UTC(date.getUTCFullYear(), month, ofMonth));
  return { from: at(first, 1), to: at(first + MONTHS, 0) };
}
