/** What the further sheets have brought: a line each below the counts of a result. */
import { listed, type Amount } from './amounts';
import { count, counted, INVOICES, money, plural, type PluralForms } from './russian';
import { NO_CURRENCY } from './sheet-texts';

export interface Overdue {
  readonly invoices: number;
  /** Of the currencies in which anything is overdue. */
  readonly sums: readonly Amount[];
  readonly namesCurrency: boolean;
}

export interface CheckOutcome {
  readonly errors: number;
  readonly fresh: number;
  readonly gone: number;
}

const DEBTS = 'Долги: ';
const CHECKS = 'Проверка данных: ';
const CHANGES = 'Изменений с прошлого обновления: ';
const OVERDUE: PluralForms = ['просрочен', 'просрочено', 'просрочено'];

/** Whether a line of a result is one of these, and no notice. */
export const isOutcome = (line: string): boolean =>
  [DEBTS, CHECKS, CHANGES].some((beginning) => line.startsWith(beginning));

export const outcomeTexts = {
  overdue: ({ invoices, sums, namesCurrency }: Overdue) => {
    const shown = ({ currency, all }: Amount): string =>
      namesCurrency ? `${money(all)}\u00a0${currency || NO_CURRENCY}` : money(all);
    return `${DEBTS}${plural(invoices, OVERDUE)} ${counted(invoices, INVOICES)} на ${listed(sums, shown)}.`;
  },
  checks: ({ errors, fresh, gone }: CheckOutcome) =>
    `${CHECKS}ошибок ${count(errors)}, новых замечаний ${count(fresh)}, снято ${count(gone)}.`,
  changes: (lines: number) => `${CHANGES}${count(lines)}.`,
} as const;
