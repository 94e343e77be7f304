import { ask } from './support';

const composed = () => {
  const asked = ask((portal) =>
    portal
      .withCompany({ ID: 7, TITLE: 'ООО «Кедр»' })
      .withRequisite({ ID: 70, ENTITY_ID: 7 })
      .withInvoice({ COMPANY_ID: 7, link: 70, ACCOUNT_NUMBER: 'СЧ-1', rows: [{ ID: 5, PRICE: 100 }] }),
  );
  const updated = () => asked.items({ select: ['updatedTime'] })[0]?.['updatedTime'];
  const moves = (act: () => void): boolean => {
    const before = updated();
    asked.clock.advance(60);
    act();
    return updated() !== before;
  };
  return { asked, data: asked.data, moves };
};

describe('what moves updatedTime (item 26)', () => {
  it('moves with a change of the invoice and of its product rows', () => {
    const { data, moves } = composed();
    expect(moves(() => data.changeInvoice(1, { BEGINDATE: '2025-01-01' }))).toBe(true);
    expect(moves(() => data.addRow(1, { PRICE: 50 }))).toBe(true);
    expect(moves(() => data.changeRow(1, 5, { PRICE: 200 }))).toBe(true);
    expect(moves(() => data.deleteRow(1, 5))).toBe(true);
  });

  it('stays when a save changes nothing, and with links, requisites, companies and stages', () => {
    const { data, moves } = composed();
    expect(moves(() => data.changeInvoice(1, { ACCOUNT_NUMBER: 'СЧ-1' }))).toBe(false);
    expect(moves(() => data.linkRequisite(1, 0))).toBe(false);
    expect(moves(() => data.changeRequisite(70, { RQ_INN: '7701234567' }))).toBe(false);
    expect(moves(() => data.changeCompany(7, { TITLE: 'ООО «Дуб»' }))).toBe(false);
    expect(moves(() => data.renameStage('DT31_7:N', 'Свежий'))).toBe(false);
  });

  it('computes sum and tax anew with the rows, but keeps a manual sum', () => {
    const { asked, data } = composed();
    data.changeRow(1, 5, { PRICE: 240 });
    expect(asked.items()).toMatchObject([{ opportunity: 240, taxValue: 40 }]);
    data.changeInvoice(1, { IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 1 });
    data.addRow(1, { PRICE: 60 });
    expect(asked.items()).toMatchObject([{ opportunity: 1, taxValue: 50 }]);
  });

  it('restores a deleted invoice under a new id with number, rows and link, and the old time', () => {
    const { asked, data, moves } = composed();
    let restored = 0;
    expect(
      moves(() => {
        data.deleteInvoice(1);
        expect(asked.ids()).toEqual([]);
        restored = data.restoreInvoice(1);
      }),
    ).toBe(false);
    expect(asked.items()).toMatchObject([{ id: 2, accountNumber: 'СЧ-1' }]);
    expect(restored).toBe(2);
    expect(asked.rows({ filter: { '=ownerType': 'SI', '=ownerId': 2 } })).toMatchObject([
      { id: 5, ownerId: 2 },
    ]);
    expect(asked.result('crm.requisite.link.list')).toMatchObject([{ ENTITY_ID: '2', REQUISITE_ID: '70' }]);
  });
});
