/** What is wrong with the buyer of an invoice, with its number, and where it is like others. */
import type { PortalData } from '../../portal/data/PortalData';
import { COMPANY, CONTACT, type Invoice, type Requisite } from '../../portal/data/records';
import { taxNumberOf } from './expected-buyer';
import { isShort, quote, type Fault } from './expected-faults';
import type { ExpectedInvoice } from './expected-invoices';
import { compareKeys, keyOf } from './expected-words';

interface Chosen {
  readonly requisite: Requisite;
  /** How many its owner has; 0 where it is chosen on the invoice. */
  readonly among: number;
}

function requisiteOf(data: PortalData, { ID, COMPANY_ID, CONTACT_ID }: Invoice): Chosen | null {
  const linked = data.requisites.get(data.links.get(ID)?.REQUISITE_ID ?? 0);
  if (linked) return { requisite: linked, among: 0 };
  for (const [type, owner] of [
    [COMPANY, COMPANY_ID],
    [CONTACT, CONTACT_ID],
  ] as const) {
    const own = [...data.requisites.values()].filter(
      (one) => one.ENTITY_TYPE_ID === type && one.ENTITY_ID === owner && one.ADDRESS_ONLY !== 'Y',
    );
    const [requisite] = own.sort((a, b) => a.SORT - b.SORT || a.ID - b.ID);
    if (requisite && owner) return { requisite, among: own.length };
  }
  return null;
}

/** By the weights of the Federal Tax Service, from the first digit on. */
const TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const ELEVEN = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELVE = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const check = (inn: string, weights: readonly number[]): boolean => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(inn.charAt(place)), 0);
  return String((sum % 11) % 10) === inn.charAt(weights.length);
};

function innFault(inn: string): string | null {
  if (/[^0-9]/.test(inn)) return `ИНН ${inn}: есть не только цифры.`;
  if (![10, 12].includes(inn.length)) return `ИНН ${inn}: знаков ${inn.length}, а должно быть 10 или 12.`;
  if (Number(inn) === 0) return 'ИНН из одних нулей.';
  const isRight = inn.length === 10 ? check(inn, TEN) : check(inn, ELEVEN) && check(inn, TWELVE);
  return isRight ? null : `ИНН ${inn}: не сходится контрольное число.`;
}

export function buyerFaults(data: PortalData, { id, buyer }: ExpectedInvoice): Fault[] {
  const stored = data.invoices.get(id);
  if (stored === undefined) return [];
  const { COMPANY_ID, CONTACT_ID } = stored;
  const chosen = requisiteOf(data, stored);
  const faults: Fault[] = [];
  const isHidden = /^\((компания \d+ недоступна|контакт \d+ недоступен)\)$/.test(buyer);
  if (isHidden) faults.push(['buyer-unavailable', 'Внимание', 'Карточка удалена или закрыта для вебхука.']);
  if (chosen === null) {
    if (!COMPANY_ID && !CONTACT_ID)
      faults.push(['buyer-missing', 'Ошибка', 'В счёте не выбраны компания и контакт.']);
    else if (!isHidden && buyer !== '')
      faults.push([
        'requisite-missing',
        COMPANY_ID ? 'Внимание' : 'К сведению',
        'Реквизитов нет, показано название из CRM.',
      ]);
    return faults;
  }
  if (chosen.among > 1) {
    const forms = chosen.among % 10 === 1 && chosen.among % 100 !== 11 ? 'реквизита' : 'реквизитов';
    faults.push(['requisite-guessed', 'К сведению', `Взят первый из ${chosen.among} ${forms}.`]);
  }
  return [...faults, ...requisiteFaults(chosen.requisite, buyer)];
}

function requisiteFaults(requisite: Requisite, buyer: string): Fault[] {
  const faults: Fault[] = [];
  const inn = (requisite.RQ_INN ?? '').trim();
  const kpp = (requisite.RQ_KPP ?? '').trim();
  const company = requisite.RQ_COMPANY_NAME ?? '';
  const isTrader = /^ИП( |$)/.test(buyer);
  const fault = inn === '' ? null : innFault(inn);
  const isValid = inn !== '' && fault === null;
  if (fault !== null) faults.push(['inn-wrong', 'Ошибка', fault]);
  if (taxNumberOf(requisite) === '' && (company || requisite.RQ_COMPANY_FULL_NAME || isTrader))
    faults.push([
      ...(['inn-missing', 'Внимание'] as const),
      'В реквизите не заполнен ИНН. Для иностранного покупателя это не ошибка.',
    ]);
  if (isValid && inn.length === 10 && isTrader)
    faults.push(['inn-kind', 'Внимание', 'ИНН из 10 цифр бывает у организаций.']);
  if (isValid && inn.length === 12 && company !== '' && !isTrader)
    faults.push(['inn-kind', 'Внимание', 'ИНН из 12 цифр бывает у ИП и физлиц.']);
  if (isValid && inn.length === 10 && kpp === '')
    faults.push(['kpp-missing', 'Внимание', `У организации с ИНН ${inn} не заполнен КПП.`]);
  if (kpp !== '' && !/^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$/.test(kpp))
    faults.push(['kpp-wrong', 'Ошибка', `КПП ${kpp}: должно быть 9 знаков.`]);
  if (kpp !== '' && /^[0-9]{12}$/.test(inn))
    faults.push(['kpp-extra', 'К сведению', `КПП ${kpp} при ИНН из 12 цифр.`]);
  return faults;
}

/** Of one invoice among all of the report. */
export function likenessFaults(
  data: PortalData,
  invoice: ExpectedInvoice,
  all: readonly ExpectedInvoice[],
): Fault[] {
  const faults: Fault[] = [];
  const others = all.filter(({ id }) => id !== invoice.id);
  const number = invoice.number.trim();
  if (number === '') faults.push(['number-missing', 'Ошибка', 'У счёта пустой номер.']);
  const sameNumber = others.filter(
    (other) => number !== '' && other.number.trim() === number && other.ownCompany === invoice.ownCompany,
  );
  if (sameNumber.length > 0)
    faults.push(['number-double', 'Внимание', `Тот же номер у счетов: ${idsOf(sameNumber)}.`]);
  const alike = others.filter((other) => isAlike(invoice, other));
  if (alike.length > 0)
    faults.push([
      ...(['double-suspect', 'К сведению'] as const),
      `Те же товары, сумма и дата у счетов: ${idsOf(alike)}.`,
    ]);
  const names = namesOfInn(data, invoice, all);
  if (names.length > 1) {
    const shown = names.filter(isShort).slice(0, 3);
    const more = names.length > shown.length ? ` и ещё ${names.length - shown.length}` : '';
    const inn = innOf(data, invoice);
    faults.push(['name-varies', 'К сведению', `ИНН ${inn}: ${shown.map(quote).join(', ')}${more}.`]);
  }
  return faults;
}

const idsOf = (invoices: readonly ExpectedInvoice[]): string => {
  const ids = invoices.map(({ id }) => `id ${id}`);
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` и ещё ${ids.length - 5}` : '');
};

function isAlike(a: ExpectedInvoice, b: ExpectedInvoice): boolean {
  const goods = ({ rows }: ExpectedInvoice): string =>
    rows
      .map(({ product, quantity, price }) => [product, quantity, price].join('\n'))
      .sort()
      .join('\n\n');
  return (
    compareKeys(keyOf(a), keyOf(b)) === 0 &&
    a.currency === b.currency &&
    a.sum !== null &&
    a.sum !== 0 &&
    a.sum === b.sum &&
    a.date !== null &&
    a.date === b.date &&
    a.rows.length > 0 &&
    goods(a) === goods(b)
  );
}

function innOf(data: PortalData, { id }: ExpectedInvoice): string {
  const stored = data.invoices.get(id);
  return (stored && requisiteOf(data, stored)?.requisite.RQ_INN?.trim()) ?? '';
}

/** All names of its INN where that is valid and this is its last invoice. */
function namesOfInn(
  data: PortalData,
  invoice: ExpectedInvoice,
  all: readonly ExpectedInvoice[],
): readonly string[] {
  const inn = innOf(data, invoice);
  if (inn === '' || innFault(inn) !== null) return [];
  const own = all.filter((other) => innOf(data, other) === inn);
  if (own.some(({ id }) => id > invoice.id)) return [];
  return [...new Set(own.map(({ buyer }) => buyer))].filter((name) => name !== '');
}
