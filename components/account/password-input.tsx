'use client';

import { type ComponentProps, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { signInText } from '@/lib/text/sign-in/sign-in';

type PasswordInputProps = Omit<ComponentProps<typeof TextInput>, 'type' | 'numeric' | 'unit'> & { label: string };

/** Can be shown while typing; paste and password managers work as on any password field. */
export function PasswordInput({ label, className, controlSize = 'large', ...rest }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className="flex items-stretch gap-2">
      <TextInput
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
        controlSize={controlSize}
        type={isShown ? 'text' : 'password'}
        className={`min-w-0 ${className ?? ''}`}
      />
      <Button size={controlSize} onClick={() => setIsShown(!isShown)} aria-controls={rest.id}>
        <span className="sr-only">{label}を</span>
        {isShown ? signInText.hide : signInText.show}
      </Button>
    </span>
  );
}
