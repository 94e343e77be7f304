/** `RichTextValue` and `RichTextValueBuilder`: texts that are written without being read as an entry. */
import type { RunStyle } from './cell';
import type { Context } from './context';
import { MAX_CELL_CHARACTERS } from './limits';
import { refusals } from './refusals';
import { changeRuns, type RichText } from './rich-text';
import { integer, orNull, simulate, takes, text } from './signature';

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type RichTextValueBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function makeRichText(context: Context, value: RichText): RichTextValue {
  const whole = (): Stretch => ({ start: 0, end: value.text.length });
  const part = (start: number, end: number): Stretch => checkStretch({ start, end }, value.text);
  const style = (stretch: Stretch): object => context.textStyles.wrap(commonStyle(value, stretch));
  return simulate<RichTextValue>('RichTextValue', context.gate, {
    getText: takes().gives(() => value.text),
    getLinkUrl: [
      takes().gives(() => commonLink(value, whole())),
      takes(integer, integer).gives((start, end) => commonLink(value, part(start, end))),
    ],
    getTextStyle: [
      takes().gives(() => style(whole())),
      takes(integer, integer).gives((start, end) => style(part(start, end))),
    ],
    getStartIndex: takes().gives(() => 0),
    getEndIndex: takes().gives(() => value.text.length),
    getRuns: takes().gives(() =>
      runsOf(value).map((run) =>
        context.richTexts.wrap({
          text: value.text.slice(run.start, run.end),
          runs: [{ ...run, start: 0, end: run.end - run.start }],
        }),
      ),
    ),
    copy: takes().gives(() => makeRichTextBuilder(context, value)),
  });
}

export function makeRichTextBuilder(context: Context, from: RichText): RichTextValueBuilder {
  let value = from;
  const link = (stretch: Stretch, url: string | null): void => {
    value = {
      ...value,
      runs: changeRuns(value.runs, value.text.length, stretch, (run) => ({ ...run, link: url })),
    };
  };
  const restyle = (stretch: Stretch, style: RunStyle | null): void => {
    value = {
      ...value,
      runs: changeRuns(value.runs, value.text.length, stretch, (run) => ({
        ...run,
        style: style === null ? {} : { ...run.style, ...style },
      })),
    };
  };
  const whole = (): Stretch => ({ start: 0, end: value.text.length });
  const part = (start: number, end: number): Stretch => checkStretch({ start, end }, value.text);
  const style = orNull(context.textStyles.kind);
  return simulate<RichTextValueBuilder>('RichTextValueBuilder', context.gate, {
    setText: takes(text).chains((content) => {
      if (content.length > MAX_CELL_CHARACTERS) throw refusals.cellTooLong();
      value = { text: content, runs: [] };
    }),
    setLinkUrl: [
      takes(orNull(text)).chains((url) => link(whole(), url)),
      takes(integer, integer, orNull(text)).chains((start, end, url) => link(part(start, end), url)),
    ],
    setTextStyle: [
      takes(style).chains((own) => restyle(whole(), own)),
      takes(integer, integer, style).chains((start, end, own) => restyle(part(start, end), own)),
    ],
    build: takes().gives(() => context.richTexts.wrap(value)),
  });
}

function checkStretch(stretch: Stretch, content: string): Stretch {
  if (stretch.start < 0 || stretch.start > stretch.end) throw refusals.invalidArgument('startOffset');
  if (stretch.end > content.length) throw refusals.invalidArgument('endOffset');
  return stretch;
}

const runsOf = (value: RichText): RichText['runs'] =>
  value.runs.length > 0 ? value.runs : [{ start: 0, end: value.text.length, style: {}, link: null }];

const touched = (value: RichText, { start, end }: Stretch): RichText['runs'] =>
  runsOf(value).filter((run) => (run.start < end && run.end > start) || value.text === '');

/** Null where stretches differ (Google, RichTextValue reference). */
function commonLink(value: RichText, stretch: Stretch): string | null {
  const links = new Set(touched(value, stretch).map(({ link }) => link));
  const [first = null] = links;
  return links.size === 1 ? first : null;
}

function commonStyle(value: RichText, stretch: Stretch): RunStyle {
  const [first, ...others] = touched(value, stretch).map(({ style }) => style);
  const shared = Object.entries(first ?? {}).filter(([property, own]) =>
    others.every((other) => other[property as keyof RunStyle] === own),
  );
  return Object.fromEntries(shared);
}
