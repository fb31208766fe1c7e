/** A real Chromium for tests and pictures: the machine's own, or the one that a development package brings. */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome-headless-shell',
];

/** Asks no host for anything: what a page asks for is the page's own doing. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
];

/** Whoever opens it closes it. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

export async function openBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses root.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await browserPath(),
    args: [...FLAGS, ...(isRoot ? ['--no-sandbox'] : [])],
    headless: true,
  });
}

/** PARTITION_GUARD_BROWSER, else a browser on the PATH, else the packaged one. */
export async function browserPath(): Promise<string> {
  const named = process.env['PARTITION_GUARD_BROWSER'];
  if (named !== undefined && named !== '') return named;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (folder !== '' && (await isProgram(path))) return path;
    }
  }
  return unpacked();
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * The package unpacks into one place for everybody, and takes a file that is still being written for whole. So it is
 * unpacked here, under a name of its own, and given its place by a renaming that happens at once or not at all.
 */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = join(dirname(entry), '..', '..', 'bin', 'chromium.br');
  const { size } = await stat(packed);
  const folder = join(tmpdir(), `partition-guard-chromium-${process.getuid?.() ?? 0}-${size}`);
  const path = join(folder, 'chromium');
  if (await isProgram(path)) return path;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = `${path}.${process.pid}`;
  try {
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      createWriteStream(own, { mode: 0o700 }),
    );
    await rename(own, path);
  } finally {
    await rm(own, { force: true });
  }
  return path;
}
