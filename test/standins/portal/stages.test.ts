import { makeOddData } from '../../../portal/data/odd-data';
import { Asked, ask, TODAY, VirtualClock } from './support';
import { PortalBuilder } from '../../../portal/data/a-portal';

const STATUSES = 'crm.status.list';

describe('pipelines and stages (item 28)', () => {
  const clock = new VirtualClock();
  const demo = new Asked(new PortalBuilder(makeOddData({ clock, today: TODAY }).data), clock);

  it('has several pipelines, none of them with id 1', () => {
    expect(demo.post('crm.category.list', { entityTypeId: 31 }).body).toMatchObject({
      total: 3,
      result: {
        categories: [
          { id: 7, isDefault: 'Y' },
          { id: 12, isDefault: 'N' },
          { id: 15, entityTypeId: 31 },
        ],
      },
    });
  });

  it('gives stages as text with semantics, renamed and custom ones too, all at once', () => {
    const { body } = demo.post(STATUSES, {
      filter: { ENTITY_ID: 'SMART_INVOICE_STAGE_12' },
      order: { SORT: 'ASC' },
      start: 50,
    });
    expect(body).toMatchObject({
      total: 6,
      result: [
        { STATUS_ID: 'DT31_12:N', SORT: '100', SEMANTICS: null, CATEGORY_ID: '12' },
        { STATUS_ID: 'DT31_12:S' },
        { STATUS_ID: 'DT31_12:UC_4F7K2A', SEMANTICS: null, SYSTEM: 'N' },
        { STATUS_ID: 'DT31_12:P', NAME: 'Деньги пришли', NAME_INIT: 'Оплачен', SEMANTICS: 'S' },
        { STATUS_ID: 'DT31_12:D', SEMANTICS: 'F' },
        { STATUS_ID: 'DT31_12:UC_R9D1QX', SEMANTICS: 'F' },
      ],
    });
    expect(body).not.toHaveProperty('next');
    expect((body['result'] as object[])[0]).not.toHaveProperty('EXTRA');
    expect(demo.post(STATUSES).body).toMatchObject({ total: 16 });
  });

  it('refuses a list of directories from MID on', () => {
    const filter = { ENTITY_ID: ['SMART_INVOICE_STAGE_7'] };
    expect(ask().post(STATUSES, { filter })).toMatchObject({
      status: 400,
      body: { error: '', error_description: 'Filter by ENTITY_ID must be a string' },
    });
    expect(ask(undefined, { generation: 'old' }).result(STATUSES, { filter })).toHaveLength(4);
  });
});
