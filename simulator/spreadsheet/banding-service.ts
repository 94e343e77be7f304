/** `Banding`: alternating colours of rows, which clearing leaves in place and a second one refuses. */
import { intersect } from './area';
import { type Context, type RangeData, requireSheet, write } from './context';
import { onRange } from './range-data';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { Banding as BandingData } from './sheet-parts';
import { flag, type Members, simulate, takes } from './signature';

type Banding = GoogleAppsScript.Spreadsheet.Banding;

export function rangeBandingMembers(context: Context) {
  const apply = (range: RangeData, theme: string): object => {
    const { sheet, area } = range;
    const banding = { area, theme };
    write(context, range, () => {
      if (sheet.bandings.some((other) => intersect(other.area, area))) throw refusals.secondBanding();
      sheet.bandings = [...sheet.bandings, banding];
    });
    return makeBanding(context, sheet, banding);
  };
  const theme = context.bandingThemes.kind;
  return {
    applyRowBanding: [
      onRange().gives((range) => apply(range, 'LIGHT_GREY')),
      onRange(theme).gives(apply),
      onRange(theme, flag, flag).gives(apply),
    ],
    getBandings: onRange().gives(({ sheet, area }) =>
      requireSheet(context, sheet)
        .bandings.filter((banding) => intersect(banding.area, area))
        .map((banding) => makeBanding(context, sheet, banding)),
    ),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

export const sheetBandingMembers = (context: Context, sheet: SheetModel) =>
  ({
    getBandings: takes().gives(() =>
      requireSheet(context, sheet).bandings.map((banding) => makeBanding(context, sheet, banding)),
    ),
  }) satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;

function makeBanding(context: Context, sheet: SheetModel, banding: BandingData): Banding {
  return simulate<Banding>('Banding', context.gate, {
    getRange: takes().gives(() => context.ranges.wrap({ sheet, area: banding.area })),
    remove: takes().gives(() => {
      const { bandings } = requireSheet(context, sheet);
      sheet.bandings = bandings.filter((other) => other !== banding);
    }),
  });
}
