/**
 * How records of the CRM are kept across executions, in whatever place: compressed, under one format number, with a
 * checksum. What is damaged, or was written by a version with other records, is not read.
 */
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';
import type { Codec } from '../platform/platform';

/** Raised whenever the layout of what is sealed, or any record in domain/records.ts, changes. */
export const RECORD_FORMAT = 7;

/** What stands beside a sealed body in plain text. */
export interface Seal {
  readonly format: number;
  /** SHA-256 of format, label and body. */
  readonly sum: string;
}

/**
 * @param label says what the content is and whose, a plain object of JSON values; it cannot be changed afterwards either
 * @param content JSON text
 * @param format another one where what is sealed has to outlive the records of the CRM
 * @throws what the codec throws
 */
export function sealed<Label extends object>(
  label: Label,
  content: string,
  codec: Codec,
  format = RECORD_FORMAT,
): { readonly head: Label & Seal; readonly body: string } {
  const body = codec.compress(content);
  return { head: { format, ...label, sum: sumOf(label, body, format) }, body };
}

/**
 * @param head the label with its seal, as it lay there
 * @returns the JSON value that was sealed
 * @throws where it is damaged, or was sealed by another format
 */
export function unsealed(
  { format, sum, ...label }: Seal,
  body: string,
  codec: Codec,
  expected = RECORD_FORMAT,
): unknown {
  if (format !== expected || sum !== sumOf(label, body, format))
    throw new Error('Not sealed by this version');
  return JSON.parse(codec.expand(body));
}

const sumOf = (label: object, body: string, format: number): string =>
  sha256Hex(`${format}:${canonical(label)}:${body}`);

/** UTF-16 units of one cell: nine tenths of what it takes. */
export const CELL_LENGTH = 0.9 * CELL_TEXT_MAX_CHARS;

/** Keeps a slice from being read as a number or a formula: Base64 may begin with `+`. */
const SLICE_MARK = 'z';

/**
 * The same as text for the cells of one column: the head first, the body in slices that each fit a cell.
 * Takes what `sealed` takes.
 * @throws what the codec throws
 */
export function sealedCells(...parts: Parameters<typeof sealed>): readonly string[] {
  const { head, body } = sealed(...parts);
  const cells = [JSON.stringify(head)];
  const length = CELL_LENGTH - SLICE_MARK.length;
  for (let at = 0; at < body.length; at += length) cells.push(SLICE_MARK + body.slice(at, at + length));
  return cells;
}

/**
 * @param cells as they are read from a sheet, empty ones among them
 * @returns the label that lies in the head, and the JSON value that was sealed
 * @throws where anything of it is damaged, missing or of another format
 */
export function unsealedCells(
  cells: readonly unknown[],
  codec: Codec,
  format?: number,
): { readonly label: object; readonly content: unknown } {
  const [first, ...slices] = cells.map(String).filter((cell) => cell !== '');
  const head = JSON.parse(first ?? '') as Seal;
  const body = slices.map((slice) => slice.slice(SLICE_MARK.length)).join('');
  return { label: head, content: unsealed(head, body, codec, format) };
}
