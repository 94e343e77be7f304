/**
 * The memory as text for the cells of one column: a head, and slices each of which is sealed by itself. A slice is
 * sealed anew only where it changed, so that an unchanged memory costs nothing but its writing. What is too long for a
 * cell and cannot be parted goes on in the cells below.
 */
import { CELL_LENGTH, sealed, unsealed, type Seal } from '../cache/seal';
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import type { Codec } from '../platform/platform';
import { invoiceOfKey, type Memory } from './Memory';
import { partsOf, wholeOf, type ReportEntry, type ReportHead, type ReportMemory } from './ReportMemory';

/** Whose the memory is: it is of use to no copy of the file and no other connection. */
export interface MemoryOwner {
  readonly spreadsheetId: string;
  readonly connection: string;
}

/** All that is kept for the next refresh. */
export interface Kept {
  /** null where nothing of the portal may be kept, or nothing is known. */
  readonly memory: Memory | null;
  /** null before the first report of both sheets. */
  readonly report: ReportMemory | null;
}

export interface WrittenMemory extends Kept {
  /** Which of two was written later. */
  readonly serial: number;
  /** Sealed slices by their content's hash. */
  readonly slices: ReadonlyMap<string, string>;
}

interface Label {
  readonly owner: MemoryOwner;
  readonly serial: number;
}

interface Head {
  /** The checksum of each slice. */
  readonly sums: readonly string[];
  readonly memory: Omit<Memory, keyof Sliced> | null;
  readonly report: ReportHead | null;
}

type Sliced = Pick<Memory, 'invoices' | 'newcomers' | 'answers'>;

/** With the moment since when it is listed, where that is not long. */
type ListedInvoice = readonly [InvoiceId, InvoiceRecord, number?];

interface Slice {
  readonly invoices: readonly ListedInvoice[];
  readonly answers: readonly (readonly [string, unknown])[];
  readonly entries?: readonly ReportEntry[];
}

const INVOICES_A_SLICE = 250;
const ANSWERS_A_SLICE = 500;
const ENTRIES_A_SLICE = 500;
const NOTHING_KNOWN = new Map<InvoiceId, InvoiceRecord>();

/**
 * @param known slices sealed before
 * @throws what the codec throws
 */
export function memoryCells(
  { memory, report }: Kept,
  owner: MemoryOwner,
  serial: number,
  known: ReadonlyMap<string, string>,
  codec: Codec,
): readonly string[] {
  const { head: reportHead, entries } =
    report === null ? { head: null, entries: [] } : partsOf(report, memory?.invoices ?? NOTHING_KNOWN);
  const content = [...(memory === null ? [] : slicesOf(memory)), ...entries.flatMap(slicesOfEntries)];
  const slices = content.flatMap((slice) => sealedSlices(slice, known, codec));
  const label: Label = { owner, serial };
  const head: Head = {
    sums: slices.map((slice) => sha256Hex(slice)),
    memory: memory && headOf(memory),
    report: reportHead,
  };
  const first = JSON.stringify(sealed(label, JSON.stringify(head), codec));
  return [first, ...slices].flatMap(cellsOf);
}

/** No head and no slice begins with it. */
const GOES_ON = 'z';

function cellsOf(text: string): readonly string[] {
  const cells = [text.slice(0, CELL_LENGTH)];
  const length = CELL_LENGTH - GOES_ON.length;
  for (let at = CELL_LENGTH; at < text.length; at += length)
    cells.push(GOES_ON + text.slice(at, at + length));
  return cells;
}

/** Head and slices as they were before they were laid into cells. */
function textsIn(cells: readonly unknown[]): readonly string[] {
  const texts: string[][] = [];
  for (const cell of cells.map(String).filter((text) => text !== '')) {
    const last = texts[texts.length - 1];
    if (last !== undefined && cell.startsWith(GOES_ON)) last.push(cell.slice(GOES_ON.length));
    else texts.push([cell]);
  }
  return texts.map((parts) => parts.join(''));
}

function headOf(memory: Memory): Omit<Memory, keyof Sliced> {
  const { epoch, scope, list, mode, stages, fullAt, toldAt, shiftedAt, buyersAt } = memory;
  return { epoch, scope, list, mode, stages, fullAt, toldAt, shiftedAt, buyersAt };
}

const slicesOfEntries = (entries: readonly ReportEntry[]): readonly Slice[] =>
  inParts(entries, ENTRIES_A_SLICE).map((part) => ({ invoices: [], answers: [], entries: part }));

function inParts<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

function sealedSlices(slice: Slice, known: ReadonlyMap<string, string>, codec: Codec): readonly string[] {
  const content = JSON.stringify(slice);
  const hash = sha256Hex(content);
  const { head, body } = known.has(hash) ? { head: null, body: '' } : sealed({ hash }, content, codec);
  const text = known.get(hash) ?? JSON.stringify({ head, body });
  if (text.length <= CELL_LENGTH || !canBeParted(slice)) return [text];
  return inHalves(slice).flatMap((half) => sealedSlices(half, known, codec));
}

const canBeParted = ({ invoices, answers, entries = [] }: Slice): boolean =>
  Math.max(invoices.length, answers.length, entries.length) > 1;

function inHalves({ invoices, answers, entries }: Slice): readonly Slice[] {
  const half = ({ length }: readonly unknown[]): number => Math.ceil(length / 2);
  const part = (of: <T>(list: readonly T[]) => readonly T[]): Slice => ({
    ...{ invoices: of(invoices), answers: of(answers) },
    ...(entries === undefined ? {} : { entries: of(entries) }),
  });
  return [part((list) => list.slice(0, half(list))), part((list) => list.slice(half(list)))];
}

/** What belongs to an invoice lies with it, and what belongs to buyers apart. */
function slicesOf({ invoices, newcomers, answers }: Sliced): readonly Slice[] {
  const ofInvoice = new Map<InvoiceId, [string, unknown][]>();
  const ofBuyers: [string, unknown][] = [];
  for (const entry of [...answers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = invoiceOfKey(entry[0]);
    if (id === null) ofBuyers.push(entry);
    else ofInvoice.set(id, [...(ofInvoice.get(id) ?? []), entry]);
  }
  const inOrder = [...invoices]
    .sort(([a], [b]) => a - b)
    .map(([id, invoice]): ListedInvoice => {
      const since = newcomers.get(id);
      return since === undefined ? [id, invoice] : [id, invoice, since];
    });
  return [
    ...inParts(inOrder, INVOICES_A_SLICE).map((some) => ({
      invoices: some,
      answers: some.flatMap(([id]) => ofInvoice.get(id) ?? []),
    })),
    ...inParts(ofBuyers, ANSWERS_A_SLICE).map((answers) => ({ invoices: [], answers })),
  ];
}

/** null for anything but a whole, undamaged memory of this owner, as this version of the add-on writes it. */
export function readMemory(
  cells: readonly unknown[],
  owner: MemoryOwner,
  codec: Codec,
): WrittenMemory | null {
  try {
    const [first = '', ...rest] = textsIn(cells);
    const { head, body } = JSON.parse(first) as { head: Label & Seal; body: string };
    if (canonical(head.owner) !== canonical(owner)) return null;
    const { sums, memory, report } = unsealed(head, body, codec) as Head;
    if (canonical(sums) !== canonical(rest.map((text) => sha256Hex(text)))) return null;
    const slices = new Map<string, string>();
    const invoices = new Map<InvoiceId, InvoiceRecord>();
    const newcomers = new Map<InvoiceId, number>();
    const answers = new Map<string, unknown>();
    const entries: ReportEntry[] = [];
    for (const text of rest) {
      const slice = JSON.parse(text) as { head: { hash: string } & Seal; body: string };
      const content = unsealed(slice.head, slice.body, codec) as Slice;
      slices.set(slice.head.hash, text);
      for (const [id, invoice, since] of content.invoices) {
        invoices.set(id, invoice);
        if (since !== undefined) newcomers.set(id, since);
      }
      for (const [key, answer] of content.answers) answers.set(key, answer);
      entries.push(...(content.entries ?? []));
    }
    return {
      memory: memory && { ...memory, invoices, newcomers, answers },
      report: report && wholeOf(report, entries, invoices),
      serial: head.serial,
      slices,
    };
  } catch {
    return null;
  }
}

/** What a column says of itself, believed only once it is read; 0 where it says nothing. */
export function serialOf(cells: readonly unknown[]): number {
  try {
    const [first = ''] = textsIn(cells);
    const { serial } = (JSON.parse(first) as { head: Partial<Label> }).head;
    return serial ?? 0;
  } catch {
    return 0;
  }
}
