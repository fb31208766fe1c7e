/** Reads markdown as GitHub's parser does, and tells its structure from its words. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree['children'][number];

export interface MarkdownRead {
  /** Blocks within blocks; of a table its rows with their cells, of a fence its language. Words count for nothing. */
  readonly skeleton: readonly string[];
  /** Where the links lead, in order. */
  readonly links: readonly string[];
  /** The words outside code, as they are shown. */
  readonly words: readonly string[];
  /** HTML apart from the tags of code and of a sign that stands alone. */
  readonly html: readonly string[];
  /** What the fences hold. */
  readonly fences: readonly string[];
}

/** Inline content: part of the words, not of the structure. */
const WORDS = new Set(['text', 'inlineCode', 'break']);

const TYPESETTING = /^<\/?(?:code|span)>$/;

export function readMarkdown(markdown: string): MarkdownRead {
  const read = {
    skeleton: [] as string[],
    links: [] as string[],
    words: [] as string[],
    html: [] as string[],
    fences: [] as string[],
  };
  const visit = (node: Node, depth: number): void => {
    switch (node.type) {
      case 'text':
        read.words.push(node.value);
        return;
      case 'link':
        read.links.push(node.url);
        read.skeleton.push(`${depth} link`);
        break;
      case 'html':
        if (TYPESETTING.test(node.value)) return;
        read.html.push(node.value);
        read.skeleton.push(`${depth} html ${node.value.replace(/<summary>.*<\/summary>/, '<summary/>')}`);
        return;
      case 'code':
        read.fences.push(node.value);
        read.skeleton.push(`${depth} code ${node.lang ?? ''} ${node.meta ?? ''}`);
        return;
      default:
        if (!WORDS.has(node.type)) read.skeleton.push(`${depth} ${nameOf(node)}`);
    }
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), 0);
  return read;
}

const nameOf = (node: Node): string => {
  if (node.type === 'heading') return `heading ${node.depth}`;
  if (node.type === 'list')
    return `list ${node.ordered ? 'ordered' : 'plain'} ${node.spread ? 'spread' : 'tight'}`;
  if (node.type === 'listItem') return `item ${node.checked ?? ''}`;
  return node.type;
};

/** What GitHub makes something of in plain words: names it notifies, numbers and ids it links, emojis, formulas. */
const MEANINGS: readonly (readonly [string, RegExp])[] = [
  ['a mention', /(?<![\p{L}\p{N}_`])@[a-z\d]/iu],
  ['an issue', /#\d/],
  ['an issue', /(?<![\p{L}\p{N}])GH-\d/iu],
  ['an advisory', /(?<![\p{L}\p{N}])(?:GHSA|CVE)-[a-z\d]/iu],
  ['a commit', /(?<![\p{L}\p{N}_])[\da-f]{7,64}(?![\p{L}\p{N}_])/iu],
  ['an emoji', /:(?:100|1234|(?!\d+:)[\p{L}\p{N}_+-]+):/u],
  ['an address', /:\/\/|www\.[\p{L}\p{N}]/iu],
  ['a formula', /\$[^]/],
  ['what cannot be seen', /(?![\u200b\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u],
];

/** What GitHub would see in words beside what they say. */
export const meaningsOf = (words: readonly string[]): string[] =>
  words.flatMap((text) =>
    MEANINGS.flatMap(([name, pattern]) => (pattern.test(text) ? [`${name}: ${JSON.stringify(text)}`] : [])),
  );
