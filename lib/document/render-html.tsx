import { type ComponentType, createElement, Fragment, type ReactNode } from 'react';
import type { AmountTable, Block, EntryList, ListColumn, ListTable, PrintedEntry } from './model';
import { holdsFigures } from './pieces';
import type { PrintableModel } from './printable';

/** What a wide table scrolls in. */
type Region = ComponentType<{ label: string; className: string; children: ReactNode }>;

/** Parts of one document never move against each other, so they need no keys: children by place. */
const inPlace = <T,>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...items.map(draw));

function Amounts({ block, Region }: { block: AmountTable; Region: Region }): ReactNode {
  return (
    <>
      <Region label={block.caption} className="table-region">
        <table className="data-table">
          <caption>
            {block.caption}
            {block.unit}
          </caption>
          <thead>
            <tr>
              <th scope="col">{block.corner}</th>
              {block.columns.map((column) => (
                <th key={column} scope="col" className="num nowrap">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row" className={row.level === 1 ? 'nowrap' : 'nowrap pl-6'}>
                  {row.label}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={block.columns[index]} className="num">
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
      <p className="text-dns-14N-130">{block.note}</p>
    </>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: string[] }): ReactNode {
  return inPlace(paragraphs, (paragraph) => <p>{paragraph}</p>);
}

function Entry({ entry }: { entry: PrintedEntry }): ReactNode {
  return (
    <article className="grid gap-2">
      <h4 className="text-std-16B-170">
        {entry.heading.name}
        {inPlace(entry.heading.figures, (figure) => (
          <span className="inline-block font-normal">{figure}</span>
        ))}
      </h4>
      {entry.parts.map((part) => (
        <div key={part.label}>
          <h5 className="text-dns-14B-130">{part.label}</h5>
          <Paragraphs paragraphs={part.paragraphs} />
        </div>
      ))}
    </article>
  );
}

function Entries({ block }: { block: EntryList }): ReactNode {
  if (block.entries.length === 0) return <p>{block.empty}</p>;
  return inPlace(block.entries, (entry) => <Entry entry={entry} />);
}

const alignment = (column: ListColumn): string => (holdsFigures(column) ? 'num nowrap' : '');

function List({ block, Region }: { block: ListTable; Region: Region }): ReactNode {
  return (
    <>
      <Region label={block.caption} className="table-region">
        <table className="data-table">
          <caption>
            {block.caption}
            {block.unit}
          </caption>
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th key={column.label} scope="col" className={alignment(column)}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inPlace(block.rows, ({ kind, cells }) => (
              <tr className={kind === 'total' ? 'font-bold' : undefined}>
                {block.columns.map((column, index) => {
                  const cell = cells[index] ?? '';
                  const Cell = index === 1 ? 'th' : 'td';
                  return (
                    <Cell key={column.label} scope={index === 1 ? 'row' : undefined} className={alignment(column)}>
                      {typeof cell === 'string' ? cell : cell.text}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Region>
      {inPlace(block.notes, (note) => (
        <p className="text-dns-14N-130">{note}</p>
      ))}
    </>
  );
}

function Content({ block, Region }: { block: Block; Region: Region }): ReactNode {
  switch (block.kind) {
    case 'amountTable':
      return <Amounts block={block} Region={Region} />;
    case 'prose':
      return <Paragraphs paragraphs={block.paragraphs} />;
    case 'entries':
      return <Entries block={block} />;
    case 'listTable':
      return <List block={block} Region={Region} />;
  }
}

/** The document's text for the screen, beside the picture of its pages. Its title is an h2: the page has the h1. */
export function DocumentHtml({ model, Region }: { model: PrintableModel; Region: Region }): ReactNode {
  return (
    <div lang={model.language} className="grid gap-6 text-std-16N-170">
      <header className="flex flex-wrap items-baseline justify-between gap-4">
        <h2 className="text-std-18B-160">{model.title}</h2>
        <p>{model.mark}</p>
      </header>
      {model.watermark === null ? null : <p>{model.watermark}</p>}
      {model.sections.map((section) => (
        <section key={section.heading} className="grid gap-4">
          <h3 className="text-std-16B-170">{section.heading}</h3>
          {inPlace(section.blocks, (block) => (
            <Content block={block} Region={Region} />
          ))}
        </section>
      ))}
    </div>
  );
}
