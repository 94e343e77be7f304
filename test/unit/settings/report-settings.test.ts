/** Which settings make a report another one: none is forgotten, and none that changes no cell begins one anew. */
import { scopeOf } from '../../../src/refresh/facts';
import {
  DEFAULT_SETTINGS,
  invoiceSettings,
  reportSettings,
  type Settings,
} from '../../../src/settings/Settings';
import type { FieldName } from '../../../src/domain/ids';
import type { Webhook } from '../../../src/domain/Webhook';
import { webhookAt } from '../../support/webhook-at';

const FIELD = 'UF_CRM_1' as FieldName;
const changed: {
  readonly [K in keyof Settings]: readonly [Settings[K], decides: 'invoices' | 'cells' | 'none'];
} = {
  period: [{ preset: 'custom', from: null, to: null }, 'invoices'],
  periodField: [FIELD, 'invoices'],
  shipmentDateField: [FIELD, 'cells'],
  paymentDateField: [FIELD, 'cells'],
  briefColumns: [['kpp'], 'cells'],
  detailColumns: [['unit'], 'cells'],
  dueDateField: [FIELD, 'cells'],
  dueDays: [14, 'cells'],
  paidSumField: [FIELD, 'cells'],
  noteColumns: [2, 'cells'],
  debtsSheet: ['all', 'cells'],
  debtsByInvoice: [false, 'cells'],
  vatSheet: [true, 'cells'],
  checksSheet: [true, 'cells'],
  skippedChecks: [['sum-zero'], 'cells'],
  changesSheet: [true, 'cells'],
  summarySheet: [true, 'cells'],
  excludeFailed: [false, 'invoices'],
  cacheTtlSeconds: [0, 'none'],
  scheduleHours: [24, 'none'],
  enterpriseLimits: [true, 'none'],
};

const webhookOf = (secret: string): Webhook => webhookAt(`https://demo.bitrix24.ru/rest/1/${secret}/`);
const webhook = webhookOf('abcdefgh12345678');
const scope = scopeOf(webhook, DEFAULT_SETTINGS);

describe('a report of other settings', () => {
  it.each(Object.entries(changed))(
    'is told apart where %s decides what it shows',
    (key, [value, decides]) => {
      const settings = { ...DEFAULT_SETTINGS, [key]: value };
      expect(scopeOf(webhook, settings) !== scope).toBe(decides !== 'none');
      const same = [reportSettings, invoiceSettings].map(
        (of): unknown => (of(settings) as Partial<Settings>)[key as keyof Settings],
      );
      expect(same).toEqual([
        decides === 'none' ? undefined : value,
        decides === 'invoices' ? value : undefined,
      ]);
    },
  );

  it('of another connection is another one', () => {
    expect(scopeOf(webhookOf('abcdefgh12345679'), DEFAULT_SETTINGS)).not.toBe(scope);
  });
});
