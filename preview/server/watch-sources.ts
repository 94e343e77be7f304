/** Tells when sources change, once for changes that come together. */
import { watch } from 'node:fs';

/** Milliseconds of quiet after a change; editors write a file in several steps. */
const QUIET = 150;

/** Gives a function that stops it. */
export function watchSources(folders: readonly string[], onChange: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(onChange, QUIET);
    }),
  );
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}
