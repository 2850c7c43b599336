/** あと○分: rounded up, so that who waits for it gets in. */
export const lockedText = (minutes: string, what: string): string =>
  `続けて間違えたため、${what}できません。あと${minutes}分待ってから、もう一度入力してください。`;
