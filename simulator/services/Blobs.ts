/** Makes blobs for one execution and opens those that come back as arguments. */
import { makeService, PlatformException, type Gate } from '../service';
import { methodsOf } from '../signature';
import { decode, encode, fromSigned, toSigned } from './bytes';

export interface BlobContent {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly name: string | null;
}

export class Blobs {
  private readonly contents = new WeakMap<object, () => BlobContent>();

  constructor(private readonly gate: Gate) {}

  /** `Utilities.newBlob(data[, contentType[, name]])`: a text is text/plain in UTF-8. */
  fromData(data: unknown, contentType: string | null = null, name: string | null = null) {
    if (typeof data === 'string') {
      return this.make({ bytes: encode(data, 'UTF_8'), contentType: contentType ?? 'text/plain', name });
    }
    if (!Array.isArray(data)) throw new PlatformException('Invalid argument: data');
    return this.make({ bytes: fromSigned(data as number[]), contentType, name });
  }

  make(initial: BlobContent): object {
    let content = initial;
    const change = (fields: Partial<BlobContent>) => {
      content = { ...content, ...fields };
      return blob;
    };
    const method = methodsOf('Blob');
    const blob: object = makeService('Blob', this.gate, {
      getBytes: method('getBytes', [], () => toSigned(content.bytes)),
      getContentType: method('getContentType', [], () => content.contentType),
      getName: method('getName', [], () => content.name),
      getDataAsString: method('getDataAsString', ['text?'], (charset?: string | null) =>
        decode(content.bytes, charset ?? 'utf-8'),
      ),
      setBytes: method('setBytes', ['list'], (bytes: number[]) => change({ bytes: fromSigned(bytes) })),
      setContentType: method('setContentType', ['text'], (type: string | null) =>
        change({ contentType: type }),
      ),
      setDataFromString: method(
        'setDataFromString',
        ['text', 'text?'],
        (text: string, charset?: string | null) =>
          change({ bytes: encode(text, charset === 'US-ASCII' ? 'US_ASCII' : 'UTF_8') }),
      ),
      setName: method('setName', ['text'], (name: string) => change({ name })),
      copyBlob: method('copyBlob', [], () => this.make(content)),
    });
    this.contents.set(blob, () => content);
    return blob;
  }

  /** What a blob of this execution holds; undefined for anything else. */
  read(value: unknown): BlobContent | undefined {
    return typeof value === 'object' && value !== null ? this.contents.get(value)?.() : undefined;
  }
}
