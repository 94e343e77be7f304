/** A report of a few facts: what matters is said, the rest is ordinary. */
import type { FieldName, InvoiceId, IsoDate } from '../../../src/domain/ids';
import type { InvoiceRecord, ProductRows, StageRecord } from '../../../src/domain/records';
import { DataProcessor } from '../../../src/report/DataProcessor';
import type { Report } from '../../../src/report/report-model';
import type { Buyer } from '../../../src/report/buyer';
import { anInvoice, aStage } from './builders';

export interface Facts {
  readonly invoices?: readonly InvoiceRecord[];
  readonly leftOut?: readonly InvoiceRecord[];
  readonly buyers?: Readonly<Record<number, Buyer>>;
  readonly rows?: Readonly<Record<number, ProductRows>> | null;
  readonly stages?: readonly StageRecord[];
  readonly shipmentDateField?: string;
  readonly paymentDateField?: string;
  readonly anyLength?: boolean;
}

export function reportOf(facts: Facts): Report {
  const { invoices = [anInvoice()], buyers = {}, rows = {}, stages = [aStage('DT31_2:S', 'S')] } = facts;
  const fields = {
    shipmentDateField: (facts.shipmentDateField ?? '') as FieldName | '',
    paymentDateField: (facts.paymentDateField ?? '') as FieldName | '',
  };
  const processor = new DataProcessor(fields, '2026-05-20' as IsoDate);
  return processor.process({
    invoices,
    leftOut: { invoices: facts.leftOut ?? [], field: 'Срок оплаты' },
    buyerOf: (id) => buyers[id] ?? { inn: '', name: '' },
    rowsOf: rows === null ? null : (id: InvoiceId) => rows[id] ?? [],
    stages,
    ...(facts.anyLength === undefined ? {} : { anyLength: facts.anyLength }),
  });
}
