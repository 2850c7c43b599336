/** In place of what is selected in the field that has the focus, as if it was typed: Ctrl+Z takes it back. */
export function writeText(text: string): void {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}
