/** Secrets out of texts: those that are known, in whatever form they stand, and what looks like one by its place. */
import type { Inspection } from './inspection.ts';
import type { MaintenanceResult } from './maintenance.ts';
import type { DeploymentPlan, DeploymentResult } from './deployment.ts';
import type { RunResult, ScenarioResult } from './result.ts';

/** A text without secrets. */
export type Redact = (text: string) => string;

export const MASK = '***';

/** Below that a secret is found in any text by chance: such a one is masked only where a password stands. */
const LEAST_LENGTH = 4;

/**
 * @param secrets passwords and tokens, and addresses (`scheme://user:password@host`), of which the whole, the password, the
 *   host and what is made of them count.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const known = knownForms(secrets);
  const pattern = known.length === 0 ? undefined : new RegExp(known.map(escaped).join('|'), 'g');
  return (text) => maskCutOff(maskKnown(maskShapes(text), pattern), known);
}

/** What is masked wherever it stands, longest first; also what a runner is told to mask in its log. */
export function knownForms(secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => (isAddress(secret) ? addressForms(secret) : textForms(secret)));
  const usable = forms.filter((form) => form.length >= LEAST_LENGTH && !/^[*\s]*$/.test(form));
  return [...new Set(usable)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Every string in a result or a part of one, but for the words that this program itself made up. */
export const redactResult = <
  T extends RunResult | ScenarioResult | DeploymentPlan | DeploymentResult | MaintenanceResult | Inspection,
>(
  result: T,
  redact: Redact,
): T => deep(result, redact) as T;

/** The same of any value that JSON can hold. */
export const redactJson = (value: unknown, redact: Redact): unknown => deep(value, redact);

const OWN_WORDS = new Set([
  'verdict',
  'severity',
  'failOn',
  'kind',
  'keyType',
  'toolVersion',
  'version',
  'outcome',
  'action',
]);

function deep(value: unknown, redact: Redact, key = ''): unknown {
  if (typeof value === 'string') return OWN_WORDS.has(key) ? value : redact(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, redact, key));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deep(one, redact, name)]));
}

const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/** As it is, and as it stands in an address and in a text of JSON. */
const textForms = (secret: string): string[] => [
  secret,
  secret.trim(),
  encoded(secret),
  encoded(secret).replace(/%../g, (code) => code.toLowerCase()),
  JSON.stringify(secret).slice(1, -1),
  base64(secret),
  // As actions/checkout keeps a token for git.
  base64(`x-access-token:${secret}`),
  ...lines(secret),
];

/** Halves of surrogate pairs have no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** A key of several lines is printed line by line; a short line (`}`) tells nothing. */
const lines = (secret: string): string[] =>
  /[\r\n]/.test(secret) ? secret.split(/[\r\n]+/).filter((line) => line.trim().length >= 8) : [];

/** As the address parser reads it, and with a password that holds a slash: an at sign may also stand in the query. */
const ADDRESSES = [
  /^[a-z][a-z0-9+.-]*:\/\/(?:(?<userinfo>[^/?#]*)@)?(?<rest>[^]*)$/i,
  /^[a-z][a-z0-9+.-]*:\/\/(?:(?<userinfo>[^]*)@)?(?<rest>[^]*)$/i,
];
/** Where everybody's own machine is: no secret. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0|)$/i;

const addressForms = (address: string): string[] => [
  address,
  ...ADDRESSES.flatMap((pattern) => partForms(pattern.exec(address)?.groups ?? {})),
];

function partForms({ userinfo = '', rest = '' }: Readonly<Record<string, string | undefined>>): string[] {
  const [, loginUser = '', rawPassword] = /^([^:]*)(?::([^]*))?$/.exec(userinfo) ?? [];
  const [rawUser = loginUser] = queryValues(rest, 'user');
  const [authority = '', ...path] = rest.split(/[/?#]/);
  const named = authority.split(',').map((host) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1'));
  // A folder of sockets tells nobody where the server is.
  const hosts = [
    ...named,
    ...queryValues(rest, 'host(?:addr)?').flatMap((value) => decoded(value).split(',')),
  ].filter((host) => !host.startsWith('/'));
  const user = decoded(rawUser);
  const open = new Set([user, ...hosts, ...path.map(decoded), 'postgres']);
  // A password that is the user's or the database's name is no secret, and would take that name out of every text.
  const passwords = [rawPassword, ...queryValues(rest, '(?:ssl)?password')].filter(
    (one): one is string => one !== undefined && !open.has(decoded(one)),
  );
  return [
    ...passwords.flatMap((one) => [...textForms(one), ...textForms(decoded(one))]),
    ...passwords.map((one) => base64(`${user}:${decoded(one)}`)),
    // A name without a dot (`db`, a service of the workflow) is a word like others.
    ...hosts.filter((host) => !LOCAL.test(host) && /[.:]/.test(host)),
    ...hosts.filter((host) => !LOCAL.test(host)).flatMap((host) => [`${user}@${host}`, `${rawUser}@${host}`]),
  ];
}

const queryValues = (rest: string, name: string): string[] =>
  [...rest.matchAll(new RegExp(`[?&]${name}=([^&#]*)`, 'gi'))].flatMap(([, value = '']) => [
    value,
    // A query's way to write a blank.
    value.replaceAll('+', ' '),
  ]);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Until none is left: what stands on both sides of a mask may make one. Each turn shortens the text. */
function maskKnown(text: string, pattern: RegExp | undefined): string {
  if (pattern === undefined) return text;
  for (let now = text; ;) {
    const next = now.replace(pattern, MASK);
    if (next === now) return now;
    now = next;
  }
}

/** The beginning of a secret, where a text was cut off in the middle of it. */
function maskCutOff(text: string, known: readonly string[]): string {
  if (!text.includes('…')) return text;
  let kept = text;
  for (const secret of known) {
    let longest = LEAST_LENGTH - 1;
    // As far as it is there at all: most texts hold not even a few signs of it.
    while (longest < secret.length - 1 && kept.includes(secret.slice(0, longest + 1))) longest++;
    for (let length = longest; length >= LEAST_LENGTH; length--) {
      kept = kept.replaceAll(`${secret.slice(0, length)}…`, `${MASK}…`);
    }
  }
  return kept;
}

/** In a connection string that is itself a text in SQL, or in JSON in one. */
const DOUBLED = String.raw`''[^']+''|\\"(?:[^"\\]|\\[^"])*\\"`;
/** A text in SQL's quotes, also one that the end of the line cuts off. */
const SINGLE = String.raw`[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)|(?:[uU]&)?'(?:[^']|'')*(?:'|$)`;
const QUOTED = String.raw`(?:${DOUBLED}|${SINGLE}|"(?:[^"\\]|\\[^]|"")*(?:"|$)|(?<tag>\$\w*\$)[^]*?(?:\k<tag>|$))`;
const PASSWORD = String.raw`passw(?:or)?d|passphrase|pwd`;
const BLANKS = String.raw`(?:\s|/\*[^*]{0,200}\*/){1,9}`;

const SHAPES: readonly (readonly [RegExp, string])[] = [
  // scheme://user:password@host, the password perhaps with a slash or an at sign in it.
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s'"`<>]{1,500}@[^\s/?#'"`<>,;)]*/gi, `$1${MASK}`],
  // PASSWORD '…' of CREATE ROLE, of a user mapping's OPTIONS, of a call.
  [
    new RegExp(
      String.raw`((?:${PASSWORD})\w{0,30}(?:(?:\\?["'])?\s{0,9}(?:=>|:?=|:)\s{0,9}|"?${BLANKS}))${QUOTED}`,
      'gi',
    ),
    `$1'${MASK}'`,
  ],
  // SQL needs no blank between the two; what stands in quotes itself is a name.
  [/(?<![\w.'"])(password)'(?:[^']|'')*(?:'|$)/gi, `$1'${MASK}'`],
  // password=… of a connection string, an environment or an address; $1 is a parameter of a function.
  [
    new RegExp(String.raw`((?:${PASSWORD})\w{0,30}\s{0,9}(?:=>|:?=(?!>))\s{0,9})(?!\$\d+\b)[^\s'"]+`, 'gi'),
    `$1${MASK}`,
  ],
  [/(\bauthorization["']?\s{0,9}[:=]\s{0,9}["']?(?:basic|bearer|token)\s+)[^\s"',;]+/gi, `$1${MASK}`],
  // What the system says of an address that does not answer; that it is one's own machine is no secret.
  [/(\b(?:connect|getaddrinfo) E[A-Z_]{3,30} )(?!127\.|localhost|::1|\/)\S+/g, `$1${MASK}`],
  // GitHub's own tokens.
  [/\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,})/g, MASK],
];

const maskShapes = (text: string): string =>
  SHAPES.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text);
