/** Checks what `POST /control` brings; see `Control`. */
import type { Control, FaultName, Form, GenerationName, InvoicesName, Place } from '../protocol';
import { isPerson, isScope } from './people';
import { Refusal } from './Refusal';

/** More invoices than that make the demo portal slow to build. */
const MOST_INVOICES = 20_000;
const HIGHEST_SPEED = 1_000;
const LONGEST_JUMP = 32 * 24 * 60 * 60 * 1000;

const INVOICES: readonly InvoicesName[] = ['demo', 'odd', 'hostile'];
const FORMS: readonly Form[] = ['bound', 'addOn'];
const GENERATIONS: readonly GenerationName[] = ['old', 'mid', 'new'];
const PLACES: readonly Place[] = ['sidebar', 'dialog'];
const FAULTS: Readonly<Record<FaultName, true>> = {
  ...{ none: true, denied: true, rateLimit: true, revoked: true, badGateway: true },
  ...{ brokenJson: true, slow: true, crawl: true, hang: true, reset: true },
};

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTrue: Check = (value) => value === true;
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const textsNamed =
  (...names: readonly string[]): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => isText(value[name]));

const CHECKS: Readonly<Record<keyof Control, Check>> = {
  user: isPerson,
  newSpreadsheet: isTrue,
  form: oneOf(FORMS),
  generation: oneOf(GENERATIONS),
  invoices: (value) => oneOf(INVOICES)(value) || (within(1, MOST_INVOICES)(value) && Number.isInteger(value)),
  speed: within(0.1, HIGHEST_SPEED),
  fault: oneOf(Object.keys(FAULTS)),
  passTime: (value) => value === 'nextMonth' || within(0, LONGEST_JUMP)(value),
  revokeConsent: isPerson,
  grantConsent: isPerson,
  withdrawScope: isScope,
  answerConsent: (value) => typeof value === 'boolean',
  follow: isText,
  open: isTrue,
  reopen: isTrue,
  stopTriggers: (value) => typeof value === 'boolean',
  click: (value) => Array.isArray(value) && value.every(isText),
  close: oneOf(PLACES),
  closeAlert: within(0, Infinity),
  edit: textsNamed('sheet', 'cell', 'text'),
  insertCheckbox: textsNamed('sheet', 'cell'),
  insertNote: textsNamed('sheet', 'cell', 'text'),
  fill: textsNamed('sheet', 'cell', 'color'),
  addSheet: isText,
  renameSheet: textsNamed('sheet', 'to'),
  hideSheet: isText,
  deleteSheet: isText,
};

/** Throws a Refusal that names the entry. */
export function readControl(input: unknown): Control {
  if (!isRecord(input)) throw new Refusal('Expected an object');
  for (const [key, value] of Object.entries(input)) {
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof Control] : undefined;
    if (!check?.(value)) throw new Refusal(`Not understood: ${key}`);
  }
  return input;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
