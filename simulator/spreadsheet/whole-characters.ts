/**
 * The `.xlsx` library hands the file's parts to JSZip as strings, which JSZip cuts every 16,384 units and encodes
 * piece by piece: a character outside the basic plane on a cut would be lost. Bytes it leaves alone.
 */
import type ExcelJS from '@protobi/exceljs';

interface Archive {
  append(part: string | Uint8Array, options: { readonly base64?: boolean }): void;
}

/** The library's own first step of writing, which its types leave out. */
interface PartsWriter {
  addContentTypes(archive: Archive, model: unknown): Promise<void>;
}

/** Makes the next writing of the workbook encode each part as a whole. */
export function keepCharactersWhole(workbook: ExcelJS.Workbook): void {
  const writer = workbook.xlsx as unknown as PartsWriter;
  const addContentTypes = writer.addContentTypes.bind(writer);
  writer.addContentTypes = (archive, model) => {
    const append = archive.append.bind(archive);
    archive.append = (part, options) => {
      append(typeof part === 'string' && options.base64 !== true ? Buffer.from(part) : part, options);
    };
    return addContentTypes(archive, model);
  };
}
