import 'server-only';

/** Ten thousand million guesses and more: the best of the library's five. */
const STRONG = 4;

/** Loaded when the first password is changed: the lists of words take 30 MB. */
async function loadChecker() {
  const [{ ZxcvbnFactory }, common, japanese] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-ja'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...japanese.dictionary },
    graphs: common.adjacencyGraphs,
    // The time grows with both; a start that is hard to guess is enough.
    maxLength: 40,
    l33tMaxSubstitutions: 10,
  });
}

let checker: ReturnType<typeof loadChecker> | undefined;

/** @param own words of the person's own, such as the ID and the name: with them a guesser begins. */
export async function isCommonPassword(password: string, own: readonly string[]): Promise<boolean> {
  checker ??= loadChecker();
  const words = own.flatMap((text) => [text, ...text.split(/[\s._-]+/)]).filter((word) => word !== '');
  return (await checker).check(password.normalize('NFKC'), words).score < STRONG;
}
