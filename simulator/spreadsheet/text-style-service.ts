/** `TextStyle` and `TextStyleBuilder`: looks of stretches of a text. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { flag, integer, orNull, takesOn, text } from '../signature';
import type { RunStyle } from './cell';
import { readColor } from './color';

type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

interface Draft {
  style: RunStyle;
}

export interface TextStyleClasses {
  readonly styles: ServiceClass<TextStyle, RunStyle>;
  readonly newBuilder: () => TextStyleBuilder;
}

export function makeTextStyleClasses(gate: Gate): TextStyleClasses {
  const onStyle = takesOn<RunStyle>();
  const onDraft = takesOn<Draft>();
  const set = (draft: Draft, change: RunStyle): void => {
    draft.style = { ...draft.style, ...change };
  };
  const styles: TextStyleClasses['styles'] = new ServiceClass<TextStyle, RunStyle>(
    'SpreadsheetApp.TextStyle',
    gate,
    () => ({
      isBold: onStyle().gives(({ bold }) => bold ?? null),
      isItalic: onStyle().gives(({ italic }) => italic ?? null),
      isUnderline: onStyle().gives(({ underline }) => underline ?? null),
      isStrikethrough: onStyle().gives(({ strikethrough }) => strikethrough ?? null),
      getFontFamily: onStyle().gives(({ fontFamily }) => fontFamily ?? null),
      getFontSize: onStyle().gives(({ fontSize }) => fontSize ?? null),
      getForegroundColor: onStyle().gives(({ color }) => color ?? null),
      copy: onStyle().gives((style) => builders.wrap({ style })),
    }),
  );
  const builders: ServiceClass<TextStyleBuilder, Draft> = new ServiceClass<TextStyleBuilder, Draft>(
    'SpreadsheetApp.TextStyleBuilder',
    gate,
    () => ({
      setBold: onDraft(flag).chains((draft, bold) => set(draft, { bold })),
      setItalic: onDraft(flag).chains((draft, italic) => set(draft, { italic })),
      setUnderline: onDraft(flag).chains((draft, underline) => set(draft, { underline })),
      setStrikethrough: onDraft(flag).chains((draft, strikethrough) => set(draft, { strikethrough })),
      setFontFamily: onDraft(text).chains((draft, fontFamily) => set(draft, { fontFamily })),
      setFontSize: onDraft(integer).chains((draft, fontSize) => set(draft, { fontSize })),
      setForegroundColor: onDraft(orNull(text)).chains((draft, color) => {
        const others = Object.entries(draft.style).filter(([property]) => property !== 'color');
        draft.style = {
          ...Object.fromEntries(others),
          ...(color === null ? {} : { color: readColor(color) }),
        };
      }),
      build: onDraft().gives(({ style }) => styles.wrap(style)),
    }),
  );
  return { styles, newBuilder: () => builders.wrap({ style: {} }) };
}
