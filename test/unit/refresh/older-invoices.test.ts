/** Unpaid invoices outside the report, for a list of debts: which they are, whatever the portal makes of its filter. */
import fc from 'fast-check';
import { PAYMENT_DATE, SHIPMENT_DATE, type PortalBuilder } from '../../../portal/data/a-portal';
import { oddRecord, restFault, type FaultRule } from '../../../portal/faults';
import type { IsoDate } from '../../../src/domain/ids';
import { aLine, codeThrownBy, type Line, type LineOptions } from '../bitrix24/a-line';
import { Collector, fieldName, type Collection, type CollectOptions } from './a-collection';

const GENERATIONS = ['old', 'mid', 'new'] as const;
/** The first day of three years before the collections' today. */
const FIRST_DAY = '2023-05-20';
const [OPEN, SENT, PAID, FAILED] = ['DT31_7:N', 'DT31_7:S', 'DT31_7:P', 'DT31_7:D'];

function collect(line: Line, { settings, ...options }: CollectOptions = {}): Collection {
  return new Collector(line).collect({ ...options, settings: { debtsSheet: 'all', ...settings } });
}

const olderIds = ({ older }: Collection): number[] => older.map(({ head }) => head.invoice.id);
const sentences = ({ report }: Collection): string[] => report.issues.map(({ sentence }) => sentence);

/** What the list of them was asked for. */
const asked = (line: Line): readonly unknown[] =>
  line.portal.requests
    .map(({ params }) => params['filter'])
    .filter((filter) => typeof filter === 'object' && filter !== null && '@stageId' in filter);

/** Those outside the quarter with an odd id are wanted, the others are not. */
function ofEveryKind(portal: PortalBuilder): PortalBuilder {
  return portal
    .withCategory(12, 'Сервис')
    .withInvoice({ ID: 1, BEGINDATE: '2025-05-20' })
    .withInvoice({ ID: 2, BEGINDATE: '2026-05-01' })
    .withInvoice({ ID: 3, BEGINDATE: FIRST_DAY, STAGE_ID: SENT })
    .withInvoice({ ID: 4, BEGINDATE: '2023-05-19' })
    .withInvoice({ ID: 5, BEGINDATE: '2024-02-29', CATEGORY_ID: 12, STAGE_ID: 'DT31_12:N' })
    .withInvoice({ ID: 6, BEGINDATE: '2025-05-20', STAGE_ID: PAID })
    .withInvoice({ ID: 7, BEGINDATE: '2030-01-01' })
    .withInvoice({ ID: 8, BEGINDATE: '2025-05-20', STAGE_ID: FAILED })
    .withInvoice({ ID: 10, BEGINDATE: '2022-05-20' })
    .withInvoice({ ID: 12, BEGINDATE: '2025-05-20', IS_RECURRING: true })
    .withInvoice({ ID: 14, BEGINDATE: null })
    .withInvoice({ ID: 16, BEGINDATE: '2025-05-20', STAGE_ID: 'DT31_7:GONE' })
    .withInvoice({ ID: 18, BEGINDATE: '2026-05-01', STAGE_ID: 'DT31_7:GONE' });
}

const everyKind = (options: LineOptions = {}): Line => aLine(ofEveryKind, options);

describe('the unpaid invoices outside the report', () => {
  it.each(
    GENERATIONS.flatMap((generation) => ['+03:00', '-05:00'].map((zone) => [generation, zone] as const)),
  )('are those of three years in open stages, on a portal of generation %s at %s', (generation, zone) => {
    const collected = collect(everyKind({ portal: { generation, zone } }));
    expect(olderIds(collected)).toEqual([1, 3, 5, 7]);
    expect(collected.report.brief.map(({ head }) => head.invoice.id)).toEqual([2, 18]);
  });

  it('are asked for by the stages of all pipelines and their day', () => {
    const line = everyKind();
    collect(line);
    const stages = [OPEN, 'DT31_12:N', SENT, 'DT31_12:S'];
    const filter = { '@stageId': stages, '>=begindate': FIRST_DAY };
    expect(asked(line)).toEqual([
      { '>id': 0, ...filter },
      // A template fits too.
      { '>id': 12, ...filter },
    ]);
    const { params } =
      line.portal.requests.find(({ params: { filter: own } }) => own === asked(line)[0]) ?? {};
    expect(params).toMatchObject({ entityTypeId: 31, order: { id: 'ASC' }, start: -1 });
  });

  it.each<[string, CollectOptions]>([
    ['are none where the list of debts is that of the period', { settings: { debtsSheet: 'period' } }],
    ['are none where there is no such list', { settings: { debtsSheet: 'off' } }],
    ['are none where the brief sheet alone is made', { sheets: ['brief'] }],
  ])('%s, and nothing is asked for them', (_, options) => {
    const line = everyKind();
    expect(olderIds(collect(line, options))).toEqual([]);
    expect(asked(line)).toEqual([]);
  });

  it('begin on 28 February three years before a 29th', () => {
    const line = aLine((portal) =>
      ['2025-02-27', '2025-02-28', '2025-03-01'].forEach((day) => portal.withInvoice({ BEGINDATE: day })),
    );
    const today = '2028-02-29' as IsoDate;
    const period = { from: '2028-01-01' as IsoDate, to: '2028-03-31' as IsoDate };
    expect(olderIds(collect(line, { today, period }))).toEqual([2, 3]);
    expect(asked(line)[0]).toMatchObject({ '>=begindate': '2025-02-28' });
  });

  it('are asked for by no request where every stage is closed', () => {
    const line = everyKind();
    for (const { STATUS_ID } of line.data.stages) line.data.changeStage(STATUS_ID, { SEMANTICS: 'F' });
    const settings = { excludeFailed: false };
    expect(olderIds(collect(line, { settings }))).toEqual([]);
    const requests = line.asked.length;
    collect(line, { settings: { ...settings, debtsSheet: 'period' } });
    expect([requests, asked(line)]).toEqual([line.asked.length / 2, []]);
  });

  it('have the lines, and the buyers, that the report would have of them', () => {
    const line = aLine((portal) =>
      portal
        .withCompany({ ID: 4, TITLE: 'Альфа' })
        .withRequisite({ ID: 9, ENTITY_ID: 4, RQ_INN: '7701234567', RQ_COMPANY_NAME: 'ООО «Альфа»' })
        .withInvoice({ ID: 1, BEGINDATE: '2025-05-20', COMPANY_ID: 4, link: 9, OPPORTUNITY: 100.5 })
        .withInvoice({ ID: 2, BEGINDATE: '2025-05-21', COMPANY_ID: 4, OPPORTUNITY: null }),
    );
    const { older } = collect(line);
    const period = { from: '2025-05-01' as IsoDate, to: '2025-05-31' as IsoDate };
    const { report } = collect(line, { period, settings: { debtsSheet: 'period' } });
    expect(older).toEqual(report.brief);
    expect(older.map(({ head }) => head.buyer.name)).toEqual(['ООО «Альфа»', 'ООО «Альфа»']);
  });
});

const refused: FaultRule = ({ params: { filter } }) =>
  typeof filter === 'object' && filter !== null && '@stageId' in filter
    ? restFault(400, 'INVALID_ARG_VALUE', 'Invalid filter')
    : null;

const empty: FaultRule = ({ params: { filter } }) =>
  typeof filter === 'object' && filter !== null && '@stageId' in filter
    ? (run) => {
        const outcome = run();
        if (outcome.kind !== 'answer') return outcome;
        return { ...outcome, body: JSON.stringify({ ...JSON.parse(outcome.body), result: { items: [] } }) };
      }
    : null;

describe('a portal that', () => {
  it.each<[string, LineOptions['portal']]>([
    ['ignores the stages', { ignores: { filters: ['@stageId'] } }],
    ['ignores the day', { ignores: { filters: ['>=begindate'] } }],
    ['ignores both', { ignores: { filters: ['@stageId', '>=begindate'] } }],
    ['refuses the filter', { faults: refused }],
    ['finds nothing by it', { faults: empty }],
  ])('%s has them all the same', (_, portal) => {
    const collected = collect(everyKind({ portal: portal ?? {} }));
    expect(olderIds(collected)).toEqual([1, 3, 5, 7]);
    expect(sentences(collected)).toEqual([]);
  });

  it('has none outside the report, and none in it that stands open, is believed', () => {
    const line = aLine((portal) => portal.withInvoice({ STAGE_ID: PAID }));
    expect(olderIds(collect(line))).toEqual([]);
    expect(asked(line)).toHaveLength(1);
  });

  it('refuses a later page ends the refresh', () => {
    let lists = 0;
    const later: FaultRule = (request) =>
      (lists += refused(request) ? 1 : 0) === 2 ? refused(request) : null;
    expect(codeThrownBy(() => collect(everyKind({ portal: { faults: later } })))).toBe('argument');
  });
});

describe('of an invoice outside the report', () => {
  const settings = { paymentDateField: fieldName(PAYMENT_DATE) };
  const older = { BEGINDATE: '2025-05-20' };

  it('that is paid by its date nobody asks who buys, and it is none of them', () => {
    const line = aLine((portal) =>
      portal
        .withCompany({ ID: 4 })
        .withInvoice({ ...older, COMPANY_ID: 4, [PAYMENT_DATE]: '2025-06-01' })
        .withInvoice({ ...older, COMPANY_ID: 4, [PAYMENT_DATE]: '1970-01-01' }),
    );
    const collected = collect(line, { settings });
    expect(olderIds(collected)).toEqual([2]);
    expect(collected.progress).toEqual({ done: 2, total: 2 });
    const links = line.portal.requests.filter(({ method }) => method === 'crm.requisite.link.list');
    expect(links.map(({ params }) => params['filter'])).toMatchObject([{ '@ENTITY_ID': [2] }]);
  });

  it('it is told where nobody would see that something is missing', () => {
    const odd: Record<number, Record<string, unknown>> = {
      1: { opportunity: 'много' },
      2: { taxValue: 'много' },
      3: { begindate: 'давно' },
    };
    const faults: FaultRule = ({ method }) =>
      method === 'crm.item.list'
        ? (run, request) => {
            const through = (id: number, inner: typeof run) => () =>
              oddRecord(id, odd[id] ?? {})(inner, request);
            return through(1, through(2, through(3, run)))();
          }
        : null;
    const line = aLine(
      (portal) =>
        portal
          .withInvoice({ ...older, ACCOUNT_NUMBER: 'А-1' })
          .withInvoice({ ...older, ACCOUNT_NUMBER: 'А-2' })
          .withInvoice({ ...older, ACCOUNT_NUMBER: 'А-3' })
          .withInvoice({ ...older, ACCOUNT_NUMBER: 'А-4', [PAYMENT_DATE]: '2026-05-21' }),
      { portal: { faults } },
    );
    const collected = collect(line, { settings });
    expect(olderIds(collected)).toEqual([1, 2]);
    expect(sentences(collected)).toEqual([
      'Счёт № А-3 (id 3) не вошёл в отчёт: в CRM не читается «Дата счёта».',
      'Счёт № А-1 (id 1): в CRM не читается «Сумма», отчёт составлен без этого значения.',
      'Счёт № А-4 (id 4): дата оплаты 21.05.2026 ещё не наступила, но счёт считается оплаченным.',
    ]);
  });

  it('it is told what is odd about the values that lists of debts show', () => {
    const field = 'UF_CRM_PAID_SUM';
    const line = aLine((portal) =>
      portal
        .withUserField({ name: field, type: 'double', title: 'Оплатили', multiple: false })
        .withInvoice({ ...older, [SHIPMENT_DATE]: '2001-01-01', [PAYMENT_DATE]: '1970-01-01' })
        .withInvoice({ ...older, CLOSEDATE: '2001-01-01', [field]: 'сто' })
        .withInvoice({ ...older, ACCOUNT_NUMBER: 'x'.repeat(50_001), [field]: '99.5' }),
    );
    const collected = collect(line, {
      settings: {
        ...{ paymentDateField: fieldName(PAYMENT_DATE), shipmentDateField: fieldName(SHIPMENT_DATE) },
        paidSumField: fieldName(field),
      },
    });
    expect(olderIds(collected)).toEqual([1, 2, 3]);
    expect(sentences(collected)).toEqual([
      'Счёт № 2 (id 2): в CRM не читается «Оплачено», отчёт составлен без этого значения.',
      'Счёт id 3: слишком длинный текст сокращён в столбце «Номер».',
      'Счёт № 1 (id 1): дата оплаты 01.01.1970 похожа на пустую дату 1С и не учтена.',
      'Счёт № 2 (id 2): срок оплаты 01.01.2001 похож на пустую дату 1С и не учтён.',
    ]);
  });

  it('nothing is told twice that the report tells', () => {
    const faults: FaultRule = () => oddRecord(1, { begindate: 'давно' });
    const line = aLine((portal) => portal.withInvoice({ BEGINDATE: '2026-05-01' }), { portal: { faults } });
    expect(sentences(collect(line))).toEqual([
      'Счёт № 1 (id 1) не вошёл в отчёт: в CRM не читается «Дата счёта».',
    ]);
  });
});

test.each<[string, CollectOptions, boolean]>([
  ['where «Долги» is made', {}, true],
  ['where «Сводка» is', { settings: { debtsSheet: 'off', summarySheet: true } }, true],
  ['where neither is', { settings: { debtsSheet: 'off' } }, false],
  ['where the brief sheet alone is made', { sheets: ['brief'] }, false],
])('a paid sum of the report that is none is told %s', (_, options, isTold) => {
  const field = 'UF_CRM_PAID_SUM';
  const line = aLine((portal) =>
    portal
      .withUserField({ name: field, type: 'double', title: 'Оплатили', multiple: false })
      .withInvoice({ BEGINDATE: '2026-05-01', [field]: 'сто' }),
  );
  const settings = { paidSumField: fieldName(field), ...options.settings };
  const told = 'Счёт № 1 (id 1): в CRM не читается «Оплачено», отчёт составлен без этого значения.';
  expect(sentences(collect(line, { ...options, settings }))).toEqual(isTold ? [told] : []);
});

describe('whatever the portal holds, the unpaid invoices outside the report', () => {
  const invoice = fc.record({
    BEGINDATE: fc.constantFrom(
      null,
      '2023-05-19',
      FIRST_DAY,
      '2025-01-01',
      '2026-04-01',
      '2026-05-20',
      '2027-01-01',
    ),
    STAGE_ID: fc.constantFrom(OPEN, SENT, PAID, FAILED, 'DT31_7:GONE'),
    IS_RECURRING: fc.boolean(),
  });

  it('are with those of the report all that stand open, each once', () => {
    fc.assert(
      fc.property(
        fc.array(invoice, { maxLength: 120 }),
        fc.constantFrom(...GENERATIONS),
        fc.boolean(),
        (invoices, generation, isIgnored) => {
          const ignores = isIgnored ? { filters: ['@stageId', '>=begindate'] } : {};
          const line = aLine((portal) => invoices.forEach((each) => portal.withInvoice(each)), {
            portal: { generation, ignores, limits: 'off' },
          });
          const collected = collect(line, { settings: { excludeFailed: false } });
          const ofReport = collected.report.brief.map(({ head }) => Number(head.invoice.id));
          const wanted = [...line.data.invoices.values()]
            .filter(({ BEGINDATE, IS_RECURRING }) => !IS_RECURRING && (BEGINDATE ?? '') >= FIRST_DAY)
            .filter(({ STAGE_ID }) => STAGE_ID === OPEN || STAGE_ID === SENT)
            .map(({ ID }) => ID);
          expect(olderIds(collected)).toEqual(wanted.filter((id) => !ofReport.includes(id)));
          expect(collected.progress.done).toBe(ofReport.length + olderIds(collected).length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
