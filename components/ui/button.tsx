'use client';

import type { ComponentProps, ReactNode } from 'react';
import { BlockIcon } from './shape';
import { useHydrated } from './use-hydrated';

const VARIANTS = {
  /** At most one a view. */
  primary: 'border-transparent bg-key-900 text-white hover:bg-key-1000 hover:underline active:bg-key-1200',
  secondary:
    'border-key-900 bg-white text-key-900 hover:bg-key-200 hover:text-key-1000 hover:underline active:bg-key-300 active:text-key-1200',
  text: 'border-transparent bg-transparent text-key-1000 underline hover:bg-key-50 hover:decoration-3 active:bg-key-100 active:text-key-1200',
  /** Takes something away that can't be brought back. */
  danger:
    'border-red-900 bg-white text-red-900 hover:bg-red-200 hover:text-red-1000 hover:underline active:bg-red-300 active:text-red-1200',
} as const;

const SIZES = {
  /** 36px high, its target 44px. */
  tool: 'min-h-9 px-3 py-1 text-dns-16B-130 after:absolute after:-inset-y-1 after:inset-x-0',
  /** 48px: sign-in and confirmation. */
  large: 'min-h-12 min-w-24 px-5 py-2 text-dns-16B-130',
} as const;

type Look = {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
  /** An `Icon`. */
  icon?: ReactNode;
};

const look = ({ variant = 'secondary', size = 'tool' }: Look, className: string | undefined): string =>
  `relative inline-flex shrink-0 cursor-pointer items-center justify-center gap-1 rounded-6 border whitespace-nowrap underline-offset-4 ${VARIANTS[variant]} ${SIZES[size]} ${className ?? ''}`;

type PlainButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  /** The browser can do what it does: it waits for no program. */
  worksAlone?: boolean;
};

/**
 * A button whose look is its caller's. Never disabled once the program behind it runs: keep it pressable and say what is
 * missing. A press before that would be lost, and it looks so.
 */
export function PlainButton({ type = 'button', worksAlone = false, ...rest }: PlainButtonProps) {
  const isHydrated = useHydrated();
  return <button {...rest} type={type} disabled={!isHydrated && !worksAlone} />;
}

export function Button({ variant, size, icon, className, children, ...rest }: Look & PlainButtonProps) {
  return (
    <PlainButton {...rest} className={look({ variant, size }, className)}>
      {variant === 'danger' ? <BlockIcon /> : icon}
      <span>{children}</span>
    </PlainButton>
  );
}

/** A link that looks like a button: the next step lies on another page. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={look({ variant, size }, className)}>
      {icon}
      <span>{children}</span>
    </a>
  );
}
