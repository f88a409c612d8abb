/** The sign of Quickdash: an arrow that already moves. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path d="M8.5 22.5 16 8l7.5 14.5L16 18.6z" fill="white" />
    </svg>
  );
}
