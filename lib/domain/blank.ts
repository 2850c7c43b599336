/** White space, format characters, the fillers of other scripts and the blank of braille: they show nothing. */
const INVISIBLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a reader would see nothing at all. */
export const isBlank = (text: string): boolean => INVISIBLE.test(text);
