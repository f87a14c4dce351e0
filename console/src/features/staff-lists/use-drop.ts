import { useEffect, useState } from 'react'
import { filesIn } from './dropped-files.ts'

/** Files dropped anywhere on the page, or pasted outside of a field; text pasted there with tabs is a table too. */
export function useDrop(onFiles: (files: File[]) => void, onText: (text: string) => void): { over: boolean } {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    function move(event: DragEvent, by: number) {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth += by
      setOver(depth > 0)
    }
    const enter = (event: DragEvent) => move(event, 1)
    const leave = (event: DragEvent) => move(event, -1)
    const stay = (event: DragEvent) => move(event, 0)
    async function drop(event: DragEvent) {
      if (!hasFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = await filesIn(event.dataTransfer)
      if (files.length > 0) onFiles(files)
    }
    function paste(event: ClipboardEvent) {
      const at = event.target instanceof Element ? event.target : null
      if (!event.clipboardData || at?.closest('input, textarea, select, [role=dialog]')) return
      const files = [...event.clipboardData.files]
      const text = event.clipboardData.getData('text/plain')
      // A spreadsheet's clipboard also holds a picture of the cells: the words are what is meant.
      if (text.includes('\t')) onText(text)
      else if (files.length > 0) onFiles(files)
      else return
      event.preventDefault()
    }
    const heard = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', stay],
      ['drop', drop],
      ['paste', paste],
    ] as [string, EventListener][]
    for (const [name, listener] of heard) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of heard) document.removeEventListener(name, listener)
    }
  }, [onFiles, onText])
  return { over }
}
