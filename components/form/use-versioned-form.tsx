import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DefaultValues, FieldPath, PathValue } from 'react-hook-form';
import type { LastChange } from '@/lib/domain/last-change';
import type { Result } from '@/lib/domain/result';
import { overtakenText } from '@/lib/text/overtaken';
import type { FormTrouble } from './form-problem';
import { type Other, OtherVersion } from './other-version';
import { type ActionFormOptions, useActionForm } from './use-action-form';

/** A line of text, or what is ticked in a list. */
type Value = string | string[];
const same = (one: Value, other: Value): boolean => String(one) === String(other);

type Base<Text> = { version: number; text: Text };
type Stored<Text> = Base<Text> & { lastChange: LastChange | null };
/** Somebody else saved first; who it was comes with the newest content. */
type Overtaken = { change: LastChange | null };
type Versioned = { version: number };

type Options<Text extends Record<string, Value>> = Omit<
  ActionFormOptions<Text, Versioned>,
  'defaultValues' | 'send' | 'onDone' | 'onFailure'
> & {
  /** What is stored now; comes in anew whenever the page is brought up to date. */
  stored: Stored<Text>;
  send: (text: Text, version: number) => Promise<Result<Versioned>>;
  /** A value as people read it, where it isn't what they type. */
  show?: (name: keyof Text & string, value: Value) => string;
};

const troubleOf = ({ change }: Overtaken): FormTrouble => ({
  problem: 'conflict',
  title: overtakenText.title(change),
  details: overtakenText.lead,
});

/** A form whose content somebody else may save first. Both versions of a field are kept until a person saves one of them. */
export function useVersionedForm<Text extends Record<string, Value>>({
  stored,
  send,
  show,
  ...options
}: Options<Text>) {
  const router = useRouter();
  const [others, setOthers] = useState<Partial<Record<string, Other<Value>>>>({});
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  /** What the fields were made from. */
  const base = useRef<Base<Text>>(stored);
  const names = Object.keys(options.labels) as FieldPath<Text>[];

  const { form, trouble, field, ...rest } = useActionForm<Text, Versioned>({
    ...options,
    defaultValues: stored.text as DefaultValues<Text>,
    send: async (text) => {
      setOvertaken(null);
      const result = await send(text, base.current.version);
      if (result.ok) base.current = { version: result.value.version, text };
      return result;
    },
    onDone: () => {
      setOthers({});
      router.refresh();
    },
    onFailure: ({ code }) => {
      if (code !== 'conflict') return false;
      setOvertaken({ change: null });
      router.refresh();
      return true;
    },
  });

  const put = (name: FieldPath<Text>, value: Value, shouldValidate: boolean) =>
    form.setValue(name, value as PathValue<Text, typeof name>, { shouldDirty: true, shouldValidate });

  const takeIn = useEffectEvent(() => {
    const { version, text: began } = base.current;
    if (base.current === stored || stored.version < version) return;
    const isMine = stored.version === version;
    const next = { ...others };
    base.current = stored;
    form.reset(stored.text, { keepValues: true, keepFieldsRef: true, keepErrors: true, keepSubmitCount: true });
    for (const name of names) {
      const typed: Value = form.getValues(name);
      const [newest, before] = [stored.text[name] ?? '', began[name] ?? ''];
      if (same(typed, newest) && next[name]?.side === 'latest') delete next[name];
      if (same(typed, newest)) continue;
      if (same(typed, before)) put(name, newest, false);
      else if (!same(newest, before) && !isMine) next[name] = { side: 'latest', value: newest };
    }
    setOthers(next);
    const isOvertaken = overtaken !== null || Object.keys(next).length > 0;
    if (isOvertaken) setOvertaken(isMine ? (overtaken ?? { change: null }) : { change: stored.lastChange });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an effect event reads the rest; only a new version calls for it.
  useEffect(() => takeIn(), [stored.version]);

  const swap = (name: FieldPath<Text>, { side, value }: Other<Value>) => {
    const other: Other<Value> =
      side === 'latest'
        ? { side: 'mine', value: form.getValues(name) }
        : { side: 'latest', value: base.current.text[name] ?? '' };
    put(name, value, true);
    setOthers({ ...others, [name]: other });
  };

  return {
    ...rest,
    form,
    trouble: trouble ?? (overtaken && troubleOf(overtaken)),
    /** The version that the next command expects. */
    version: () => base.current.version,
    /** A command other than saving has made a new version of the same content. */
    stepped: (version: number) => {
      base.current = { ...base.current, version };
    },
    /** Spread on Field. */
    field: (name: FieldPath<Text>) => {
      const other = others[name];
      const described = field(name as keyof Text & string);
      if (!other) return described;
      const content = show?.(name, other.value) ?? String(other.value);
      const use = () => swap(name, other);
      const footer = <OtherVersion side={other.side} content={content} label={described.label} onUse={use} />;
      return { ...described, footer };
    },
  };
}
