import { punctuationAtBrackets, unpairedBrackets } from './brackets';
import { halfWidthKana, mixedDigits, outsideCp932 } from './characters';
import { doubledPunctuation, doubledWords } from './doubled';
import type { EntryRule, Severity, TextRule } from './finding';
import { houseWords } from './house-dictionary';
import { farFromLastYear, markAgainstLastYear, slippedFromLastYear } from './last-year';
import { placeholders, strayKeys } from './placeholders';
import { closeAmounts, contradictingAmounts, misgroupedAmounts } from './prose-amounts';
import { longSentences, mixedStyles, repeatedSummary } from './sentences';
import { impossibleYears, staleYears } from './stale-years';

export type Rule = {
  severity: Severity;
  /** A look doesn't do: somebody writes why it stays. */
  asksReason?: true;
} & ({ inText: TextRule } | { inEntry: EntryRule });

/** Every check. Its words are lib/text/findings. */
export const RULES = {
  amount_contradicted: { severity: 'error', inEntry: contradictingAmounts },
  placeholder: { severity: 'error', inText: placeholders },
  unpaired_bracket: { severity: 'error', inText: unpairedBrackets },
  slipped_from_last_year: { severity: 'warning', asksReason: true, inEntry: slippedFromLastYear },
  far_from_last_year: { severity: 'warning', asksReason: true, inEntry: farFromLastYear },
  mark_against_last_year: { severity: 'warning', inEntry: markAgainstLastYear },
  close_amount: { severity: 'warning', inEntry: closeAmounts },
  misgrouped_amount: { severity: 'warning', inText: misgroupedAmounts },
  stale_year: { severity: 'warning', inText: staleYears },
  impossible_year: { severity: 'warning', inText: impossibleYears },
  stray_key: { severity: 'warning', inText: strayKeys },
  bracket_punctuation: { severity: 'warning', inText: punctuationAtBrackets },
  doubled_punctuation: { severity: 'warning', inText: doubledPunctuation },
  doubled_word: { severity: 'warning', inText: doubledWords },
  mixed_digits: { severity: 'warning', inText: mixedDigits },
  half_width_kana: { severity: 'warning', inText: halfWidthKana },
  outside_cp932: { severity: 'warning', inText: outsideCp932 },
  repeated_summary: { severity: 'warning', inEntry: repeatedSummary },
  mixed_style: { severity: 'warning', inEntry: mixedStyles },
  long_sentence: { severity: 'warning', inText: longSentences },
  house_word: { severity: 'warning', inText: houseWords },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as RuleName[];
export const ruleOf = (name: RuleName): Rule => RULES[name];
