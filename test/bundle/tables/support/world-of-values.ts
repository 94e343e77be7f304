/** A portal whose answers hold given values: what no portal's own data would, and numbers that no double is equal to. */
import { aPortal } from '../../../../portal/data/a-portal';
import { PAID_SUM } from '../../../../portal/data/faulty-data';
import { oddRecord, type Fault } from '../../../../portal/faults';
import type { PortalOutcome } from '../../../../portal/http';
import { aWorld } from '../../../../world/a-world';
import type { World } from '../../../../world/make-world';
import { FIELDS } from './data-sets';

export interface Values {
  readonly invoice?: Readonly<Record<string, unknown>>;
  readonly row?: Readonly<Record<string, unknown>>;
}

const FIRST_ROW = 1_000;

/** An invoice with a row for each of the given values, ids from 1; the rows' ids are by 1,000 more. */
export function worldOfValues(given: readonly Values[]): World {
  const world = aWorld(
    (clock) => {
      const portal = aPortal(clock).withUserField({
        ...{ name: PAID_SUM, type: 'money', title: 'Оплачено', multiple: false },
      });
      for (const field of FIELDS) portal.withUserField(field);
      given.forEach((_, index) => {
        const ID = index + 1;
        portal.withInvoice({ ID, BEGINDATE: '2026-05-10', rows: [{ ID: ID + FIRST_ROW, PRICE: 120 }] });
      });
      return portal.data;
    },
    { portal: { limits: 'off', operating: 'off' } },
  );
  const faults: Readonly<Record<string, Fault>> = {
    'crm.item.list': oneAfterAnother(given.map(({ invoice = {} }, index) => oddRecord(index + 1, invoice))),
    'crm.item.productrow.list': oneAfterAnother(
      given.map(({ row = {} }, index) => oddRecord(index + 1 + FIRST_ROW, row)),
    ),
  };
  world.portal.change({ faults: ({ method }) => faults[method] ?? null });
  return world;
}

const oneAfterAnother =
  (faults: readonly Fault[]): Fault =>
  (run, request) =>
    faults.reduce<() => PortalOutcome>((before, fault) => () => fault(before, request), run)();
