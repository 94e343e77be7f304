/** Looks that a platform gives back otherwise than they were set; none of them is known to be Google's. */
import type { Echo, Quirks } from '../../../simulator/spreadsheet';

const spelled =
  (change: (text: string) => string): Echo =>
  (shown) =>
    typeof shown === 'string' ? change(shown) : shown;

export const ECHOES: Readonly<Record<string, Quirks['echoes']>> = {
  'a date pattern in other letters': {
    getNumberFormats: spelled((format) => format.replace('dd.mm.yyyy', 'dd.MM.yyyy')),
  },
  'a currency behind an escaped space, quotes gone': {
    getNumberFormats: spelled((format) => format.replace(/ \[\$/g, '\\ [$').replace(/"нет"/, 'нет')),
  },
  'General for an automatic format': {
    getNumberFormats: spelled((format) => (format === 'General' ? '0.###############' : format)),
  },
  'the fill of alternating colours': {
    getBackgrounds: (shown, { row }) => (shown === '#ffffff' && row % 2 === 1 ? '#f3f3f3' : shown),
  },
  'colours in capitals': { getBackgrounds: spelled((color) => color.toUpperCase()) },
  'the blue of a link': {
    getFontColors: (shown, { cell }) => (cell?.runs.some(({ link }) => link !== null) ? '#1155cc' : shown),
  },
  'the line under a link': {
    getFontLines: (shown, { cell }) => (cell?.runs.some(({ link }) => link !== null) ? 'underline' : shown),
  },
  'a link without its last slash': { getLinkUrl: spelled((link) => link.replace(/\/$/, '')) },
  'no link at all': { getLinkUrl: () => null },
  'every text wrapped': { getWraps: () => true },
  'general alignment': { getHorizontalAlignments: spelled((at) => (at === 'left' ? 'general-left' : at)) },
  'weights as numbers': { getFontWeights: spelled((weight) => (weight === 'bold' ? '700' : '400')) },
  'another name of the font': { getFontFamilies: () => 'arial,sans,sans-serif' },
  'another size of the font': { getFontSizes: (shown) => Number(shown) + 0.5 },
  'another name of upright letters': { getFontStyles: () => 'NORMAL' },
};

/** All of them together. */
export const ALL_ECHOES: Quirks['echoes'] = Object.values(ECHOES).reduce<Record<string, Echo>>(
  (all, echoes) => {
    for (const [getter, echo] of Object.entries(echoes)) {
      const earlier = all[getter];
      all[getter] = earlier === undefined ? echo : (shown, place) => echo(earlier(shown, place), place);
    }
    return all;
  },
  {},
);
