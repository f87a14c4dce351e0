/** The mark of the product: a shield with a lanyard on it. Decorative; the name always stands beside it. */
export function Crest({ height = 32 }: { height?: number }) {
  return (
    <svg className="crest" viewBox="0 0 28 32" width={(height * 28) / 32} height={height} aria-hidden="true">
      <path fill="var(--accent)" d="M1 1h26v15.5c0 7-5.2 11.7-13 14.5C6.2 28.2 1 23.5 1 16.5Z" />
      <g
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M8 1.5 12.7 14M20 1.5 15.3 14" />
        <rect x="9.75" y="14.5" width="8.5" height="10" rx="1.5" />
        <path d="M12.5 21.25h3" />
      </g>
    </svg>
  )
}
