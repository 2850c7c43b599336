import { TEXT_FIELDS } from '@/lib/domain/entry/entry-fields';
import {
  type CheckedEntry,
  type EntryFlagged,
  type EntryPlace,
  type Flagged,
  type Severity,
  sentenceAt,
  type TextAbout,
} from './finding';
import type { DictionaryRule } from './house-dictionary';
import { RULE_NAMES, type RuleName, ruleOf } from './rules';

export type Finding<Place extends string = string> = {
  rule: RuleName;
  severity: Severity;
  asksReason: boolean;
  /** The field that it is in. */
  place: Place;
  span: { start: number; end: number } | null;
  /** What it stops at, as it is written. */
  found: string;
  expected: string | null;
  detail: string | null;
  /** What a reason is given for: it falls when this changes. */
  flagged: string;
};
export type EntryFinding = Finding<EntryPlace>;

type Raw = Partial<Flagged> & { found: string; detail?: string };

/** A part of a text is flagged with its sentence, a figure with what it is held against. */
function findingOf<Place extends string>(rule: RuleName, place: Place, raw: Raw, text: string | null): Finding<Place> {
  const { start, end, found, expected = null, detail = null } = raw;
  const { severity, asksReason = false } = ruleOf(rule);
  const span = start !== undefined && end !== undefined ? { start, end } : null;
  const flagged = span && text ? sentenceAt(text, span.start).text : [found, expected].filter(Boolean).join(' / ');
  return { rule, severity, asksReason, place, span, found, expected, detail, flagged };
}

/** What the rules on texts find in one. The same words found twice are one finding. */
export function checkText<Place extends string>(place: Place, text: string, about: TextAbout): Finding<Place>[] {
  return RULE_NAMES.flatMap((name) => {
    const rule = ruleOf(name);
    if (!('inText' in rule)) return [];
    const byWords = new Map<string, Raw>();
    for (const flagged of rule.inText(text, about)) {
      const found = text.slice(flagged.start, flagged.end);
      if (!byWords.has(found)) byWords.set(found, { ...flagged, found });
    }
    return Array.from(byWords.values(), (raw) => findingOf(name, place, raw, text));
  });
}

const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);
export const bySeverity = <Of extends Finding>(findings: readonly Of[]): Of[] =>
  [...findings].sort((a, b) => rank(a) - rank(b));

const textOf = (entry: CheckedEntry, place: EntryPlace): string | null =>
  place === 'amount' || place === 'mark' ? null : entry[place];

/** Everything that is to be said of an entry, errors first. */
export function checkEntry(entry: CheckedEntry, dictionary: readonly DictionaryRule[]): EntryFinding[] {
  const { year } = entry;
  const ofTexts = TEXT_FIELDS.flatMap((field) =>
    checkText(field, entry[field], { year, isName: field === 'name', dictionary }),
  );
  const ofEntry = RULE_NAMES.flatMap((name) => {
    const rule = ruleOf(name);
    const flagged: EntryFlagged[] = 'inEntry' in rule ? rule.inEntry(entry) : [];
    return flagged.map(({ place, ...raw }) => findingOf(name, place, raw, textOf(entry, place)));
  });
  return bySeverity([...ofEntry, ...ofTexts]);
}
