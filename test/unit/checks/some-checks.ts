/** «Проверка данных» of a few invoices: each is in order but for what is said of it. */
import { checksOf, type Checks, type ChecksFacts } from '../../../src/checks/checks-model';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { FieldValue, InvoiceRecord, ProductRow, RequisiteRecord } from '../../../src/domain/records';
import { reportOf } from '../report/a-report';
import { anInvoice, aRequisite, aRow, aStage, type InvoiceFacts } from '../report/builders';
import { askForBuyer, type PortalFacts } from '../report/portal-answers';

export const SHIPPED = 'UF_CRM_SHIPPED' as FieldName;
export const PAID_ON = 'UF_CRM_PAID_ON' as FieldName;
export const PAID_SUM = 'UF_CRM_PAID_SUM' as FieldName;
/** The day on which `reportOf` makes a report. */
export const TODAY = '2026-05-20' as IsoDate;
/** An organisation's and a person's, with their check digits. */
export const INN = { organisation: '7707083893', person: '500100732259' } as const;

const STAGES = [
  aStage('P', 'P', { name: 'Выставлен' }),
  aStage('S', 'S', { name: 'Оплачен' }),
  aStage('F', 'F', { name: 'Отменён' }),
];
const COMPANY_ID = 123;

export interface Case extends InvoiceFacts {
  /** Of the chosen requisite; null where there is none. */
  readonly requisite?: Partial<Omit<RequisiteRecord, 'id'>> | null;
  /** Who is known in its place. */
  readonly portal?: PortalFacts;
  /** What is said of its rows; `'unavailable'` where they could not be read. One in order unless said. */
  readonly rows?: readonly Partial<Omit<ProductRow, 'id'>>[] | 'unavailable';
  readonly shipped?: string | null;
  readonly paid?: string | null;
  readonly due?: string | null;
  readonly paidSum?: FieldValue;
  readonly more?: Partial<InvoiceRecord>;
}

type Settings = Partial<Omit<ChecksFacts, 'report' | 'payment'>> & {
  readonly payment?: Partial<ChecksFacts['payment']>;
};

const GOODS = { price: 122, quantity: 1, taxRate: 22 };

function invoiceOf(given: Case, index: number): InvoiceRecord {
  const { shipped = '2026-04-10', paid = null, due = '2026-06-30', paidSum, more, ...facts } = given;
  const id = facts.id ?? index + 1;
  const plain: InvoiceFacts = {
    ...{ id, accountNumber: `СЧ-${id}`, opportunity: 122 * id, taxValue: 22 * id, stageId: 'P' },
    ...{ companyId: COMPANY_ID, ...facts },
    dates: { BEGINDATE: '2026-04-01', CLOSEDATE: due, [SHIPPED]: shipped, [PAID_ON]: paid, ...facts.dates },
  };
  return { ...anInvoice(plain), fields: { [PAID_SUM]: paidSum ?? null }, ...more };
}

function buyerOf(invoice: InvoiceRecord, { requisite = {}, portal }: Case) {
  const chosen = aRequisite({
    ...{ inn: INN.organisation, kpp: '770701001', companyName: 'ООО «Ромашка»' },
    ...requisite,
  });
  const facts =
    requisite === null
      ? { companies: { [COMPANY_ID]: 'ООО «Ромашка»' } }
      : { links: { [invoice.id]: chosen.id }, requisites: [chosen] };
  return askForBuyer(invoice, portal ?? facts).buyer;
}

const rowsOf = (id: number, { rows = [{}] }: Case): readonly ProductRow[] | 'unavailable' =>
  rows === 'unavailable'
    ? rows
    : rows.map((row, index) =>
        aRow({ id: id * 100 + index, ...GOODS, price: GOODS.price * id, sort: index, ...row }),
      );

export function checksIn(cases: readonly Case[], { payment, ...facts }: Settings = {}): Checks {
  const fields = {
    ...{ shipmentDateField: SHIPPED, paymentDateField: '' as FieldName | '' },
    ...{ dueDateField: 'CLOSEDATE' as FieldName, dueDays: 0, paidSumField: PAID_SUM },
    ...payment,
  };
  const invoices = cases.map(invoiceOf);
  const of = (index: number): Case => cases[index] ?? {};
  const stages = facts.stages ?? STAGES;
  const report = reportOf({
    ...{ invoices, stages, ...fields },
    buyers: Object.fromEntries(invoices.map((invoice, index) => [invoice.id, buyerOf(invoice, of(index))])),
    rows: Object.fromEntries(invoices.map(({ id }, index) => [id, rowsOf(id, of(index))])),
  });
  return checksOf({
    ...{ report, stages, today: TODAY, dueDateTitle: 'Срок оплаты', skipped: [], earlier: null },
    shownColumn: (title) => title,
    ...facts,
    payment: fields,
  });
}

/** What is told, line by line. */
export const toldOf = ({ findings }: Checks): readonly (readonly [string, string, number, string])[] =>
  findings.map(({ check, importance, invoiceId, details }) => [check, importance, invoiceId, details]);
