/** Starts the demo portal in another process: the simulation waits for HTTP and so cannot serve it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface DemoPortal {
  readonly webhookUrl: string;
  stop(): void;
}

/** @param args more arguments of `npm run portal`. Rejects where the portal does not start. */
export async function startDemoPortal(args: readonly string[] = []): Promise<DemoPortal> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'portal/main.ts', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { webhookUrl: line.trim(), stop: () => void child.kill() };
  }
  throw new Error('The demo portal did not start');
}
