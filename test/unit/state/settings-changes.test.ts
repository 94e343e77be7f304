/** What is remembered of who changed the settings, in a property that others may write. */
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { documentKeys } from '../../../src/settings/property-keys';
import { DocumentState } from '../../../src/state/DocumentState';
import { changedSettings, withChange } from '../../../src/state/settings-changes';
import { FakePropertyStore } from '../../support/FakePropertyStore';
import { webhookAt } from '../../support/webhook-at';

const AT = '2026-05-20T09:00:00.000Z';
const change = { at: AT, by: 'id-1', names: ['period' as const] };

describe('A change of settings', () => {
  it('names what is another than before, the webhook too', () => {
    const after = { ...DEFAULT_SETTINGS, scheduleHours: 4, excludeFailed: false } as const;
    expect(changedSettings(DEFAULT_SETTINGS, after, { kind: 'removed' })).toEqual([
      'webhookUrl',
      'excludeFailed',
      'scheduleHours',
    ]);
    const webhook = webhookAt('https://demo.bitrix24.ru/rest/1/s3cret/');
    expect(changedSettings(after, after, { kind: 'replaced', webhook })).toEqual(['webhookUrl']);
    const period = { ...DEFAULT_SETTINGS.period };
    expect(changedSettings(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, period }, { kind: 'kept' })).toEqual([]);
  });

  it('goes before the earlier ones, of which the last are kept', () => {
    const many = Array.from({ length: 30 }).reduce<ReturnType<typeof withChange>>(
      (earlier, _, number) => withChange({ ...change, by: `id-${number}` }, earlier),
      [],
    );
    expect(many.map(({ by }) => by)).toEqual(
      [29, 28, 27, 26, 25, 24, 23, 22, 21, 20].map((id) => `id-${id}`),
    );
    const state = new DocumentState(new FakePropertyStore());
    state.changes.set(many);
    expect(state.changes.get()).toEqual(many);
  });

  it.each([
    'null',
    '{}',
    JSON.stringify([{ ...change, at: 'yesterday' }]),
    JSON.stringify([{ ...change, by: 1 }]),
    JSON.stringify([{ ...change, names: 'period' }]),
    JSON.stringify([{ ...change, names: ['<b>'] }]),
    JSON.stringify(Array.from({ length: 11 }, () => change)),
  ])('that somebody has written by hand is none: %s', (value) => {
    const properties = new FakePropertyStore();
    properties.setProperty(documentKeys.changes, value);
    expect(new DocumentState(properties).changes.get()).toBeNull();
  });
});
