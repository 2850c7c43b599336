import { expect, it } from 'vitest';
import { sentBackReason } from './home';

it.each([
  { action: 'return', text: '差戻しの理由：根拠を示してください。' },
  { action: 'reopen', text: '承認の解除の理由：根拠を示してください。' },
] as const)('names what the reason is of: $action', ({ action, text }) => {
  expect(sentBackReason({ action, reason: '根拠を示してください。' })).toBe(text);
});
