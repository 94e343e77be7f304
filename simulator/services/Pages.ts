/** `HtmlService` output for one execution: pages of the project and what the script sets on them. */
import { makeService, PlatformException, type Gate } from '../service';
import { asText, methodsOf } from '../signature';

export interface PageContent {
  readonly content: string;
  readonly title: string | null;
}

export class Pages {
  private readonly contents = new WeakMap<object, () => PageContent>();

  constructor(
    private readonly gate: Gate,
    /** The project's page of that name; undefined where there is none. */
    private readonly source: (name: string) => string | undefined,
  ) {}

  /** By the file's name without extension, folders included. */
  load(name: string): string {
    const content = this.source(name);
    if (content === undefined) throw new PlatformException(`No HTML file named ${name} was found.`);
    return content;
  }

  make(content: string): object {
    let text = content;
    const settings: Record<string, string | number | null> = { title: null, width: null, height: null };
    const method = methodsOf('HtmlOutput');
    const set = (name: string, key: string) =>
      method(name, ['any'], (value: string | number) => {
        settings[key] = value;
        return output;
      });
    const output: object = makeService('HtmlOutput', this.gate, {
      getContent: method('getContent', [], () => text),
      append: method('append', ['text'], (more: unknown) => {
        text += asText(more);
        return output;
      }),
      setTitle: set('setTitle', 'title'),
      getTitle: method('getTitle', [], () => settings['title'] ?? ''),
      setWidth: set('setWidth', 'width'),
      getWidth: method('getWidth', [], () => settings['width'] ?? null),
      setHeight: set('setHeight', 'height'),
      getHeight: method('getHeight', [], () => settings['height'] ?? null),
    });
    this.contents.set(output, () => ({ content: text, title: settings['title'] as string | null }));
    return output;
  }

  /** What an output of this execution holds; undefined for anything else. */
  read(value: unknown): PageContent | undefined {
    return typeof value === 'object' && value !== null ? this.contents.get(value)?.() : undefined;
  }
}
