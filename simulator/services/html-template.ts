/** `HtmlTemplate`: a page with scriptlets, which see the script's globals and whatever was assigned to the template. */
import { adoptService, makeService, type Gate } from '../service';
import { methodsOf } from '../signature';
import { asOutput, escapeIn } from './escape-in-context';
import type { Pages } from './Pages';
import { PRINTER, templateCode, type Printer } from './template-code';

export interface TemplateOptions {
  readonly pages: Pages;
  /** Makes a function of the guest of an expression. */
  readonly compile: (source: string) => unknown;
}

type Evaluate = (printer: Printer, ...values: unknown[]) => void;

export function makeTemplate(gate: Gate, source: string, { pages, compile }: TemplateOptions): object {
  const { literals, code } = templateCode(source);
  const assigned = new Map<string, unknown>();
  const method = methodsOf('HtmlTemplate');
  const evaluate = (): object => {
    const output: string[] = [];
    const names = [PRINTER, ...assigned.keys()].join(', ');
    const run = compile(`(function (${names}) {\n${code}\n})`) as Evaluate;
    run(printerTo(output, literals), ...assigned.values());
    return pages.make(output.join(''));
  };
  const service = makeService('HtmlTemplate', gate, {
    evaluate: method('evaluate', [], evaluate),
    getRawContent: method('getRawContent', [], () => source),
  });
  return adoptService(
    new Proxy(service, {
      get: (target, name) =>
        typeof name === 'string' && assigned.has(name)
          ? assigned.get(name)
          : (Reflect.get(target, name) as unknown),
      set: (_, name, value) => {
        assigned.set(String(name), value);
        return true;
      },
    }),
  );
}

const printerTo = (output: string[], literals: readonly string[]): Printer => ({
  literal: (index) => void output.push(literals[index] ?? ''),
  raw: (value) => void output.push(asOutput(value)),
  escaped: (place, value) => void output.push(escapeIn(place, value)),
});
