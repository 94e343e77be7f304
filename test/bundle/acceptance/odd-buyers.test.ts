/** Odd buyers: which requisite is taken and what name is made of it, spelled out. */
import { ODD_BUYERS } from '../../../portal/data/odd-buyers';
import type { OddCaseName } from '../../../portal/data/odd-cases';
import { day } from './support/literal-cells';
import { BUYER, reportOf } from './support/odd-report';

const PERSON_INN = '770123456789';
const COMPANY_INN = '7701234567';
const KEDR = 'ООО «Кедр»';

/** INN and name of the buyer. */
const buyers: Record<keyof typeof ODD_BUYERS, readonly [inn: string, name: string]> = {
  'link missing': [BUYER.inn, BUYER.name],
  'link zero': [BUYER.inn, BUYER.name],
  'link dangling': [BUYER.inn, BUYER.name],
  'requisites of equal sort': [COMPANY_INN, KEDR],
  'lower sort wins': ['7707654321', 'Первый'],
  'address only first': [COMPANY_INN, KEDR],
  'address only alone': ['', KEDR],
  'address only linked': [COMPANY_INN, KEDR],
  'company without requisites': ['', 'Компания без реквизитов'],
  'company deleted': ['', '(компания 900001 недоступна)'],
  'contact only': ['', 'Ёлкина Вера Львовна'],
  'contact with requisite': [PERSON_INN, 'Орлова Вера Павловна'],
  'contact deleted': ['', '(контакт 900001 недоступен)'],
  'no buyer': ['', ''],
  'null buyer': ['', ''],
  'inn with spaces': [' 7701 234567', KEDR],
  'inn of odd length': ['77012', KEDR],
  'inn null': ['', KEDR],
  'naming rule 1 by OGRNIP': [PERSON_INN, 'ИП Орлова Вера Павловна'],
  'naming rule 1 by name': [PERSON_INN, 'ИП Орлова Вера Павловна'],
  'naming rule 2': [PERSON_INN, 'Орлова Вера Павловна'],
  'naming rule 3': [COMPANY_INN, 'ООО «Сигнал»'],
  'naming rule 3 by full name': ['', 'Акционерное общество «Сигнал»'],
  'naming rule 4': [PERSON_INN, 'Орлова Вера Павловна'],
  'naming rule 4 without inn': ['', 'Орлова Вера Павловна'],
  'naming rule 5': [COMPANY_INN, 'Сигнал, бюджетное учреждение'],
  'naming rule 5 by contact': ['', 'Ёлкина Вера Львовна'],
  'organisation with a dash for OGRNIP': [COMPANY_INN, 'ООО «Ромашка»'],
  'organisation on the template of a sole trader': [COMPANY_INN, 'ООО «Ромашка»'],
  'self-employed on a company card': [PERSON_INN, 'Орлова Вера Павловна'],
  'company of Kazakhstan': ['990140000123', 'ТОО «Алатау»'],
  'sole trader of Kazakhstan': ['850101400123', 'ИП «Береке»'],
  'company of Germany': ['DE123456789', 'Muster GmbH'],
};

const ORDINARY = ['Бумага офисная А4, 500 л.', 10, 360, 3600, 600] as const;

describe('the buyer', () => {
  const report = reportOf(Object.keys(buyers) as OddCaseName[]);

  it.each(
    Object.entries(buyers).map(([oddCase, [inn, name]], index) => [oddCase, inn, name, index] as const),
  )('in the case «%s» is named as the rules say', (oddCase, inn, name, index) => {
    const number = String(index + 1);
    // The invoice without a link record is the one of the quarter's first day, with one service of 100.
    const ofService = oddCase === 'link missing';
    expect(report.brief[index]).toEqual(
      ofService
        ? [number, inn, name, 100, 16.67, day('2026-04-01'), '', '']
        : [number, inn, name, 3600, 600, day('2026-04-11'), '', ''],
    );
    const rest = ofService ? ['Услуга', 1, 100, 100, 16.67] : ORDINARY;
    expect(report.detail[index]).toEqual([number, inn, name, ...rest]);
  });

  it('of every odd case is tested here', () => {
    expect(Object.keys(buyers)).toEqual(Object.keys(ODD_BUYERS));
  });
});
