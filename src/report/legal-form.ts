/** Russian legal forms at the beginning of a name: sole trader and natural person. */

// `\b` knows Latin letters only, so the ends of a Cyrillic word are named one by one.
const WORD_END = '(?=[\\s.\'"`«»“”„‘’]|$)';
const SOLE_TRADER_WORDS = `(?:ип|индивидуальный\\s+предприниматель)${WORD_END}`;

const BEGINS_AS_SOLE_TRADER = new RegExp(`^\\s*${SOLE_TRADER_WORDS}`, 'i');
const SOLE_TRADER_PREFIX = new RegExp(`^\\s*(?:(?:${SOLE_TRADER_WORDS}|и\\.п\\.)[\\s.]*)+`, 'i');
const BEGINS_AS_NATURAL_PERSON = new RegExp(
  `^\\s*(?:физ\\.\\s*лицо|физлицо|физическое\\s+лицо)${WORD_END}`,
  'i',
);

/** «ИП …» or «Индивидуальный предприниматель …», in any case. */
export function beginsAsSoleTrader(name: string): boolean {
  return BEGINS_AS_SOLE_TRADER.test(name);
}

/** «Физ. лицо …», «Физлицо …» or «Физическое лицо …», in any case. */
export function beginsAsNaturalPerson(name: string): boolean {
  return BEGINS_AS_NATURAL_PERSON.test(name);
}

/** The name without a leading «ИП», «И.П.» or «Индивидуальный предприниматель». */
export function withoutSoleTraderPrefix(name: string): string {
  return name.replace(SOLE_TRADER_PREFIX, '');
}
