/** Texts: names of one buyer that differ, and what is too long for a cell. */
import type { InvoiceId } from '../domain/ids';
import { groupedBy } from '../report/grouped-by';
import { checkDetails as SAID } from '../texts/check-texts';
import { ofInvoice, ofReport } from './check';
import { innOf } from './buyer-checks';
import { validLength } from './inn';

export const textChecks = {
  'name-varies': ofReport('remark', ({ invoices }) => {
    const told = new Map<InvoiceId, string>();
    for (const [inn, group] of groupedBy(invoices, innOf)) {
      const names = [...new Set(group.map(({ buyer }) => buyer.name))].filter((name) => name !== '');
      const last = group[group.length - 1];
      if (last === undefined || names.length < 2 || validLength(inn) === null) continue;
      told.set(last.invoice.id, SAID.nameVaries(inn, names));
    }
    return ({ invoice }) => told.get(invoice.id) ?? null;
  }),
  'text-cut': ofInvoice('remark', ({ invoice }, { cutColumns }) => {
    const columns = cutColumns.get(invoice.id);
    return columns === undefined ? null : SAID.textCut(columns);
  }),
} as const;
