/** `TextStyle` and `TextStyleBuilder`: looks of stretches of a text. */
import type { RunStyle } from './cell';
import { readColor } from './color';
import type { Context } from './context';
import { flag, integer, orNull, simulate, takes, text } from './signature';

type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

export const makeTextStyle = (context: Context, style: RunStyle): TextStyle =>
  simulate<TextStyle>('TextStyle', context.gate, {
    isBold: takes().gives(() => style.bold ?? null),
    isItalic: takes().gives(() => style.italic ?? null),
    isUnderline: takes().gives(() => style.underline ?? null),
    isStrikethrough: takes().gives(() => style.strikethrough ?? null),
    getFontFamily: takes().gives(() => style.fontFamily ?? null),
    getFontSize: takes().gives(() => style.fontSize ?? null),
    getForegroundColor: takes().gives(() => style.color ?? null),
    copy: takes().gives(() => makeTextStyleBuilder(context, style)),
  });

export function makeTextStyleBuilder(context: Context, from: RunStyle): TextStyleBuilder {
  let style = from;
  const set = (change: RunStyle): void => {
    style = { ...style, ...change };
  };
  return simulate<TextStyleBuilder>('TextStyleBuilder', context.gate, {
    setBold: takes(flag).chains((bold) => set({ bold })),
    setItalic: takes(flag).chains((italic) => set({ italic })),
    setUnderline: takes(flag).chains((underline) => set({ underline })),
    setStrikethrough: takes(flag).chains((strikethrough) => set({ strikethrough })),
    setFontFamily: takes(text).chains((fontFamily) => set({ fontFamily })),
    setFontSize: takes(integer).chains((fontSize) => set({ fontSize })),
    setForegroundColor: takes(orNull(text)).chains((color) => {
      const others = Object.entries(style).filter(([property]) => property !== 'color');
      style = { ...Object.fromEntries(others), ...(color === null ? {} : { color: readColor(color) }) };
    }),
    build: takes().gives(() => context.textStyles.wrap(style)),
  });
}
