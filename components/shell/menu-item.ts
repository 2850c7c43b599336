/** A line of a menu: links, and the button that signs out. */
export const menuItemLook =
  'relative block w-full cursor-pointer px-4 py-2 text-start whitespace-nowrap hover:bg-solid-gray-50 hover:underline aria-[current]:font-700 aria-[current]:text-key-900 aria-[current]:before:absolute aria-[current]:before:inset-y-1 aria-[current]:before:start-0 aria-[current]:before:border-s-4';
