/** A script project as pushed: script files, pages and the manifest, refused where Google would refuse them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import { hoistFunctions, outline, type ScriptFile } from './project-syntax';

/** The manifest's fields that change how the project runs (Google, "Manifest structure"). */
export interface Manifest {
  readonly timeZone?: string;
  readonly runtimeVersion?: string;
  readonly exceptionLogging?: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** File contents by name with extension: `Code.js`, `appsscript.json`, `ui/sidebar.html`. */
export type ProjectFiles = Readonly<Record<string, string>>;

const MANIFEST = 'appsscript.json';
const SCRIPT = /\.(js|gs)$/;
const PAGE = /\.html$/;

export class Project {
  readonly scripts: readonly ScriptFile[];
  /**
   * What an execution evaluates, one after the other: the functions of all files, then the rest of each. Compiled
   * once, since that takes longer than what most executions do.
   */
  readonly evaluated: readonly Script[];
  readonly manifest: Manifest;
  private readonly pages: ReadonlyMap<string, string>;
  private readonly functions: ReadonlySet<string>;

  /** Throws what a push or the first execution would report: a syntax error, a name declared twice, no V8. */
  constructor(files: ProjectFiles) {
    const manifest = files[MANIFEST];
    if (manifest === undefined) throw new Error(`A project needs ${MANIFEST}`);
    this.manifest = JSON.parse(manifest) as Manifest;
    // Rhino stopped executing after 31 January 2026 (Google, release notes of 20 February 2025).
    if (this.manifest.runtimeVersion !== 'V8') throw new Error(`${MANIFEST}: runtimeVersion must be "V8"`);
    const names = Object.keys(files).sort();
    this.scripts = names
      .filter((name) => SCRIPT.test(name))
      .map((name) => ({ name: name.replace(SCRIPT, ''), source: files[name] ?? '' }));
    this.pages = new Map(
      names.filter((name) => PAGE.test(name)).map((name) => [name.replace(PAGE, ''), files[name] ?? '']),
    );
    this.functions = this.outlineScripts();
    const hoisted = this.scripts.length > 1 ? this.scripts.map(hoistFunctions) : [];
    const parts =
      hoisted.length > 0
        ? [...hoisted.map(({ functions }) => functions), ...hoisted.map(({ rest }) => rest)]
        : this.scripts;
    this.evaluated = parts.map(({ name, source }) => new Script(source, { filename: name }));
  }

  /**
   * The files that a push of that folder would send: scripts, pages, manifest; anything else is left out.
   * @param others in their places
   */
  static fromFolder(folder: string, others: ProjectFiles = {}): Project {
    const pushed = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => SCRIPT.test(path) || PAGE.test(path) || path === join(folder, MANIFEST));
    const files = pushed.map(
      (path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const,
    );
    return new Project({ ...Object.fromEntries(files), ...others });
  }

  /** Whether the platform sees a function of that name in the source, private ones (`name_`) left out. */
  exposes(name: string): boolean {
    return this.functions.has(name) && !name.endsWith('_');
  }

  /** The names that a page may call. */
  entryPoints(): string[] {
    return [...this.functions].filter((name) => this.exposes(name));
  }

  /** The text of a page by its name without extension; undefined where there is none. */
  page(name: string): string | undefined {
    return this.pages.get(name);
  }

  private outlineScripts(): Set<string> {
    const functions = new Set<string>();
    const lexicalNames = new Set<string>();
    for (const script of this.scripts) {
      const found = outline(script);
      found.functions.forEach((name) => functions.add(name));
      for (const name of found.lexicalNames) {
        if (lexicalNames.has(name)) {
          throw new SyntaxError(`Identifier '${name}' has already been declared (${script.name})`);
        }
        lexicalNames.add(name);
      }
    }
    return functions;
  }
}
