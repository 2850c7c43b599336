/** The boxes of a list, without the words of what they lead to. */
export const markAllText = 'すべて選択';
export const markText = (name: string): string => `${name}を選択`;
