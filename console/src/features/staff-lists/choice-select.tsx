import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useState } from 'react'

type ChoiceSelectProps = Omit<NativeSelectProps, 'onChange' | 'value'> & {
  'aria-label': string
  value: string
  busy: boolean
  onChoose: (value: string) => void
}

/** A choice that is saved at once. What was chosen stands there while it is being saved; then what the server says. */
export function ChoiceSelect({ value, busy, onChoose, ...rest }: ChoiceSelectProps) {
  const [chosen, setChosen] = useState<string>()
  const [wasBusy, setWasBusy] = useState(busy)
  if (wasBusy !== busy) {
    setWasBusy(busy)
    if (!busy) setChosen(undefined)
  }
  return (
    <NativeSelect
      {...rest}
      value={chosen ?? value}
      onChange={(event) => {
        setChosen(event.currentTarget.value)
        onChoose(event.currentTarget.value)
      }}
    />
  )
}
