/** The titles of the portal's fields, kept in a property that others may read and write. */
import { createHash } from 'node:crypto';
import type { FieldName } from '../../../src/domain/ids';
import type { FieldRecord } from '../../../src/domain/records';
import { documentKeys } from '../../../src/settings/property-keys';
import { DocumentState } from '../../../src/state/DocumentState';
import { KnownFields } from '../../../src/state/KnownFields';
import { FakePropertyStore } from '../../support/FakePropertyStore';
import { nodeCodec } from '../../support/nodeCodec';
import { webhookAt } from '../../support/webhook-at';

const WEBHOOK = webhookAt('https://demo.bitrix24.ru/rest/1/s3cret/');

const aField = (name: string, change: Partial<FieldRecord> = {}): FieldRecord => ({
  ...{ name: name as FieldName, title: name, type: 'date', isMultiple: false, isUserField: true },
  ...change,
});

function remembering(isInUse = true) {
  const properties = new FakePropertyStore();
  const people = { note: (_: string, __: unknown, act: () => void) => (isInUse ? act() : undefined) };
  const known = new KnownFields(new DocumentState(properties), nodeCodec, people);
  return { properties, known };
}

/** Nothing in it repeats, so it cannot be compressed. */
const noise = (seed: number): string =>
  createHash('sha512').update(String(seed)).digest('base64').repeat(3).slice(0, 200);

describe('The fields that are known of a portal', () => {
  it('are its own that settings may name, as it calls them, and single dates first', () => {
    const { known } = remembering();
    expect(known.fields()).toEqual([]);
    known.note(
      [
        aField('BEGINDATE', { isUserField: false }),
        aField('UF_MANY', { isMultiple: true }),
        aField('UF_FILE', { type: 'file' }),
        aField('UF_SHIPPED', { title: 'Отгружен </script>' }),
        aField('UF_PAID', { type: 'money' }),
        aField('UF_AT', { title: 'Принят', type: 'datetime' }),
        aField('UF_PLACE', { type: 'address', isMultiple: true }),
      ],
      WEBHOOK,
    );
    expect(known.fields()).toEqual([
      { name: 'UF_SHIPPED', title: 'Отгружен </script>', type: 'date' },
      { name: 'UF_AT', title: 'Принят', type: 'datetime' },
      { name: 'UF_MANY', title: 'UF_MANY', type: 'date[]' },
      { name: 'UF_PAID', title: 'UF_PAID', type: 'money' },
    ]);
  });

  it('are none of a webhook that is not in use, and stay where the portal was not asked', () => {
    const tried = remembering(false);
    tried.known.note([aField('UF_A')], WEBHOOK);
    expect(tried.properties.getProperties()).toEqual({});
    const { known } = remembering();
    known.note([aField('UF_A')], WEBHOOK);
    known.note([], WEBHOOK);
    expect(known.fields()).toHaveLength(1);
  });

  it.each([3, 60, 2_000])(
    'fit their property, however many there are and whatever they are called: %d',
    (size) => {
      const { properties, known } = remembering();
      const fields = Array.from({ length: size }, (_, id) => aField(`UF_CRM_${id}`, { title: noise(id) }));
      known.note([...fields, aField('UF_LONG', { title: 'слово '.repeat(500) })], WEBHOOK);
      const names = known.fields().map(({ name }) => name);
      expect(names.slice(0, 3)).toEqual(['UF_CRM_0', 'UF_CRM_1', 'UF_CRM_2']);
      expect(Buffer.byteLength(properties.getProperty(documentKeys.dateFields) ?? '')).toBeLessThan(9_000);
      if (size === 3) expect(known.fields()[3]?.title).toMatch(/^(?:слово ?){20,33}…$/);
    },
  );

  it('leave out what would tell the webhook', () => {
    const { properties, known } = remembering();
    known.note([aField('UF_A', { title: 'код s3cret' }), aField('UF_S3CRET'), aField('UF_B')], WEBHOOK);
    expect(known.fields().map(({ name }) => name)).toEqual(['UF_B']);
    expect(JSON.stringify(properties.getProperties())).not.toContain('s3cret');
  });

  it('stay with another webhook of the same portal, and go with another portal', () => {
    const { properties, known } = remembering();
    known.note([aField('UF_A')], WEBHOOK);
    known.keepOnlyOf(webhookAt('https://demo.bitrix24.ru/rest/7/another/'));
    expect(known.fields()).toHaveLength(1);
    known.keepOnlyOf(webhookAt('https://other.bitrix24.ru/rest/1/s3cret/'));
    expect([known.fields(), properties.getProperties()]).toEqual([[], {}]);
  });

  it('are written again only where they have changed', () => {
    const { properties, known } = remembering();
    known.note([aField('UF_A')], WEBHOOK);
    const set = jest.spyOn(properties, 'setProperty');
    known.note([aField('UF_A')], WEBHOOK);
    expect(set).not.toHaveBeenCalled();
    known.note([aField('UF_A', { title: 'Новое' })], WEBHOOK);
    expect(known.fields()[0]?.title).toBe('Новое');
  });

  const packed = (value: unknown): string => JSON.stringify(nodeCodec.compress(JSON.stringify(value)));
  const field = { name: 'UF_A', title: 'A', type: 'date' };

  it.each([
    ['no JSON', '{'],
    ['no gzip', '"plain"'],
    ['nothing', packed(null)],
    ['a list alone', packed([field])],
    ['no portal', packed({ fields: [field] })],
    ['no list', packed({ portal: 'a', fields: { length: 1 } })],
    ['a field of no name', packed({ portal: 'a', fields: [field, { ...field, name: '<b>' }] })],
    ['a title that is no text', packed({ portal: 'a', fields: [{ ...field, title: ['A'] }] })],
    ['a title without end', packed({ portal: 'a', fields: [{ ...field, title: 'A'.repeat(201) }] })],
    ['a type of its own', packed({ portal: 'a', fields: [{ ...field, type: 'file' }] })],
    ['a type that is none', packed({ portal: 'a', fields: [{ ...field, type: '[]' }] })],
    ['a type that is no text', packed({ portal: 'a', fields: [{ ...field, type: ['date'] }] })],
  ])('that somebody has edited by hand are none: %s', (_, value) => {
    const { properties, known } = remembering();
    properties.setProperty(documentKeys.dateFields, value);
    expect(known.fields()).toEqual([]);
    expect(() => known.keepOnlyOf(WEBHOOK)).not.toThrow();
  });
});
