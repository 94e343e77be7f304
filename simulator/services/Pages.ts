/** `HtmlService` output for one execution: pages of the project and what the script sets on them. */
import { PlatformException, type Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { type Kind, takesOn, textLike } from '../signature';

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

interface PageContent {
  content: string;
  title: string;
}

const onPage = takesOn<PageContent>();

export class Pages {
  private readonly outputs: ServiceClass<HtmlOutput, PageContent>;
  /** Takes the pages of this execution. */
  readonly kind: Kind<PageContent>;

  constructor(
    gate: Gate,
    /** The project's page of that name; undefined where there is none. */
    private readonly source: (name: string) => string | undefined,
  ) {
    this.outputs = new ServiceClass<HtmlOutput, PageContent>('HtmlOutput', gate, () => ({
      append: onPage(textLike).chains((page, added) => {
        page.content += added;
      }),
      setTitle: onPage(textLike).chains((page, title) => {
        page.title = title;
      }),
    }));
    this.kind = this.outputs.kind;
  }

  /** By the file's name without extension, folders included. */
  fromFile(name: string): HtmlOutput {
    const content = this.source(name);
    if (content === undefined) throw new PlatformException(`No HTML file named ${name} was found.`);
    return this.outputs.wrap({ content, title: '' });
  }
}
