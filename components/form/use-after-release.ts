import { useEffect, useRef } from 'react';

/**
 * Runs something once the page may move: at once after a key, after the click while a button of the mouse is down. What
 * moved the page between press and release would take the press away from what was aimed at.
 */
export function useAfterRelease(): (act: () => void) => void {
  const isPressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
      setTimeout(() => {
        for (const act of waiting.current.splice(0)) act();
      });
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
    };
  }, []);

  return (act) => {
    if (isPressed.current) waiting.current.push(act);
    else setTimeout(act);
  };
}
