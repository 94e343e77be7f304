/** Makes blobs for one execution and opens those that come back as arguments. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { type Kind, mismatch, optional, takesOn, text } from '../signature';
import { decode, encode, fromSigned, toSigned } from './bytes';

export interface BlobContent {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly name: string | null;
}

type Blob = GoogleAppsScript.Base.Blob;

interface Held {
  content: BlobContent;
}

const onBlob = takesOn<Held>();

export class Blobs {
  private readonly blobs: ServiceClass<Blob, Held>;

  constructor(gate: Gate) {
    this.blobs = new ServiceClass<Blob, Held>('Blob', gate, () => ({
      getBytes: onBlob().gives(({ content }) => toSigned(content.bytes)),
      getContentType: onBlob().gives(({ content }) => content.contentType),
      getName: onBlob().gives(({ content }) => content.name),
      getDataAsString: onBlob(optional(text)).gives(({ content }, charset) =>
        decode(content.bytes, charset ?? 'utf-8'),
      ),
      setDataFromString: onBlob(text, optional(text)).chains((held, data, charset) => {
        const bytes = encode(data, charset === 'US-ASCII' ? 'US_ASCII' : 'UTF_8');
        held.content = { ...held.content, bytes };
      }),
    }));
  }

  /** `Utilities.newBlob(data[, contentType[, name]])`: a text is text/plain in UTF-8. */
  fromData(
    data: string | readonly number[],
    contentType: string | null = null,
    name: string | null = null,
  ): Blob {
    return typeof data === 'string'
      ? this.make({ bytes: encode(data, 'UTF_8'), contentType: contentType ?? 'text/plain', name })
      : this.make({ bytes: fromSigned(data), contentType, name });
  }

  make(content: BlobContent): Blob {
    return this.blobs.wrap({ content });
  }

  /** What a blob of this execution holds; undefined for anything else. */
  read(value: unknown): BlobContent | undefined {
    return this.blobs.stateOf(value)?.content;
  }

  readonly kind: Kind<BlobContent> = (value) => this.read(value) ?? mismatch;
}
