/** What «Долги», «НДС» and «Проверка данных» hold of each hostile text, wherever their order has put it. */
import type { SheetModel, SpreadsheetModel } from '../../../simulator/spreadsheet';
import { CHECKS, DEBTS, VAT } from '../../../world/sheets';
import { quoted } from '../../support/hostile/payloads';
import type { ExpectedTexts } from './bearers';

const FIRST_ROW = 3;
/** Columns of «Долги» and «Проверка данных», and of «НДС». */
const [B, C, D, E, F, K] = [2, 3, 4, 5, 6, 11];
const TAX_NUMBER = /^(\d{10}|\d{12})$/;

/** The texts as sheets that group by buyer show them: of one INN by the invoice with the highest id, the last. */
export function asOneBuyer(all: readonly ExpectedTexts[]): readonly ExpectedTexts[] {
  const last = new Map(all.map((texts) => [texts.inn.trim(), texts]));
  return all.map((texts) => {
    const shown = TAX_NUMBER.test(texts.inn.trim()) ? last.get(texts.inn.trim()) : undefined;
    const { inn, buyer, kpp } = shown ?? texts;
    return { ...texts, inn, buyer, kpp };
  });
}

export class FurtherSheets {
  /** By the link to its card: number, buyer and INN of each invoice owed. */
  private readonly owed = new Map<string, string>();
  private readonly buyers = new Set<string>();
  /** Buyers that are billed: name, INN, KPP and whose company has billed them. */
  private readonly billed = new Set<string>();

  /** By the link to its card: number and buyer of each invoice with a remark, in all its lines. */
  private readonly remarked = new Map<string, Set<string>>();

  constructor(spreadsheet: SpreadsheetModel) {
    const [debts, vat, checks] = [DEBTS, VAT, CHECKS].map((name) => spreadsheet.sheetNamed(name));
    for (const [row, texts] of textsOf(debts, [B, C, D])) {
      const link = debts?.peek(row, B)?.runs[0]?.link ?? null;
      if (link === null) this.buyers.add(JSON.stringify(texts.slice(1)));
      else this.owed.set(link, JSON.stringify(texts));
    }
    for (const [row, texts] of textsOf(checks, [B, D])) {
      const link = checks?.peek(row, B)?.runs[0]?.link ?? '';
      this.remarked.set(link, (this.remarked.get(link) ?? new Set()).add(JSON.stringify(texts)));
    }
    for (const [, texts] of textsOf(vat, [D, E, F, K])) this.billed.add(JSON.stringify(texts));
  }

  /**
   * One line for each place where the texts of that invoice do not stand.
   * @param ownBuyer the invoice's own, where a sheet does not group by buyer
   */
  missing(link: string, texts: ExpectedTexts, ownBuyer: string): string[] {
    const { number, buyer, inn, kpp, ownCompany } = texts;
    const owed = this.owed.get(link);
    // Where cells keep nothing of a number there is nothing to link.
    const isOwed = number === '' || owed === JSON.stringify([number, buyer, inn]);
    const remarks = [...(this.remarked.get(link) ?? [])];
    const isRemarked = number === '' || remarks.join() === JSON.stringify([number, ownBuyer]);
    return [
      ...(isRemarked ? [] : [`${CHECKS} shows ${quoted(remarks.join() || 'no such invoice')}`]),
      ...(isOwed ? [] : [`${DEBTS} shows ${quoted(owed ?? 'no such invoice')}`]),
      ...(this.buyers.has(JSON.stringify([buyer, inn])) ? [] : [`${DEBTS} shows no such buyer`]),
      ...(this.billed.has(JSON.stringify([buyer, inn, kpp, ownCompany]))
        ? []
        : [`${VAT} shows no such buyer`]),
    ];
  }
}

const textsOf = (sheet: SheetModel | undefined, columns: readonly number[]): [number, unknown[]][] =>
  Array.from({ length: sheet?.lastRow() ?? 0 }, (_, index) => {
    const row = FIRST_ROW + index;
    return [row, columns.map((column) => sheet?.peek(row, column)?.value ?? '')];
  });
