/** What is said while all formats are made: it goes to the browser, and nothing else with it. */
export const downloadText = {
  all: 'すべての形式（ZIP）を書き出す',
  making: (done: number, all: number): string => `資料を作成しています（${done}／${all}）。`,
  done: 'すべての形式を書き出しました。',
  failed: '資料を作成できませんでした。時間をおいて、もう一度書き出してください。',
} as const;
