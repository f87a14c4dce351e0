import { Textarea } from '@mantine/core'
import { FileUp } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chosenFiles } from './dropped-files.ts'

/** Every browser knows it, no standard does. */
const FOLDER = { webkitdirectory: '' }

type FileChoiceProps = {
  over: boolean
  /** Coming back from a file that was read: what had the focus is gone. */
  focus: boolean
  onFiles: (files: File[]) => void
  onText: (text: string) => void
}

/** The ways to hand over a list: drop it, choose it, paste it. Every one of them works without a mouse but the first. */
export function FileChoice({ over, focus, onFiles, onText }: FileChoiceProps) {
  const { t } = useTranslation()
  const one = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [pasting, setPasting] = useState(false)
  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const files = chosenFiles(event.currentTarget.files)
    // The same file may be chosen again after it was changed on the disk.
    event.currentTarget.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <div className="in file-choice">
      <div className={over ? 'drop over' : 'drop'}>
        <FileUp size={24} strokeWidth={1.5} aria-hidden />
        <p>{t(over ? 'staffLists.file.dropNow' : 'staffLists.file.drop')}</p>
        <div className="buttons">
          <button
            type="button"
            className="button-link"
            // biome-ignore lint/a11y/noAutofocus: only where the press that led here took the focus away
            autoFocus={focus}
            onClick={() => one.current?.click()}
          >
            {t('staffLists.file.choose')}
          </button>
          <button
            type="button"
            className="button-link"
            aria-expanded={pasting}
            onClick={() => setPasting(!pasting)}
          >
            {t('staffLists.file.paste')}
          </button>
          <button type="button" className="link-button" onClick={() => folder.current?.click()}>
            {t('staffLists.file.folder')}
          </button>
        </div>
        <p className="kinds">{t('staffLists.file.kinds')}</p>
        <input
          ref={one}
          type="file"
          multiple
          hidden
          aria-label={t('staffLists.file.choose')}
          onChange={chosen}
        />
        <input
          ref={folder}
          type="file"
          {...FOLDER}
          hidden
          aria-label={t('staffLists.file.folder')}
          onChange={chosen}
        />
      </div>
      {pasting ? <PasteRows onText={onText} /> : null}
    </div>
  )
}

/** Whatever a spreadsheet puts on the clipboard: it is read the moment it is pasted. */
function PasteRows({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="paste-rows">
      <Textarea
        ref={box}
        label={t('staffLists.file.pasteLabel')}
        description={t('staffLists.file.pasteHint')}
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (text !== '' || !pasted.includes('\n')) return
          event.preventDefault()
          onText(pasted)
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <button
        type="button"
        className="button-link"
        aria-disabled={text.trim() === '' || undefined}
        onClick={() => text.trim() !== '' && onText(text)}
      >
        {t('staffLists.file.pasteRead')}
      </button>
    </div>
  )
}
