/** Stages, fields, the webhook’s user and rights out of answers. */
import {
  decodeCategories,
  decodeFields,
  decodeProfile,
  decodeScopes,
  decodeServerTime,
  decodeStages,
} from '../../../src/bitrix24/decode-portal';
import { ShapeError } from '../../../src/bitrix24/json';
import { errorTexts } from '../../../src/texts/error-texts';

describe('stages', () => {
  it('are those of invoices, and open unless they say success or failure', () => {
    const stage = (STATUS_ID: string, SEMANTICS?: unknown) => ({ STATUS_ID, NAME: STATUS_ID, SEMANTICS });
    const statuses = [
      stage('DT31_1:N', null),
      stage('DT31_1:P', 'S'),
      stage('DT31_12:D', 'F'),
      stage('DT31_1:UC_1', 'P'),
      stage('DT31_1:UC_2', ''),
      stage('DT31_1:UC_3'),
      stage('DT310_1:N', 'S'),
      stage('NEW', 'S'),
    ];
    expect(decodeStages(statuses).map(({ id, semantics }) => [id, semantics])).toEqual([
      ['DT31_1:N', 'P'],
      ['DT31_1:P', 'S'],
      ['DT31_12:D', 'F'],
      ['DT31_1:UC_1', 'P'],
      ['DT31_1:UC_2', 'P'],
      ['DT31_1:UC_3', 'P'],
    ]);
  });

  it('have the place that the portal prints as a text, the first one where it tells none', () => {
    const stage = (STATUS_ID: string, SORT?: unknown) => ({ STATUS_ID, NAME: STATUS_ID, SORT });
    const statuses = [stage('DT31_1:N', '100'), stage('DT31_1:P', 20), stage('DT31_1:D')];
    expect(decodeStages(statuses).map(({ sort }) => sort)).toEqual([100, 20, 0]);
  });
});

describe('fields', () => {
  it('are known by their original names, whatever their keys', () => {
    const fields = {
      begindate: { upperName: 'BEGINDATE', title: 'Дата', type: 'date', isMultiple: false, isDynamic: false },
      UF_CRM_PAID: { type: 'datetime', isMultiple: true, isDynamic: true },
    };
    expect(decodeFields({ fields })).toEqual([
      { name: 'BEGINDATE', title: 'Дата', type: 'date', isMultiple: false, isUserField: false },
      { name: 'UF_CRM_PAID', title: '', type: 'datetime', isMultiple: true, isUserField: true },
    ]);
  });

  it('may be none: PHP prints them as `[]`', () => {
    expect(decodeFields({ fields: [] })).toEqual([]);
  });
});

describe('a profile', () => {
  it('has the name in full, of the parts that are there', () => {
    expect(decodeProfile({ ID: '1', ADMIN: true, NAME: 'Анна', LAST_NAME: 'Смирнова' })).toEqual({
      id: '1',
      name: 'Анна Смирнова',
      admin: true,
    });
    expect(decodeProfile({ ID: 1, NAME: '', LAST_NAME: 'Смирнова' })).toEqual({
      id: '1',
      name: 'Смирнова',
      admin: false,
    });
  });

  it('of an inactive user, which is `[]`, says so', () => {
    expect(() => decodeProfile([])).toThrow(errorTexts.userInactive());
  });
});

describe('a list of something else than stages', () => {
  it('is not taken for one of a portal without stages', () => {
    expect(() => decodeStages([{ ID: '1', NAME: 'x' }])).toThrow(ShapeError);
  });
});

describe('what the test of a connection reads', () => {
  it('are pipelines, scopes and the clock', () => {
    expect(decodeCategories({ categories: [{ id: '7', name: 'Основная', sort: 100 }] })).toEqual([
      { id: 7, name: 'Основная' },
    ]);
    expect(decodeScopes(['crm', 'user'])).toEqual(['crm', 'user']);
    expect(decodeServerTime('2026-08-05T09:02:13+03:00')).toBe('2026-08-05T09:02:13+03:00');
  });

  it.each(['2026-08-05', '2026-08-05T09:02:13Z', '2026-08-05T09:02:13', '', null, 1])(
    'is no clock: %j',
    (time) => {
      expect(() => decodeServerTime(time)).toThrow(ShapeError);
    },
  );
});
