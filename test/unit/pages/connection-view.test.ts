import { connectionView, failedStages, isRecognised } from '../../../src/pages/connection-view';
import { aReport } from './records';

const told = (report = aReport()): Record<string, string> =>
  Object.fromEntries(connectionView(report).facts.map(({ name, value }) => [name, value]));

describe('a connection that works', () => {
  it('tells portal, whose webhook, rights, clock and how many invoices it sees', () => {
    expect(told()).toEqual({
      Портал: 'example.bitrix24.ru',
      Владелец: 'Иванова Мария',
      Доступ: 'администратор, видны все счета',
      Права: 'CRM',
      'Часовой пояс': 'UTC+03:00',
      Видно: '21 счёт',
    });
    expect(connectionView(aReport())).toMatchObject({ works: true, problem: null, warnings: [] });
  });

  it('that is not an administrator’s does not promise every invoice', () => {
    const report = aReport({ user: { id: '5', name: 'Петров', admin: false } });
    expect(told(report)).toMatchObject({ Владелец: 'Петров', Доступ: 'только счета, доступные владельцу' });
  });

  it('warns of rights that the report does not need, after the portal’s own warnings', () => {
    const report = aReport({ scopes: ['crm', 'user'], warnings: ['Первое.'] });
    expect(connectionView(report).warnings).toEqual([
      'Первое.',
      'Отчёту хватает права «CRM»: остальные лучше убрать.',
    ]);
    expect(told(report)['Права']).toBe('CRM, user');
  });
});

describe('a connection that was refused', () => {
  const refused = aReport({ ok: false, problem: 'Отказ.', user: null, scopes: [], offset: '' });

  it('tells the problem and nothing that is not known', () => {
    expect(connectionView(refused)).toMatchObject({ works: false, problem: 'Отказ.', warnings: [] });
    expect(told(refused)).toEqual({});
  });

  it('says that there are no rights where the webhook has none', () => {
    const withoutRights = aReport({ ok: false, problem: 'Нет права.', scopes: [] });
    expect(told(withoutRights)['Права']).toBe('нет');
    expect(told(withoutRights)).not.toHaveProperty('Видно');
  });

  it('says nothing of superfluous rights, which are not what is wrong', () => {
    expect(connectionView(aReport({ ok: false, scopes: ['user'] })).warnings).toEqual([]);
  });

  it('leads on to the report only where the portal took the webhook', () => {
    expect([refused, aReport({ ok: false }), aReport()].map(isRecognised)).toEqual([false, true, true]);
  });
});

describe('the stages that are left out', () => {
  it('are those that count as failed, each name once', () => {
    const stage = (name: string, semantics: string) => ({ id: name, name, semantics, pipeline: '' });
    const stages = [stage('Новый', 'P'), stage('Отменён', 'F'), stage('Оплачен', 'S'), stage('Отменён', 'F')];
    expect(failedStages({ stages })).toEqual(['Отменён']);
  });
});
