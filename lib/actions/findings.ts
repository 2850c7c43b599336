'use server';

import { idInput } from '@/lib/domain/inputs';
import { saveDictionaryRule } from '@/lib/server/findings/dictionary';
import { getDictionaryRule } from '@/lib/server/findings/dictionary-queries';
import { action, readAction } from '@/lib/server/gate/action';

export const saveDictionaryRuleAction = action(saveDictionaryRule);
export const getDictionaryRuleAction = readAction('dictionary.manage', idInput, getDictionaryRule);
