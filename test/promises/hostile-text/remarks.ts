/** What the details on «Проверка данных» make of each hostile text: they quote what is plain, and name ids else. */
import { CHECK_TITLES } from '../../../src/texts/check-titles';
import type { World } from '../../../world/make-world';
import { CHECKS } from '../../../world/sheets';
import { quoted } from '../../support/hostile/payloads';
import type { ExpectedTexts } from './bearers';
import { linesByInvoice } from './lines-by-invoice';

/** UTF-16 units of a text of the CRM within one of ours (docs/contract.md). */
const LONGEST_QUOTED = 100;
/** What ends a line, hides, or turns what stands around it. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Three names in one line are the most. */
const LONGEST_DETAILS = 400;

/** Columns from B on. */
const [TITLE, DETAILS] = [4, 5];
const WIDTH = 7;

const isFit = (text: string): boolean =>
  text.trim() !== '' && text.length <= LONGEST_QUOTED && !UNFIT.test(text);
const quote = (text: string): string => `«${text.replace(/«/g, '„').replace(/»/g, '“')}»`;

export class Remarks {
  private readonly lines: ReadonlyMap<number, readonly (readonly string[])[]>;

  constructor(private readonly world: World) {
    this.lines = linesByInvoice(world.spreadsheet, CHECKS, WIDTH);
  }

  /** One line for each remark that is not told as it should be, or quotes what is not fit to be. */
  missing(id: number, texts: ExpectedTexts): readonly string[] {
    const lines = this.lines.get(id) ?? [];
    // Where cells keep nothing of a number there is no link to know it by.
    if (lines.length === 0) return [];
    const unfit = lines.map((line) => line[DETAILS] ?? '').filter((details) => !isPlain(details));
    const untold = this.told(id, texts).filter(
      ([title, details]) =>
        !lines.some((line) => line[TITLE] === title && line[DETAILS]?.startsWith(details)),
    );
    return [
      ...unfit.map((details) => `${CHECKS} has no plain details: ${quoted(details)}`),
      ...untold.map(([title, details]) => `${CHECKS} does not tell of «${title}»: ${quoted(details)}`),
    ];
  }

  /** Titles, and how the details begin, of remarks that are made about these texts. */
  private told(id: number, { product, inn, kpp }: ExpectedTexts): readonly (readonly [string, string])[] {
    const named = (what: string, text: string): string =>
      isFit(text)
        ? `${what} ${text}`
        : `${what} в реквизите id ${this.world.data.links.get(id)?.REQUISITE_ID ?? 0}`;
    const [innText, kppText] = [inn.trim(), kpp.trim()];
    const name = isFit(product) ? ` ${quote(product)}` : '';
    return [
      [CHECK_TITLES['rate-date'], `Строка 1${name}: ставка 20\u00a0%`],
      // Whether digits are right ones is no question of what stands on a sheet.
      ...(/\D/.test(innText)
        ? ([[CHECK_TITLES['inn-wrong'], `${named('ИНН', innText)}: есть не только цифры.`]] as const)
        : []),
      ...(kppText === ''
        ? []
        : ([[CHECK_TITLES['kpp-wrong'], `${named('КПП', kppText)}: должно быть 9 знаков.`]] as const)),
    ];
  }
}

const isPlain = (details: string): boolean => details.length <= LONGEST_DETAILS && !UNFIT.test(details);
