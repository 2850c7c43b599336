/** A word of the house: `wrong` in any of its forms is written `right`, but within what `except` lists. */
export type DictionaryRule = {
  /** Forms, one or several, with 、 between them. */
  wrong: string;
  right: string;
  /** Words that hold a wrong form and are right: names of laws. With 、 between them. */
  except: string;
  /** A sentence that the rule must leave alone, and one in which it must find something. */
  good: string;
  bad: string;
};

type Found = { start: number; end: number; expected: string };

/** Come with the program; a ward changes them or switches them off. */
export const DEFAULT_DICTIONARY: readonly (DictionaryRule & { id: string })[] = [
  {
    id: '019ac000-0000-7000-8000-000000000001',
    wrong: '目指',
    right: 'めざ',
    except: '',
    good: '地域の課題の解消をめざす。',
    bad: '地域の課題の解消を目指す。',
  },
  {
    id: '019ac000-0000-7000-8000-000000000002',
    wrong: '障害の、障害を、障害者、障害児、障碍',
    right: '障がい',
    except:
      '障害者基本法、障害者総合支援法、障害者差別解消法、障害者雇用促進法、障害者虐待防止法、障害者手帳、身体障害者福祉法、障害者権利条約',
    good: '障がいのある人を、障害者総合支援法に基づき支援する。',
    bad: '障害のある人を支援する。',
  },
  {
    id: '019ac000-0000-7000-8000-000000000003',
    wrong: '取り組みを、取り組みの、取り組みが、取り組みは、取り組みに、取り組みと、取り組みや、取組み',
    right: '取組',
    except: '',
    good: '取組を進め、課題に取り組む。',
    bad: '活性化につながる取り組みを進める。',
  },
  {
    id: '019ac000-0000-7000-8000-000000000004',
    wrong: 'ヶ所、ケ所、カ所、ヵ所、ｹ所、ヶ年、ケ年、カ年、ヵ年、ヶ月、ケ月、カ月、ヵ月',
    right: 'か所、か年、か月',
    except: '',
    good: '区内３か所で実施する。',
    bad: '区内３ヶ所で実施する。',
  },
];

const listed = (words: string): string[] =>
  words
    .split(/[、,，]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Where a rule finds one of its wrong forms. */
export function wordsOf(text: string, { wrong, right, except }: DictionaryRule): Found[] {
  const spans = (word: string): Found[] => {
    const found: Found[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length, expected: right });
    }
    return found;
  };
  const allowed = listed(except).flatMap(spans);
  return listed(wrong)
    .flatMap(spans)
    .filter(({ start, end }) => !allowed.some((word) => word.start <= start && word.end >= end));
}

type WithDictionary = { dictionary: readonly DictionaryRule[] };
export const houseWords = (text: string, { dictionary }: WithDictionary): Found[] =>
  dictionary.flatMap((rule) => wordsOf(text, rule));
