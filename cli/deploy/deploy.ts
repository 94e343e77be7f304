/** Brings the built add-on to Google: finds or makes the script, pushes, and says what to click next. */
import { CommandError } from '../CommandError';
import type { Clasp } from './clasp';
import { explain } from './explain';
import { readLocalProject, whileScriptIsMade, writeLocalProject, type LocalProject } from './local-project';
import { deployTexts } from './texts';

export interface DeployChoices {
  /** Title of a new spreadsheet, null where none is to be made. */
  readonly create: string | null;
  /** Id or address of an existing script. */
  readonly script: string | null;
  /** Replace the manifest without asking. */
  readonly force: boolean;
}

export interface DeployTools {
  /** The project's folder. */
  readonly root: string;
  readonly clasp: Clasp;
  /** Makes `dist/` anew. */
  readonly build: () => Promise<void>;
  /** Asks the person; null where nobody is at the terminal. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly say: (text: string) => void;
}

/** Throws CommandError with a sentence that says what to do. */
export async function deploy(choices: DeployChoices, tools: DeployTools): Promise<void> {
  const { root, ask, build, say } = tools;
  const known = choices.create === null && choices.script === null ? readLocalProject(root) : null;
  const isNew = known === null;
  const project = known ?? (await chooseProject(choices, tools));
  await build();
  const wasCreated = isNew && project.spreadsheetId !== undefined;
  let pushed = await push(tools, choices.force || wasCreated);
  if (pushed === null) {
    if (ask === null) throw new CommandError(deployTexts.needsForce());
    if (!isYes(await ask(deployTexts.confirmManifest()))) throw new CommandError(deployTexts.manifestKept());
    pushed = (await push(tools, true)) ?? [];
  }
  say(pushed.length === 0 ? deployTexts.upToDate() : deployTexts.pushed(pushed));
  say(deployTexts.next(deployTexts.theSpreadsheet(project.spreadsheetId)));
}

async function chooseProject(choices: DeployChoices, tools: DeployTools): Promise<LocalProject> {
  const { root, ask } = tools;
  if (choices.script !== null) return writeLocalProject(root, { scriptId: choices.script });
  if (choices.create !== null) return createProject(choices.create, tools);
  if (ask === null) throw new CommandError(deployTexts.needsChoice());
  if ((await ask(deployTexts.chooseScript())).trim() !== '1')
    return writeLocalProject(root, { scriptId: await ask(deployTexts.askScriptId()) });
  const title = deployTexts.proposedTitle();
  return createProject((await ask(deployTexts.askTitle(title))).trim() || title, tools);
}

/** A new spreadsheet with a script of its own. clasp leaves that script's empty files in `dist/`: build afterwards. */
async function createProject(title: string, { clasp, root }: DeployTools): Promise<LocalProject> {
  if (readLocalProject(root) !== null) throw new CommandError(deployTexts.alreadyAttached());
  const options = ['--type', 'sheets', '--title', title, '--rootDir', 'dist', '--json'];
  const created = await whileScriptIsMade(root, () => clasp('create-script', ...options));
  if (!created.succeeded) throw new CommandError(explain(created.output));
  const { scriptId, parentId } = JSON.parse(created.answer) as { scriptId: string; parentId: string };
  return writeLocalProject(root, { scriptId, spreadsheetId: parentId });
}

/** The files that were pushed, none where Google has them already; null where its manifest differs. */
type Pushed = readonly string[] | null;

async function push({ clasp }: DeployTools, force: boolean): Promise<Pushed> {
  const { succeeded, answer, output } = await clasp('push', '--json', ...(force ? ['--force'] : []));
  if (!succeeded) throw new CommandError(explain(output));
  // Asked for JSON, clasp prints the files, an empty list where nothing changed, and nothing where it did not push.
  return answer === '' ? null : (JSON.parse(answer) as string[]);
}

const isYes = (answer: string): boolean => /^(д|да|y|yes)$/i.test(answer.trim());
