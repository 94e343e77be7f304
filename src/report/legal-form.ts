/** Russian legal forms at the beginning of a name: sole trader, and people who are none. */

// `\b` knows Latin letters only, so the ends of a Cyrillic word are named one by one.
const WORD_END = '(?=[\\s.\'"`«»“”„‘’]|$)';
const SOLE_TRADER_WORDS = `(?:ип|индивидуальный\\s+предприниматель)${WORD_END}`;

/** How people call the requisite of a private person, or of a profession that is no sole trader. */
const PERSON_WORDS = [
  'физ(?:\\.\\s*|\\s+)лицо',
  'физлицо',
  'физическое\\s+лицо',
  'частное\\s+лицо',
  'фл',
  'самозанят(?:ый|ая)',
  'нпд',
  'нотариус',
  'адвокат',
];

const BEGINS_AS_SOLE_TRADER = new RegExp(`^\\s*${SOLE_TRADER_WORDS}`, 'i');
const SOLE_TRADER_PREFIX = new RegExp(`^\\s*(?:(?:${SOLE_TRADER_WORDS}|и\\.п\\.)[\\s.]*)+`, 'i');
const BEGINS_AS_PERSON = new RegExp(`^\\s*(?:${PERSON_WORDS.join('|')})${WORD_END}`, 'i');

/** «ИП …» or «Индивидуальный предприниматель …», in any case. */
export function beginsAsSoleTrader(name: string): boolean {
  return BEGINS_AS_SOLE_TRADER.test(name);
}

/** «Физ. лицо …», «Самозанятая …», «Нотариус …» and the like, in any case. */
export function beginsAsPerson(name: string): boolean {
  return BEGINS_AS_PERSON.test(name);
}

/** The name without a leading «ИП», «И.П.» or «Индивидуальный предприниматель». */
export function withoutSoleTraderPrefix(name: string): string {
  return name.replace(SOLE_TRADER_PREFIX, '');
}
