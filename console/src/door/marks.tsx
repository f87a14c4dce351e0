/** The arrow and words that lead one step back. A link where there is an address, a button where there is only a step. */
export function Back(props: { label: string } & ({ href: string } | { onClick: () => void })) {
  const inside = (
    <>
      <svg viewBox="0 0 24 24" width={18} height={18} className="icon" aria-hidden="true">
        <path d="m12 19-7-7 7-7M19 12H5" />
      </svg>
      {props.label}
    </>
  )
  return 'href' in props ? (
    <a className="back" href={props.href}>
      {inside}
    </a>
  ) : (
    <button className="back" type="button" onClick={props.onClick}>
      {inside}
    </button>
  )
}

const shapes = {
  ok: 'M3 8.6 6.3 12 13 4.6',
  note: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5M8 7.5v3.25M8 5.2v.1',
  problem: 'M8 3.5v5.5M8 12v.2',
} as const

/** Tick, i or exclamation mark for the margin. The word for it is said beside it. */
export function Mark({ state }: { state: keyof typeof shapes }) {
  return (
    <svg viewBox="0 0 16 16" width={18} height={18} className="icon mark" aria-hidden="true">
      <path d={shapes[state]} />
    </svg>
  )
}
