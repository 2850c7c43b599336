/** 「𠮷」「✔」 */
export const quotedCharacters = (characters: readonly string[]): string =>
  characters.map((character) => `「${character}」`).join('');

export const unprintableText = {
  title: (characters: readonly string[]): string => `資料の書体にない文字があります：${quotedCharacters(characters)}`,
  next: '資料では「〓」または標準の字形で印字されます。ほかの文字に書き換えるか、このままでよいかを確認してください。',
} as const;
