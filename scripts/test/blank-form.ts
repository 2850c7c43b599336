import { blankFields } from '../../lib/domain/entry/entry-difference';

const { lastYear: _, lastYearProjectId: __, recordedLastYearAmount: ___, ...unwritten } = blankFields;
/** A form of an entry in which nobody has written, and that says nothing of last year. */
export const BLANK_FORM = unwritten;
