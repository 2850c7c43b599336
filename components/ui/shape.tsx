/** `path`: of Material Symbols (weight 400, Apache-2.0), drawn on 960 units. */
export const Shape = ({ path, className }: { path: string; className?: string | undefined }) => (
  <svg
    aria-hidden="true"
    viewBox="0 -960 960 960"
    fill="currentColor"
    className={`size-[1.25em] shrink-0 ${className ?? ''}`}
  >
    <path d={path} />
  </svg>
);

/** Apart from the other icons: buttons are on every page, and what the browser loads for them stays small. */
export const BlockIcon = () => (
  <Shape path="M480-80q-83 0-156-31.5T197-197q-54-54-85.5-127T80-480q0-83 31.5-156T197-763q54-54 127-85.5T480-880q83 0 156 31.5T763-763q54 54 85.5 127T880-480q0 83-31.5 156T763-197q-54 54-127 85.5T480-80Zm0-60q142 0 241-99t99-241q0-61-21-117t-61-101L263-223q45 39 101.5 61T480-140ZM223-262l475-475q-46-40-102-61.5T480-820q-142 0-241 99t-99 241q0 61 22.5 116.5T223-262Z" />
);
