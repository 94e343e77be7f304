/** Answers for tests. */
import type { CompanyId, ProductRowId, RequisiteId } from '../../../src/domain/ids';
import type { CompanyRecord, ProductRow } from '../../../src/domain/records';

export const requisiteId = (id: number): RequisiteId => id as RequisiteId;

export const aCompany = (id: number, title: string): CompanyRecord => ({ id: id as CompanyId, title });

export const aRow = (id: number, name: string): ProductRow => ({
  id: id as ProductRowId,
  name,
  price: 1234.5,
  quantity: 2,
  taxRate: 20,
  sort: 10,
});
