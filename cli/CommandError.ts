/** Why a command did not do its work: one line in Russian for the person who ran it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs a command to its end; what it throws becomes one line on standard error and exit code 1. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    const sentence = error instanceof CommandError ? error.message : 'Внутренняя ошибка команды.';
    console.error(sentence.replace(/\s+/g, ' '));
    process.exitCode = 1;
  });
}
