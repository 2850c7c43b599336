import type { Token, Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { guideImagePath } from '@/lib/routes';

type Size = { width: number; height: number };
/** Of the guide's pictures, by their names. */
type Sizes = ReadonlyMap<string, Size>;

/** Links within the guide name a heading. */
export const idOf = (heading: string): string => heading.toLowerCase().replace(/\s+/g, '-');

function Picture({ href, alt, sizes }: { href: string; alt: string; sizes: Sizes }) {
  const name = href.replace(/^images\//, '');
  return (
    <picture>
      <img
        src={guideImagePath(name)}
        alt={alt}
        {...sizes.get(name)}
        loading="lazy"
        className="my-3 h-auto w-full max-w-[60rem] border border-solid-gray-420"
      />
    </picture>
  );
}

type PartsProps = { tokens: Token[] | undefined; sizes: Sizes };

function Table({ token, sizes }: { token: Tokens.Table; sizes: Sizes }) {
  const cell = ({ tokens }: Tokens.TableCell) => <GuideParts tokens={tokens} sizes={sizes} />;
  return (
    <DataTable caption={token.header.map(({ text }) => text).join('・')} className="my-3">
      <thead>
        <tr>
          {token.header.map((head) => (
            <th key={head.text} scope="col">
              {cell(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map(([first, ...others]) => (
          <tr key={[first, ...others].map((one) => one?.text).join()}>
            <th scope="row">{first && cell(first)}</th>
            {others.map((other, place) => (
              <td key={token.header[place + 1]?.text}>{cell(other)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The kinds of text that the guide uses; another kind shows as it is written. */
const PARTS: Record<string, (token: Tokens.Generic, inner: ReactNode, sizes: Sizes) => ReactNode> = {
  space: () => null,
  heading: ({ depth, text }, inner) =>
    depth === 1 ? null : depth === 2 ? (
      <h2 id={idOf(text)} className="mt-10 mb-3 border-b border-solid-gray-420 pb-1 text-std-20B-150">
        {inner}
      </h2>
    ) : (
      <h3 id={idOf(text)} className="mt-6 mb-2 text-std-18B-160">
        {inner}
      </h3>
    ),
  paragraph: (_, inner) => <p className="my-2">{inner}</p>,
  list: ({ ordered, items }, _, sizes) => {
    const Of = ordered ? 'ol' : 'ul';
    return (
      <Of className={`my-2 ps-6 ${ordered ? 'list-decimal' : 'list-disc'}`}>
        {items.map(({ raw, tokens }: Tokens.ListItem) => (
          <li key={raw} className="my-1">
            <GuideParts tokens={tokens} sizes={sizes} />
          </li>
        ))}
      </Of>
    );
  },
  table: (token, _, sizes) => <Table token={token as Tokens.Table} sizes={sizes} />,
  image: ({ href, text }, _, sizes) => <Picture href={href} alt={text} sizes={sizes} />,
  link: ({ href }, inner) => (
    <a href={href.startsWith('#') ? `#${idOf(href.slice(1))}` : href} className="link">
      {inner}
    </a>
  ),
  strong: (_, inner) => <strong>{inner}</strong>,
  codespan: ({ text }) => <kbd>{text}</kbd>,
};

export const KINDS = Object.keys(PARTS);

/** Japanese has no space where a line of the file ends. */
const unbroken = (text: string): string => text.replace(/\n\s*/g, '');

function partOf(token: Token, sizes: Sizes): ReactNode {
  const inner = 'tokens' in token ? <GuideParts tokens={token.tokens} sizes={sizes} /> : unbroken(token.raw);
  const part = PARTS[token.type]?.(token as Tokens.Generic, inner, sizes);
  return part === undefined ? inner : part;
}

/** Nothing of it moves: its place is its key. */
export function GuideParts({ tokens = [], sizes }: PartsProps) {
  return createElement(Fragment, null, ...tokens.map((token) => partOf(token, sizes)));
}

/** The chapters and their parts, each a link to its heading. */
export function GuideContents({ tokens }: { tokens: readonly Token[] }) {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading' && token.depth > 1);
  return (
    <ul className="max-desktop:columns-2">
      {headings.map(({ text, depth }) => (
        <li key={text} className={depth === 2 ? 'mt-2 text-dns-16B-130' : 'ps-4 text-dns-14N-130'}>
          <a href={`#${idOf(text)}`} className="link inline-block py-1">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
