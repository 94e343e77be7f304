/** What inserted and deleted rows and columns make of conditional formats. */
import { type Area, columnLetters, columnNumber } from './area';
import type { ConditionalRule } from './sheet-parts';

type Move = (area: Area) => Area | null;

/** A cell in a formula, `B2` or `$B$2`: not a part of a name, not a function. */
const REFERENCE = /(?<![\p{L}\d_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)(?![\p{L}\d_.(])/giu;

/** Areas and formulas follow inserted and deleted rows and columns; a rule goes with the last of its cells. */
export function movedRules(rules: readonly ConditionalRule[], move: Move): readonly ConditionalRule[] {
  return rules.flatMap((rule) => {
    const areas = rule.areas.map(move).filter((area) => area !== null);
    return areas.length === 0 ? [] : [{ ...rule, areas, formula: movedFormula(rule.formula, move) }];
  });
}

const movedFormula = (formula: string, move: Move): string =>
  formula.replace(REFERENCE, (_, dollar: string, letters: string, otherDollar: string, row: string) => {
    const area = move({ row: Number(row), column: columnNumber(letters), rows: 1, columns: 1 });
    return area === null ? '#REF!' : `${dollar}${columnLetters(area.column)}${otherDollar}${area.row}`;
  });
