/** `RichTextValue` and `RichTextValueBuilder`: texts that are written without being read as an entry. */
import { LIMITS } from '../limits';
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { integer, type Kind, type Members, orNull, takesOn, text } from '../signature';
import type { RunStyle, TextRun } from './cell';
import { refusals } from './refusals';
import { changeRuns, type RichText } from './rich-text';
import type { TextStyleClasses } from './text-style-service';

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type RichTextValueBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Draft {
  value: RichText;
}

export interface RichTextClasses {
  readonly values: ServiceClass<RichTextValue, RichText>;
  readonly newBuilder: () => RichTextValueBuilder;
}

export function makeRichTextClasses(gate: Gate, { styles }: TextStyleClasses): RichTextClasses {
  const values: RichTextClasses['values'] = new ServiceClass<RichTextValue, RichText>(
    'SpreadsheetApp.RichTextValue',
    gate,
    () => ({
      ...valueMembers(styles),
      getRuns: onValue().gives((value) => runsOf(value).map((run) => values.wrap(alone(value, run)))),
      copy: onValue().gives((value) => builders.wrap({ value })),
    }),
  );
  const builders: ServiceClass<RichTextValueBuilder, Draft> = new ServiceClass<RichTextValueBuilder, Draft>(
    'SpreadsheetApp.RichTextValueBuilder',
    gate,
    () => ({
      ...builderMembers(orNull(styles.kind)),
      build: onDraft().gives(({ value }) => values.wrap(value)),
    }),
  );
  return { values, newBuilder: () => builders.wrap({ value: { text: '', runs: [] } }) };
}

const onValue = takesOn<RichText>();
const onDraft = takesOn<Draft>();

function valueMembers(styles: TextStyleClasses['styles']) {
  const style = (value: RichText, stretch: Stretch): object => styles.wrap(commonStyle(value, stretch));
  return {
    getText: onValue().gives((value) => value.text),
    getLinkUrl: [
      onValue().gives((value) => commonLink(value, whole(value))),
      onValue(integer, integer).gives((value, start, end) => commonLink(value, part(value, start, end))),
    ],
    getTextStyle: [
      onValue().gives((value) => style(value, whole(value))),
      onValue(integer, integer).gives((value, start, end) => style(value, part(value, start, end))),
    ],
  } satisfies Members<RichTextValue>;
}

function builderMembers(style: Kind<RunStyle | null>) {
  const change = (draft: Draft, stretch: Stretch, to: (run: TextRun) => TextRun): void => {
    const { text: content, runs } = draft.value;
    draft.value = { text: content, runs: changeRuns(runs, content.length, stretch, to) };
  };
  const link = (draft: Draft, stretch: Stretch, url: string | null): void =>
    change(draft, stretch, (run) => ({ ...run, link: url }));
  const restyle = (draft: Draft, stretch: Stretch, own: RunStyle | null): void =>
    change(draft, stretch, (run) => ({ ...run, style: own === null ? {} : { ...run.style, ...own } }));
  return {
    setText: onDraft(text).chains((draft, content) => {
      if (content.length > LIMITS.cellCharacters) throw refusals.cellTooLong();
      draft.value = { text: content, runs: [] };
    }),
    setLinkUrl: [
      onDraft(orNull(text)).chains((draft, url) => link(draft, whole(draft.value), url)),
      onDraft(integer, integer, orNull(text)).chains((draft, start, end, url) =>
        link(draft, part(draft.value, start, end), url),
      ),
    ],
    setTextStyle: [
      onDraft(style).chains((draft, own) => restyle(draft, whole(draft.value), own)),
      onDraft(integer, integer, style).chains((draft, start, end, own) =>
        restyle(draft, part(draft.value, start, end), own),
      ),
    ],
  } satisfies Members<RichTextValueBuilder>;
}

const whole = ({ text: content }: RichText): Stretch => ({ start: 0, end: content.length });
const part = ({ text: content }: RichText, start: number, end: number): Stretch =>
  checkStretch({ start, end }, content);

/** A run as a text of its own. */
const alone = ({ text: content }: RichText, run: TextRun): RichText => ({
  text: content.slice(run.start, run.end),
  runs: [{ ...run, start: 0, end: run.end - run.start }],
});

function checkStretch(stretch: Stretch, content: string): Stretch {
  if (stretch.start < 0 || stretch.start > stretch.end) throw refusals.invalidArgument('startOffset');
  if (stretch.end > content.length) throw refusals.invalidArgument('endOffset');
  return stretch;
}

const runsOf = (value: RichText): RichText['runs'] =>
  value.runs.length > 0 ? value.runs : [{ ...whole(value), style: {}, link: null }];

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
