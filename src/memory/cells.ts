/**
 * The memory as text for the cells of one column: a head, and slices each of which is sealed by itself. A slice is
 * sealed anew only where it changed, so that an unchanged memory costs nothing but its writing.
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
  const slices = content.flatMap((slice) => sliceCells(slice, known, codec));
  const label: Label = { owner, serial, memory: memory && headOf(memory), report: reportHead };
  const sums = slices.map((cell) => sha256Hex(cell));
  const { head, body } = sealed(label, JSON.stringify(sums), codec);
  return [JSON.stringify({ head, body }), ...slices];
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

function sliceCells(slice: Slice, known: ReadonlyMap<string, string>, codec: Codec): readonly string[] {
  const content = JSON.stringify(slice);
  const hash = sha256Hex(content);
  const { head, body } = known.has(hash) ? { head: null, body: '' } : sealed({ hash }, content, codec);
  const cell = known.get(hash) ?? JSON.stringify({ head, body });
  if (cell.length <= CELL_LENGTH) return [cell];
  return inHalves(slice).flatMap((half) => sliceCells(half, known, codec));
}

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
    const [first, ...rest] = cells.map(String).filter((cell) => cell !== '');
    const { head, body } = JSON.parse(first ?? '') as { head: Label & Seal; body: string };
    const sums = unsealed(head, body, codec) as readonly string[];
    if (canonical(head.owner) !== canonical(owner)) return null;
    if (canonical(sums) !== canonical(rest.map((cell) => sha256Hex(cell)))) return null;
    const { memory, report, serial } = head;
    const slices = new Map<string, string>();
    const invoices = new Map<InvoiceId, InvoiceRecord>();
    const newcomers = new Map<InvoiceId, number>();
    const answers = new Map<string, unknown>();
    const entries: ReportEntry[] = [];
    for (const cell of rest) {
      const slice = JSON.parse(cell) as { head: { hash: string } & Seal; body: string };
      const content = unsealed(slice.head, slice.body, codec) as Slice;
      slices.set(slice.head.hash, cell);
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
      serial,
      slices,
    };
  } catch {
    return null;
  }
}

/** What a column says of itself, believed only once it is read; 0 where it says nothing. */
export function serialOf([first]: readonly unknown[]): number {
  try {
    const { serial } = (JSON.parse(String(first)) as { head: Partial<Label> }).head;
    return serial ?? 0;
  } catch {
    return 0;
  }
}
