/** "★★★★☆", read out as "4 of 5 stars". */
export function Stars({ of }: { of: number }) {
  return (
    <span role="img" aria-label={`${of} of 5 stars`} className="whitespace-nowrap tracking-wide text-warn">
      {'★'.repeat(of)}<span className="text-ink-3/50">{'★'.repeat(5 - of)}</span>
    </span>
  );
}
