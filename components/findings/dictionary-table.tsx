'use client';

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { DictionaryRow } from '@/lib/domain/findings/dictionary-rule';
import { dictionaryLabels, dictionaryText as text } from '@/lib/text/findings/dictionary';
import { DictionaryForm } from './dictionary-form';

const COLUMNS = ['wrong', 'right', 'except', 'state', 'operations'] as const;
const LABELS = { ...dictionaryLabels, state: text.state, operations: text.operations };
const NEW = 'new';
const buttonId = (id: string): string => `edit-${id}`;

/** The words of the house, each to be changed below its row; one form at a time. */
export function DictionaryTable({ rules }: { rules: readonly DictionaryRow[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const close = (message: string) => {
    const from = open;
    flushSync(() => {
      setOpen(null);
      setSaid(message);
    });
    if (from) document.getElementById(buttonId(from))?.focus();
  };
  const begin = (id: string) => {
    setSaid('');
    setOpen(id);
  };
  const form = (rule: DictionaryRow | null) => <DictionaryForm rule={rule} onDone={close} onCancel={() => close('')} />;
  return (
    <>
      <PageHeader
        title={text.title}
        meta={text.count(rules.filter(({ isUsed }) => isUsed).length)}
        actions={
          open !== NEW && (
            <Button id={buttonId(NEW)} variant="primary" onClick={() => begin(NEW)}>
              {text.add}
            </Button>
          )
        }
      />
      <p className="mb-3">{text.lead}</p>
      <StatusRegion>{said && <NotificationBanner kind="success" title={said} className="mb-3" />}</StatusRegion>
      {open === NEW && form(null)}
      <DataTable caption={text.list}>
        <ColumnHeads columns={COLUMNS} labels={LABELS} />
        {rules.map((rule) => (
          <tbody key={rule.id}>
            <tr>
              <td className="text">{rule.wrong}</td>
              <th scope="row">{rule.right}</th>
              <td className="text">{rule.except}</td>
              <td className="nowrap">{rule.isUsed ? text.used : text.unused}</td>
              <td>
                {open !== rule.id && (
                  <Button id={buttonId(rule.id)} onClick={() => begin(rule.id)}>
                    {text.edit}
                    <span className="sr-only">：{rule.right}</span>
                  </Button>
                )}
              </td>
            </tr>
            {open === rule.id && (
              <tr>
                <td colSpan={COLUMNS.length}>{form(rule)}</td>
              </tr>
            )}
          </tbody>
        ))}
      </DataTable>
    </>
  );
}
