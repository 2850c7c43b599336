let isPressed = false;
let waiting: (() => void)[] = [];

function release(): void {
  isPressed = false;
  setTimeout(() => {
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  });
}

if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', () => (isPressed = true), true);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, release, true);
}

/**
 * Runs something once the page may move: at once after a key, after the click while a button of the mouse is down. What
 * moved the page between press and release would take the press away from what was aimed at.
 */
export function afterRelease(act: () => void): void {
  if (isPressed) waiting.push(act);
  else setTimeout(act);
}
