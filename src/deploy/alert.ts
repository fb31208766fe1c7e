/** Tells a webhook that takes Slack's JSON what a run on a target came to; nothing of the run depends on it. */
import { clip, printable } from '../report/printable.ts';

export interface Alert {
  readonly kind: 'completed' | 'failed' | 'refused';
  /** `apply`, for instance. */
  readonly command: string;
  readonly environment: string;
  readonly database: string;
  /** One sentence a line, the most important first; already without secrets. */
  readonly lines: readonly string[];
  /** The page of the run. */
  readonly runUrl: string | undefined;
}

export interface Webhook {
  /** PARTITION_GUARD_WEBHOOK, a secret. */
  readonly url: string;
  readonly timeoutMs?: number;
  readonly send?: typeof fetch;
}

const TIMEOUT_MS = 10_000;
const MOST_LINES = 12;
const LONGEST_LINE = 500;

/** @returns what went wrong, for a warning: no word of the address is in it. Undefined where it was taken. */
export async function sendAlert(webhook: Webhook, alert: Alert): Promise<string | undefined> {
  const address = addressOf(webhook.url);
  if (address === undefined) {
    return 'PARTITION_GUARD_WEBHOOK is not an https:// address: no alert was sent';
  }
  const timeoutMs = webhook.timeoutMs ?? TIMEOUT_MS;
  try {
    const response = await (webhook.send ?? fetch)(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(alertBody(alert)),
      // Where it leads to was not what was asked for, and the address is the secret.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return undefined;
    const isRedirect = response.status >= 300 && response.status < 400;
    const what = isRedirect ? 'it leads elsewhere, and is not followed' : 'it was not taken';
    return `the webhook answered ${response.status}: ${what}`;
  } catch (error) {
    const isTimeout = (error as { readonly name?: unknown } | undefined)?.name === 'TimeoutError';
    return isTimeout
      ? `the webhook did not answer within ${timeoutMs / 1000} s`
      : 'the webhook could not be reached';
  }
}

/** https everywhere, http to the machine itself alone. */
function addressOf(text: string): URL | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url?.protocol === 'https:') return url;
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url?.hostname ?? '');
  return url?.protocol === 'http:' && isLoopback ? url : undefined;
}

const SIGNS = { completed: '✅', failed: '❌', refused: '⛔' } as const;

/** What Slack and those that do as it does read: `text` for the notification, `blocks` for the page. */
export function alertBody({ kind, command, environment, database, lines, runUrl }: Alert) {
  const told = lines.slice(0, MOST_LINES).map((line) => plain(line));
  const title = `${SIGNS[kind]} ${plain(`${command} ${kind} in ${environment}, database ${database}`)}`;
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more lines`] : [];
  const text = [title, ...told, ...more].join('\n');
  const link = runUrl === undefined ? '' : `\n<${runUrl.replace(/[<>|\s]/g, encodeURIComponent)}|The run>`;
  return {
    text,
    // Its own signs are escaped; whatever else Slack takes for markup shows as it is.
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: clip(text, 2800) + link, verbatim: true } }],
  };
}

/** A joint without width, which breaks what Slack would make a mention or markup of. */
const JOINT = '\u200b';

/** Names are a stranger's: with these escaped, `<!channel>` and `<@U1>` mention nobody. */
const plain = (text: string): string =>
  clip(printable(text), LONGEST_LINE)
    .replace(/[@*_~`]/g, `$&${JOINT}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
