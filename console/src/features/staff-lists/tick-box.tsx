import { type ReactNode, useState } from 'react'

type TickBoxProps = {
  /** What the tick does; what stands in `rest` is for those who listen alone. */
  label: ReactNode
  rest?: string
  ticked: boolean
  some?: boolean
  onTick: (on: boolean) => Promise<unknown>
}

/** A tick that stands as soon as it is made, and goes back if the server refuses it. */
export function TickBox({ label, rest, ticked, some, onTick }: TickBoxProps) {
  const [wanted, setWanted] = useState<boolean>()
  return (
    <label className="do">
      <input
        type="checkbox"
        className="tick"
        checked={wanted ?? ticked}
        ref={(box) => {
          if (box) box.indeterminate = wanted === undefined && some === true
        }}
        onChange={async (event) => {
          const on = event.currentTarget.checked
          setWanted(on)
          await onTick(on)
          setWanted(undefined)
        }}
      />
      <span>
        {label}
        {rest ? <span className="unseen"> {rest}</span> : null}
      </span>
    </label>
  )
}
