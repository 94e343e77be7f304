/** The report of a portal that holds one odd case of the demo data and nothing else. */
import type { WorldOptions } from '../../../../world/make-world';
import { aPortal } from '../../../../portal/data/a-portal';
import { ODD_CASES, type OddCaseName } from '../../../../portal/data/odd-cases';
import type { OddContext } from '../../../../portal/data/odd-case';
import { connect, makeWorld, type World } from '../../../../world/make-world';
import { Project } from '../../../../simulator';
import type { Quirks, SpreadsheetModel } from '../../../../simulator/spreadsheet';
import { briefRows, detailRows, type Literal } from './literal-cells';
import { refresh } from './refresh';

export interface OddReport {
  readonly world: World;
  readonly message: string;
  readonly brief: Literal[][];
  readonly detail: Literal[][];
}

interface OddOptions extends WorldOptions {
  readonly settings?: Record<string, unknown>;
  /** How the platform reads what is written into text cells. */
  readonly reading?: Partial<Quirks>;
  /** Looks at the spreadsheet after every call of the platform. */
  readonly watch?: (book: SpreadsheetModel) => void;
}

/** Parsed once for the many small reports of a file. */
const project = Project.fromFolder('dist');

/** What the quarter of the worlds' clock is. */
export const QUARTER = { from: '2026-04-01', to: '2026-06-30' };

/** Company 1 with requisite 1, which odd invoices have unless the buyer is what is odd. */
export const BUYER = { name: 'ООО «Ромашка»', inn: '7701234567' } as const;

export function reportOf(cases: readonly OddCaseName[], options: OddOptions = {}): OddReport {
  return reportOn((context) => {
    for (const name of cases) ODD_CASES[name](context);
  }, options);
}

/** The same of a portal that `fill` puts invoices into. */
export function reportOn(fill: (context: OddContext) => void, options: OddOptions = {}): OddReport {
  const world = makeWorld(
    (clock) => {
      const { data } = aPortal(clock).withCategory(12, 'Тендеры');
      data.addStage(12, 'UC_R9D1QX', { NAME: 'Проиграли', SORT: 150, SEMANTICS: 'F' });
      const companyId = data.addCompany({ TITLE: 'Ромашка' });
      const requisiteId = data.addRequisite({
        ...{ ENTITY_ID: companyId, RQ_COMPANY_NAME: BUYER.name, RQ_INN: BUYER.inn },
      });
      fill({ data, period: QUARTER, buyer: { companyId, contactId: 0, requisiteId } });
      return data;
    },
    { project, ...options },
  );
  Object.assign(world.spreadsheet.quirks, options.reading);
  const { spreadsheet } = world;
  world.simulator.hooks = { after: () => options.watch?.(spreadsheet) };
  connect(world, options.settings);
  const message = refresh(world);
  return { world, message, brief: briefRows(spreadsheet), detail: detailRows(spreadsheet) };
}
