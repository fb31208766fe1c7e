/**
 * Pictures of the reports in docs/pictures/, from real runs: `npm run pictures`. The program plays an example that fails
 * and the shipped migration, and a browser shows what it wrote. The chart in a comment is drawn by mermaid, which is
 * fetched into a temporary folder; where it can't be, the comment is shown with the chart's source.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { renderComment } from '../src/report/comment.ts';
import { readJsonReport } from '../src/report/read-json.ts';
import { withBrowser } from '../test/support/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs', 'pictures');
const require = createRequire(import.meta.url);

const LARGEST = 200_000;
const EXAMPLES = {
  failing: { folder: 'examples/bad/future-dropped', rows: 100_000 },
  // Fewer, so that no lock is held for long where other programs run beside it.
  passing: { folder: 'examples/property-management', rows: 10_000 },
};

/** What a pull request on GitHub would have. */
const LINKS = {
  serverUrl: 'https://github.com',
  repository: 'your-organisation/bookings',
  sha: '4f1d0c2b9a8e7f6d5c4b3a2918070605f4e3d2c1',
};

/** GitHub shows these in colour; a browser without a font for that would show boxes. */
const EMOJI = {
  '❌': '<path d="m3 3 10 10m0-10L3 13" stroke="#dd2e44" stroke-width="3"/>',
  '✅': '<rect width="16" height="16" rx="2" fill="#77b255"/><path d="m3.5 8.5 3 3 6-7" stroke="#fff" stroke-width="2" fill="none"/>',
  '❔': '<path d="M5 5c0-4 6-4 6 0 0 2.5-3 2.5-3 5m0 3v1" stroke="#99aab5" stroke-width="2.4" fill="none"/>',
  '⚠️': '<path d="M8 1 16 15H0z" fill="#ffcc4d"/><path d="M8 6v4m0 2v1" stroke="#231f20" stroke-width="1.6"/>',
};

const drawn = (html) =>
  Object.entries(EMOJI).reduce(
    (text, [emoji, shape]) => text.replaceAll(emoji, `<svg class="emoji" viewBox="0 0 16 16">${shape}</svg>`),
    html,
  );

const folder = mkdtempSync(join(tmpdir(), 'partition-guard-pictures-'));
try {
  mkdirSync(pictures, { recursive: true });
  for (const [name, example] of Object.entries(EXAMPLES)) play(name, example);
  const mermaid = fetchMermaid();
  await withBrowser(async (browser) => {
    const take = (picture) => takePicture(browser, picture);
    await take({ name: 'report-failing', page: fileOf('failing.html'), height: 1_000 });
    await take({
      name: 'report-failing-dark',
      page: fileOf('failing.html'),
      height: 880,
      at: '.g-fail .layout',
      scheme: 'dark',
    });
    await take({ name: 'report-passing', page: fileOf('passing.html'), height: 1_100 });
    await take({
      name: 'report-phone',
      page: fileOf('failing.html'),
      width: 360,
      height: 1_000,
      density: 1.5,
    });
    for (const name of Object.keys(EXAMPLES)) {
      writeFileSync(fileOf(`comment-${name}.html`), commentPage(name, mermaid !== undefined));
      await take({
        name: `comment-${name}`,
        page: fileOf(`comment-${name}.html`),
        width: 900,
        whole: true,
        mermaid,
      });
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function fileOf(name) {
  return join(folder, name);
}

/** The program itself; a verdict is its exit status. */
function play(name, { folder: example, rows }) {
  const entry = join(root, 'test', 'support', 'cli-entry.ts');
  const options = [
    '--rows',
    String(rows),
    '--json',
    fileOf(`${name}.json`),
    '--html',
    fileOf(`${name}.html`),
  ];
  const { status } = spawnSync(process.execPath, [entry, 'validate', ...options], {
    cwd: join(root, example),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const expected = name === 'passing' ? 0 : 1;
  if (status !== expected) throw new Error(`${example} ended with ${status}, not with ${expected}`);
}

function fetchMermaid() {
  try {
    const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', timeout: 180_000 };
    const archive = execFileSync('npm', ['pack', '--silent', 'mermaid@11'], options)
      .trim()
      .split('\n')
      .at(-1);
    execFileSync('tar', ['-xzf', archive, 'package/dist/mermaid.min.js'], { cwd: folder });
    return readFileSync(join(folder, 'package', 'dist', 'mermaid.min.js'), 'utf8');
  } catch (error) {
    console.error(`mermaid could not be fetched, charts are shown as text: ${error.message}`);
    return undefined;
  }
}

/** The comment as GitHub shows it: its markdown, its style sheet, and its frame. */
function commentPage(name, isDrawn) {
  const result = readJsonReport(readFileSync(fileOf(`${name}.json`), 'utf8'), name);
  const markdown = renderComment(result, { marker: '<!-- partition-guard -->', links: LINKS });
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const chart = isDrawn
    ? body.replace(
        /<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g,
        '<pre class="mermaid">$1</pre>',
      )
    : body;
  const style = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  return `<!doctype html><meta charset="utf-8"><style>${style}
body{margin:0;padding:16px;background:#fff;font-family:-apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
.box{border:1px solid #d1d9e0;border-radius:6px}
.by{background:#f6f8fa;border-bottom:1px solid #d1d9e0;border-radius:6px 6px 0 0;padding:8px 16px;font-size:14px;color:#59636e}
.by b{color:#1f2328}.markdown-body{padding:16px;font-size:14px}.markdown-body pre.mermaid{background:none;padding:0}
.emoji{width:1.1em;height:1.1em;vertical-align:-.15em}</style>
<div class="box"><div class="by"><b>github-actions</b> bot commented</div><div class="markdown-body">${drawn(chart)}</div></div>`;
}

async function takePicture(
  browser,
  { name, page, width = 1_280, height = 900, density = 1, scheme = 'light', at, whole, mermaid },
) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: density,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  try {
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    if (mermaid !== undefined) {
      await tab.addScriptTag({ content: mermaid });
      await tab.evaluate(
        `mermaid.initialize({ startOnLoad: false, gantt: { useWidth: ${width - 66} } }); mermaid.run()`,
      );
    }
    if (at !== undefined)
      await tab.evaluate(
        `document.querySelector(${JSON.stringify(at)}).closest('.scenario').scrollIntoView()`,
      );
    if (whole) {
      const tall = await tab.evaluate('Math.ceil(document.body.getBoundingClientRect().height)');
      await tab.setViewportSize({ width, height: Math.min(tall, 2_400) });
    }
    const path = join(pictures, `${name}.png`);
    await tab.screenshot({ path });
    const { size } = statSync(path);
    console.log(`${name}.png  ${size.toLocaleString('en')} bytes`);
    if (size > LARGEST) throw new Error(`${name}.png has ${size} bytes, more than ${LARGEST}`);
  } finally {
    await context.close();
  }
}
