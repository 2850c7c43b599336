'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { type CopiedCell, copiedCell, copiedTable, copiedText, copyText } from '@/lib/text/copied-rows';
import { uiText } from '@/lib/text/ui';

const TABLE = '.entry-table';
/** What is only to be heard, to be pressed or said otherwise. */
const NO_CONTENT = { head: '[aria-hidden]', body: '.sr-only, .priority' };

const textOf = (cell: HTMLTableCellElement, of: keyof typeof NO_CONTENT): string => {
  const content = cell.cloneNode(true) as HTMLElement;
  for (const part of content.querySelectorAll(NO_CONTENT[of])) part.remove();
  return cell.title || (content.textContent ?? '').replace(/\s+/g, ' ').trim();
};

function cellsOf(row: HTMLTableRowElement, isOfFigures: readonly boolean[]): CopiedCell[] {
  const cells: CopiedCell[] = [];
  for (const cell of row.cells) {
    const isFigure = isOfFigures[cells.length] ?? false;
    const isHead = row.parentElement?.tagName === 'THEAD';
    const text = textOf(cell, isHead ? 'head' : 'body');
    cells.push(isHead && isFigure ? text + uiText.thousandYen : copiedCell(text, isFigure));
    for (let more = 1; more < cell.colSpan; more += 1) cells.push('');
  }
  return cells;
}

/** The rows that the selection touches, if it reaches beyond one cell. One of the whole page is the browser's to copy. */
function selectedRows(table: HTMLTableElement): HTMLTableRowElement[] {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed) return [];
  const cellOf = (node: Node | null) =>
    (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('td, th') ?? null;
  const [from, to] = [cellOf(selection.anchorNode), cellOf(selection.focusNode)];
  if (from === to || !table.contains(from) || !table.contains(to)) return [];
  return [...table.rows].filter((row) => selection.containsNode(row, true));
}

function markedOrAll(table: HTMLTableElement): HTMLTableRowElement[] {
  const all = [...(table.tBodies[0]?.rows ?? [])];
  const marked = all.filter((row) => row.querySelector('input[name=mark]:checked'));
  return marked.length > 0 ? marked : all;
}

/** The list's rows for Excel: the button takes the marked ones, or all, and copying by mouse and Ctrl+C the selected ones. */
export function CopyRows() {
  const pressed = useRef<HTMLTableRowElement[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const table = document.querySelector<HTMLTableElement>(TABLE);
      const rows = table ? (pressed.current ?? selectedRows(table)) : [];
      if (!table?.tHead || rows.length === 0 || !event.clipboardData) return;
      const heads = [...(table.tHead.rows[0]?.cells ?? [])].map(({ className }) => className === 'num');
      const cells = rows.map((row) => cellsOf(row, heads));
      event.clipboardData.setData('text/plain', copiedText(cells));
      event.clipboardData.setData('text/html', copiedTable(cells));
      event.preventDefault();
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, []);

  const press = () => {
    const table = document.querySelector<HTMLTableElement>(TABLE);
    if (!table) return;
    const rows = markedOrAll(table);
    pressed.current = [...(table.tHead?.rows ?? []), ...rows];
    // It works without a secure connection and asks nobody; the listener says what is copied.
    const isCopied = document.execCommand('copy');
    pressed.current = null;
    setSaid(isCopied ? copyText.copied(rows.length) : copyText.failed);
  };
  return (
    <>
      <StatusRegion className="text-dns-14N-130">{said}</StatusRegion>
      <Button onClick={press} title={copyText.what}>
        {copyText.button}
      </Button>
    </>
  );
}
