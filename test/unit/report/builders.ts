/** Plain records for the report's tests: what matters is said, the rest is ordinary. */
import type {
  CompanyId,
  ContactId,
  CurrencyCode,
  FieldName,
  InvoiceId,
  IsoDate,
  ProductRowId,
  RequisiteId,
  StageId,
} from '../../../src/domain/ids';
import type {
  InvoiceRecord,
  PortalDecimal,
  ProductRow,
  RequisiteRecord,
  StageRecord,
  StageSemantics,
} from '../../../src/domain/records';

export interface InvoiceFacts {
  id?: number;
  accountNumber?: string;
  opportunity?: PortalDecimal | null;
  taxValue?: PortalDecimal | null;
  currency?: string;
  stageId?: string;
  companyId?: number | null;
  contactId?: number | null;
  isRecurringTemplate?: boolean;
  dates?: Record<string, string | null>;
}

export function anInvoice({ dates = {}, ...facts }: InvoiceFacts = {}): InvoiceRecord {
  const all = {
    id: 1,
    accountNumber: '15',
    opportunity: 120,
    taxValue: 20,
    currency: 'RUB',
    stageId: 'DT31_2:S',
    companyId: null,
    contactId: null,
    isRecurringTemplate: false,
    ...facts,
  };
  return {
    ...all,
    id: all.id as InvoiceId,
    currency: all.currency as CurrencyCode,
    stageId: all.stageId as StageId,
    companyId: all.companyId as CompanyId | null,
    contactId: all.contactId as ContactId | null,
    updatedTime: null,
    dates: { BEGINDATE: '2026-01-15', ...dates } as unknown as Record<FieldName, IsoDate | null>,
  };
}

export function aRow({
  id = 1,
  ...facts
}: Partial<Omit<ProductRow, 'id'>> & { id?: number } = {}): ProductRow {
  return { id: id as ProductRowId, name: 'Болт', price: 120, quantity: 1, taxRate: 20, sort: 10, ...facts };
}

export function aRequisite({
  id = 1,
  inn = '',
  ...facts
}: Partial<Omit<RequisiteRecord, 'id'>> & { id?: number } = {}): RequisiteRecord {
  return {
    id: id as RequisiteId,
    entityTypeId: 4,
    entityId: 123,
    sort: 500,
    addressOnly: false,
    name: '',
    inn,
    taxNumber: inn,
    ogrnip: '',
    companyName: '',
    companyFullName: '',
    personName: '',
    lastName: '',
    firstName: '',
    secondName: '',
    ...facts,
  };
}

export function aStage(id: string, semantics: StageSemantics, facts: Partial<StageRecord> = {}): StageRecord {
  return { id: id as StageId, name: id, semantics, sort: 10, ...facts };
}
