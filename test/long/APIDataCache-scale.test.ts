/** The largest report: 10,000 invoices with 50,000 rows, every buyer another one. */
import { createHash } from 'node:crypto';
import type { APIDataCache } from '../../src/cache/APIDataCache';
import type { RequisiteRecord } from '../../src/domain/records';
import { query, type Query } from '../../src/domain/query';
import { Portal } from '../unit/cache/a-cache';
import { aRow, requisiteId } from '../unit/cache/answers';

const INVOICES = 10_000;
const ROWS_PER_INVOICE = 5;
const INVOICES_PER_FLUSH = 100;
const WORDS =
  `Услуги доставка бетон монтаж кабель труба стальная аренда техники работы материал кирпич краска лист болт
  гайка насос фильтр поставка оборудование консультация обслуживание пусконаладка проект сертификация фанера
  арматура утеплитель профиль светильник датчик клапан муфта фланец редуктор подшипник ремень масло смазка
  бумага картридж принтер монитор лицензия подписка хостинг реклама печать баннер перевозка хранение упаковка`.split(
    /\s+/,
  );

/** Four bytes that look random and are the same in every run. */
const chance = (seed: string): number => createHash('md5').update(seed).digest().readUInt32BE();

const text = (seed: string, words: number): string =>
  Array.from({ length: words }, (_, index) => WORDS[chance(`${seed}:${index}`) % WORDS.length]).join(' ');

const linkQuery = (id: number): Query<'link'> => query('link', id);
const requisiteQuery = (id: number): Query<'requisite'> => query('requisite', id);
const rowsQuery = (id: number): Query<'rows'> =>
  query(
    'rows',
    id,
    `2026-03-${String((id % 28) + 1).padStart(2, '0')}T10:${String(id % 60).padStart(2, '0')}:00+03:00`,
  );

const innOf = (id: number): string => String(1_000_000_000 + (chance(`inn:${id}`) % 9_000_000_000));

const aRequisite = (id: number): RequisiteRecord => ({
  id: requisiteId(id),
  entityTypeId: 4,
  entityId: id + 300,
  sort: 500,
  addressOnly: false,
  name: 'Реквизиты организации',
  inn: innOf(id),
  taxNumber: innOf(id),
  ogrnip: '',
  companyName: `ООО «${text(`short:${id}`, 2)}»`,
  companyFullName: `Общество с ограниченной ответственностью «${text(`short:${id}`, 2)}»`,
  personName: '',
  lastName: '',
  firstName: '',
  secondName: '',
});

function rowsOf(invoice: number): ReturnType<typeof aRow>[] {
  return Array.from({ length: ROWS_PER_INVOICE }, (_, index) => {
    const seed = `${invoice}:${index}`;
    const row = aRow(invoice * ROWS_PER_INVOICE + index, `${text(seed, 4)} ${chance(seed) % 1000}`);
    return { ...row, price: (chance(`price:${seed}`) % 10_000_000) / 100 };
  });
}

function fetchEverything(cache: APIDataCache): void {
  const stages: ((id: number) => void)[] = [
    (id) => cache.find(linkQuery(id)) ?? cache.keep(linkQuery(id), requisiteId(id), 'ttl'),
    (id) => cache.find(requisiteQuery(id)) ?? cache.keep(requisiteQuery(id), aRequisite(id), 'ttl'),
    (id) => cache.find(rowsQuery(id)) ?? cache.keep(rowsQuery(id), rowsOf(id), 'rows'),
  ];
  for (const fetch of stages) {
    for (let id = 1; id <= INVOICES; id += 1) {
      fetch(id);
      if (id % INVOICES_PER_FLUSH === 0) cache.flush();
    }
  }
}

describe('the cache of the largest report', () => {
  const portal = new Portal();
  const first = portal.cache({ ttlSeconds: 21_600 });
  const second = portal.cache({ ttlSeconds: 21_600 });

  beforeAll(() => {
    fetchEverything(first);
    fetchEverything(second);
  }, 120_000);

  it('takes at most 60 entries, each of less than 100,000 bytes', () => {
    expect(portal.store.entries.size).toBeLessThanOrEqual(60);
    const sizes = [...portal.store.entries.values()].map((entry) => Buffer.byteLength(entry));
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(portal.warnings).toEqual([]);
  });

  it('never asks the platform for more than 60 keys', () => {
    expect(portal.store.keysAsked / portal.store.calls.getAll).toBeLessThanOrEqual(60);
  });

  it('drops nothing that was fetched, neither from memory nor from the packs', () => {
    expect(first.statistics).toMatchObject({ misses: 3 * INVOICES, stores: 3 * INVOICES, evictions: 0 });
    expect(first.find(linkQuery(1))).toEqual({ answer: 1 });
  });

  it('answers everything in the next refresh with one read and no write', () => {
    expect(second.statistics).toEqual({ hits: 3 * INVOICES, misses: 0, stores: 0, evictions: 0, bytes: 0 });
    expect(second.find(rowsQuery(INVOICES))).toEqual({ answer: rowsOf(INVOICES) });
    expect(portal.store.calls).toEqual({
      getAll: 2,
      putAll: (3 * INVOICES) / INVOICES_PER_FLUSH,
      removeAll: 0,
    });
  });
});
