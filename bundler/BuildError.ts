/** Why nothing was built: every problem that was found, not only the first. */
export class BuildError extends Error {
  override readonly name = 'BuildError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
