/** Starts the thread's TypeScript: a worker does not inherit the loader of the thread that starts it. */
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
